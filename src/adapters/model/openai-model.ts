import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhenResult,
  wrap,
} from 'cockatiel';
import OpenAI from 'openai';
import { zodTextFormat } from 'openai/helpers/zod';
import type { Prompt } from '#prompts/define-prompt.ts';
import type { Asked, AskModel } from '../../ports/model.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { failureOf, NoToken } from './failure-of.ts';

export interface ModelSettings {
  /** A key, or what fetches a token; it is asked anew for each call. */
  readonly apiKey: string | (() => Promise<string>);
  readonly model: string;
  /** Another service with the same protocol; undefined: OpenAI's own. */
  readonly baseURL: string | undefined;
  /** For a question in all, a retry and the wait before it included. */
  readonly deadlineMs: number;
  /** How long nobody is asked after `FAILURES` in a row. */
  readonly restMs?: number;
}

/** Many times what 170 words and the thoughts before them take. */
const MOST_TOKENS = 4000;
const AT_ONCE = 2;
const MOST_WAITING = 16;
const FAILURES = 5;
const REST_MS = 60_000;

/**
 * A model behind the protocol of OpenAI's `responses`. What the client would read itself from the environment is given here,
 * so that nothing but our settings decides where a question goes and what goes with it.
 */
export function openaiModel(settings: ModelSettings): AskModel {
  const { apiKey, baseURL, deadlineMs, restMs = REST_MS } = settings;
  const client = new OpenAI({
    ...{ apiKey: keyOf(apiKey), baseURL: baseURL ?? 'https://api.openai.com/v1', maxRetries: 1, timeout: deadlineMs },
    ...{ organization: null, project: null, adminAPIKey: null, webhookSecret: null, logLevel: 'off' },
    ...{ defaultHeaders: {}, fetch: ownHeadersOnly(boundedFetch(deadlineMs)) },
  });
  const breaker = circuitBreaker(handleWhenResult(isFailure), {
    halfOpenAfter: restMs,
    breaker: new ConsecutiveBreaker(FAILURES),
  });
  const policy = wrap(bulkhead(AT_ONCE, MOST_WAITING), breaker);
  return async (prompt, input, signal) => {
    const within = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]);
    try {
      return await Promise.race([
        policy.execute(() => ask(client, settings.model, prompt, input, within)),
        aborted(within),
      ]);
    } catch (error) {
      const reason =
        error instanceof BrokenCircuitError ? 'resting' : error instanceof BulkheadRejectedError ? 'busy' : null;
      return reason ? { kind: 'limited', reason, tokens: 0 } : { ...failureOf(error, endOf(within)), tokens: 0 };
    }
  };
}

/** The message of an identity service may tell of accounts and hosts: that there is no token is all that goes on. */
function keyOf(apiKey: ModelSettings['apiKey']): ModelSettings['apiKey'] {
  return typeof apiKey === 'string'
    ? apiKey
    : () =>
        apiKey().catch(() => {
          throw new NoToken();
        });
}

/** An answer that was refused or cut shows that the service is well. */
function isFailure(result: unknown): boolean {
  const { kind, reason } = result as Asked<unknown> & { readonly reason?: string };
  return (
    kind === 'unauthorised' ||
    kind === 'limited' ||
    (kind === 'late' && reason !== 'stopped') ||
    (kind === 'broken' && reason !== 'shape')
  );
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => reject(signal.reason);
    if (signal.aborted) {
      end();
    } else {
      signal.addEventListener('abort', end, { once: true });
    }
  });
}

async function ask<Answer>(
  client: OpenAI,
  model: string,
  { name, instructions, answer }: Prompt<Answer>,
  input: string,
  signal: AbortSignal,
): Promise<Asked<Answer>> {
  let tokens = 0;
  try {
    const format = zodTextFormat(answer, name.replaceAll('-', '_'));
    const body = { model, instructions, input, text: { format }, max_output_tokens: MOST_TOKENS, store: false };
    const response = await client.responses.parse(body, { signal });
    tokens = response.usage?.total_tokens ?? 0;
    if (response.status === 'incomplete') {
      const isFiltered = response.incomplete_details?.reason === 'content_filter';
      return { kind: isFiltered ? 'refused' : 'cut', reason: isFiltered ? 'filter' : 'length', tokens };
    }
    if (
      response.output.some((item) => item.type === 'message' && item.content.some(({ type }) => type === 'refusal'))
    ) {
      return { kind: 'refused', reason: 'refusal', tokens };
    }
    const parsed = answer.safeParse(response.output_parsed);
    return parsed.success
      ? { kind: 'worded', answer: parsed.data, tokens }
      : { kind: 'broken', reason: 'shape', tokens };
  } catch (error) {
    return { ...failureOf(error, endOf(signal)), tokens };
  }
}

function endOf({ aborted: isOver, reason }: AbortSignal): 'timeout' | 'stopped' | null {
  return isOver ? ((reason as Error | undefined)?.name === 'TimeoutError' ? 'timeout' : 'stopped') : null;
}

/** Headers that the client takes from `OPENAI_CUSTOM_HEADERS` are none of our settings. */
function ownHeadersOnly(inner: typeof fetch): typeof fetch {
  return (url, init) => {
    const headers = new Headers(init?.headers);
    for (const name of [...headers.keys()]) {
      if (!KEPT.test(name)) {
        headers.delete(name);
      }
    }
    return inner(url, { ...init, headers });
  };
}

const KEPT =
  /^(?:accept|authorization|content-type|content-length|user-agent|idempotency-key|x-stainless-[a-z-]{1,40})$/;
