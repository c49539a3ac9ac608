import { placeOf } from '../../ports/place.ts';
import type { Post } from '../../ports/post.ts';

/** Above this, holds that are over are forgotten. */
const MOST_HELD = 1000;

/**
 * Leaves a conversation alone for as long as Teams asked for (429 with `Retry-After`): whoever wants to send there
 * meanwhile is told to come later, and no request is made. Others are not held up. All posting that is made here heeds
 * the same holds. The clock is one that nobody sets.
 */
export function brake(now: () => number = () => performance.now()): (post: Post) => Post {
  const until = new Map<string, number>();
  return (post) => async (target, saying, replyTo, key) => {
    const place = `${target.tenant} ${placeOf(target).conversation}`;
    const left = (until.get(place) ?? 0) - now();
    if (left > 0) {
      return { kind: 'later', reason: '429 asked to wait', afterMs: left };
    }
    const result = await post(target, saying, replyTo, key);
    if (result.kind === 'later' && result.afterMs) {
      until.set(place, now() + result.afterMs);
    }
    if (until.size > MOST_HELD) {
      forget(until, now());
    }
    return result;
  };
}

function forget(until: Map<string, number>, now: number): void {
  for (const [place, end] of until) {
    if (end <= now) {
      until.delete(place);
    }
  }
}
