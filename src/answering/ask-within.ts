import type { Prompt } from '#prompts/define-prompt.ts';
import type { Language, Text } from '../language/text.ts';
import type { Answer } from '../ports/answer.ts';
import type { Log } from '../ports/log.ts';
import type { Meter } from '../ports/meter.ts';
import type { AskModel } from '../ports/model.ts';
import type { Place } from '../ports/place.ts';
import type { ToldEnd } from '../ports/tellings.ts';
import type { TokenBudget } from '../ports/token-budget.ts';

export interface AskingTools {
  readonly budget: TokenBudget;
  readonly ask: AskModel;
  readonly meter: Pick<Meter, 'modelAsked' | 'toldInWords'>;
  readonly log: Log;
  readonly now: () => Date;
  /** Aborted when the bot stops. */
  readonly signal: AbortSignal;
}

/** What a job came to. */
export interface Outcome {
  /** Null where nobody waits for it any more. */
  readonly end: ToldEnd | null;
  readonly tokens: number;
  readonly answer: Answer | null;
}

export interface OneQuestion<T> {
  readonly id: string;
  readonly place: Place;
  readonly prompt: Prompt<T>;
  readonly input: string;
  readonly isRepair: boolean;
}

/** `silent`: no answer; `isNews`: nothing is left of the day, and nobody there was told so yet. */
export type Answered<T> =
  | { readonly kind: 'worded'; readonly tokens: number; readonly answer: T }
  | { readonly kind: 'silent'; readonly end: ToldEnd | null; readonly tokens: number; readonly isNews?: boolean };

/** No more tokens than half the bytes, places and Chinese signs included. */
const BYTES_A_TOKEN = 2;
/** What an answer may take at most, its thoughts included; set aside until the provider has counted. */
const ANSWER_TOKENS = 4000;

const SPENT: Text = {
  en: 'The tokens that this chat may use today for words from a model are used up. Verdicts and answers go on as ever; more words come tomorrow (UTC).',
  zh: '此聊天今天可用于 AI 文字说明的额度已用完。结论和回答不受影响；明天（UTC）恢复文字说明。',
};

/**
 * Asks a model one question within what is left of the day. Counted and logged is how it ended, never a word of it; `reasonOf`:
 * what is wrong with an answer, in our words.
 */
export async function askWithin<T>(
  { id, place, prompt, input, isRepair }: OneQuestion<T>,
  reasonOf: (answer: T) => string,
  { budget, ask, meter, log, now, signal }: AskingTools,
  within: AbortSignal = signal,
): Promise<Answered<T>> {
  const day = now().toISOString().slice(0, 10);
  const reserved = Math.ceil(Buffer.byteLength(prompt.instructions + input) / BYTES_A_TOKEN) + ANSWER_TOKENS;
  if (!(await budget.reserve(place, day, reserved))) {
    return { kind: 'silent', end: 'spent', tokens: 0, isNews: await budget.isNews(place, day) };
  }
  const from = performance.now();
  const asked = await ask(prompt, input, within);
  await budget.settle(place, day, reserved, asked.tokens);
  const { kind, tokens } = asked;
  meter.modelAsked(kind, tokens, (performance.now() - from) / 1000);
  const reason = kind === 'worded' ? reasonOf(asked.answer) : asked.reason;
  log[kind === 'worded' ? 'info' : 'warn']('model.asked', {
    id,
    prompt: prompt.name,
    end: kind,
    reason,
    tokens,
    isRepair,
  });
  if (kind === 'worded') {
    return { kind, answer: asked.answer, tokens };
  }
  return { kind: 'silent', end: signal.aborted ? null : kind, tokens };
}

/** Where no answer came: that nothing is left of the day is said once, all else is silence. */
export function endOf(
  { end, tokens, isNews }: Exclude<Answered<never>, { kind: 'worded' }>,
  language: Language,
  before = 0,
): Outcome {
  const answer: Answer | null = isNews ? { kind: 'text', text: SPENT[language] } : null;
  return { end, tokens: before + tokens, answer };
}
