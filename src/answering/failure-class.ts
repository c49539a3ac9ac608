import type { PostResult } from '../ports/post.ts';

/**
 * The status, `token` where there was none to send with, else `timeout` or `network`: few words of our own, for labels and
 * for those who may look at the health.
 */
export function failureClass({ reason }: Exclude<PostResult, { kind: 'posted' }>): string {
  if (reason.startsWith('token ')) {
    return 'token';
  }
  return /^\d{3}(?= |$)/.exec(reason)?.[0] ?? (reason === 'no answer in time' ? 'timeout' : 'network');
}
