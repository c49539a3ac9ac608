import type { Prompt } from '#prompts/define-prompt.ts';

/** How a question to a model ended. `tokens` are those that the provider counts, 0 where it does not say. */
export type Asked<Answer> = { readonly tokens: number } & (
  | { readonly kind: 'worded'; readonly answer: Answer }
  /**
   * `refused`: the model, or a filter before it, does not want to. `cut`: the answer ended before its end. `late`: no answer
   * in time, or nobody waits any more. `limited`: too many calls, a quota that is spent, or a rest after failures.
   * `unauthorised`: key, rights. `broken`: anything else. `reason`: a class of our own words, for logs and metrics.
   */
  | { readonly kind: 'refused' | 'cut' | 'late' | 'limited' | 'unauthorised' | 'broken'; readonly reason: string }
);

/** Asks a model, with one retry at most. Never rejects, and ends soon once the signal says so. */
export type AskModel = <Answer>(prompt: Prompt<Answer>, input: string, signal: AbortSignal) => Promise<Asked<Answer>>;
