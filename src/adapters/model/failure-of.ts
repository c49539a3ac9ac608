import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import type { Asked } from '../../ports/model.ts';

type Failure = Pick<Exclude<Asked<never>, { kind: 'worded' }>, 'kind' | 'reason'>;

/** The service that gives tokens gave none. */
export class NoToken extends Error {}

/** What an error of the client means, in our words: its message may hold what was sent. `over`: why nobody waits any more. */
export function failureOf(error: unknown, over: 'timeout' | 'stopped' | null): Failure {
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return { kind: 'late', reason: 'timeout' };
  }
  if (over !== null || error instanceof APIUserAbortError) {
    return { kind: 'late', reason: over ?? 'stopped' };
  }
  if (error instanceof Error && error.cause instanceof NoToken) {
    return { kind: 'unauthorised', reason: 'token' };
  }
  if (error instanceof APIConnectionTimeoutError) {
    return { kind: 'late', reason: 'timeout' };
  }
  if (error instanceof APIConnectionError) {
    return causedByTime(error) ? { kind: 'late', reason: 'timeout' } : { kind: 'broken', reason: 'network' };
  }
  if (error instanceof APIError && typeof error.status === 'number') {
    return byStatus(error.status, error.code);
  }
  return { kind: 'broken', reason: 'shape' };
}

function causedByTime({ cause }: Error): boolean {
  return cause instanceof Error && cause.name === 'TimeoutError';
}

function byStatus(status: number, code: string | null | undefined): Failure {
  if (status === 401 || status === 403) {
    return { kind: 'unauthorised', reason: `${status}` };
  }
  if (status === 429) {
    return { kind: 'limited', reason: code === 'insufficient_quota' ? 'quota' : '429' };
  }
  return code === 'content_filter' ? { kind: 'refused', reason: 'filter' } : { kind: 'broken', reason: `${status}` };
}
