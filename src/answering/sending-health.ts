import type { Post } from '../ports/post.ts';
import { failureClass } from './failure-class.ts';

export type SendingState =
  | { readonly sending: 'ok' }
  /** The channel takes nothing since an ISO instant, for a reason of a few words (`token`, `503`, `network`, …). */
  | { readonly sending: 'failing'; readonly since: string; readonly reason: string };

export interface SendingHealth {
  readonly watched: (post: Post) => Post;
  readonly state: () => SendingState;
}

/** One conversation that is not taken tells nothing about the channel; so many failures and no success between do. */
const MOST_IN_A_ROW = 3;

/** Knows whether the channel takes what we send. `now` is what people read on a clock. */
export function sendingHealth(now: () => Date): SendingHealth {
  let since = '';
  let reason = '';
  let inARow = 0;
  return {
    watched: (post) => async (target, saying, replyTo, key) => {
      const result = await post(target, saying, replyTo, key);
      if (result.kind !== 'later' && result.kind !== 'unclear') {
        inARow = 0;
        return result;
      }
      if (++inARow === 1) {
        since = now().toISOString();
      }
      reason = failureClass(result);
      return result;
    },
    state: () => (inARow < MOST_IN_A_ROW ? { sending: 'ok' } : { sending: 'failing', since, reason }),
  };
}
