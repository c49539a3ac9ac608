import OpenAI from 'openai';
import { zodTextFormat } from 'openai/helpers/zod';
import { explainVerdict } from '#prompts/explain-verdict.ts';
import { groundingProblems } from '#prompts/grounding.ts';
import type { Language } from '../../../language/text.ts';
import type { Explain } from '../../../ports/explainer.ts';
import type { Log } from '../../../ports/log.ts';
import type { Explanation } from '../../../reply/explanation.ts';
import type { CrashReply } from '../../../reply/reply.ts';
import { templateExplainer } from '../template-explainer.ts';
import { boundedFetch } from './bounded-fetch.ts';

export interface ModelSettings {
  readonly apiKey: string;
  readonly model: string;
  /** Another service with the same protocol; undefined: OpenAI's own. */
  readonly baseURL: string | undefined;
  readonly deadlineMs: number;
}

/**
 * Lets a model word the verdict. Whatever goes wrong (no answer, no valid shape, a name that we never gave it), the
 * template speaks instead: the verdict itself never depends on the model.
 */
export function openaiExplainer({ apiKey, model, baseURL, deadlineMs }: ModelSettings, log: Log): Explain {
  const bounds = { timeout: deadlineMs, maxRetries: 0, fetch: boundedFetch(deadlineMs) };
  const client = new OpenAI({ apiKey, ...bounds, ...(baseURL ? { baseURL } : {}) });
  return async (crash, language) => {
    try {
      return (await ask(client, model, crash, language, log)) ?? (await templateExplainer(crash, language));
    } catch (error) {
      log.warn('model.failed', { error: error instanceof Error ? error.name : 'unknown' });
      return templateExplainer(crash, language);
    }
  };
}

async function ask(
  client: OpenAI,
  model: string,
  crash: CrashReply,
  language: Language,
  log: Log,
): Promise<Explanation | null> {
  // Without evidence there is nothing to word, and a model would invent it.
  if (crash.evidence.length === 0) {
    return null;
  }
  const response = await client.responses.parse({
    model,
    input: explainVerdict.fill({ crash, language }),
    text: { format: zodTextFormat(explainVerdict.answer, 'explanation') },
    store: false,
  });
  const answer = explainVerdict.answer.parse(response.output_parsed);
  const problems = groundingProblems(answer, crash);
  if (problems.length === 0) {
    return { text: answer.summary, by: 'model' };
  }
  log.warn('model.ungrounded', { problems: problems.length });
  return null;
}
