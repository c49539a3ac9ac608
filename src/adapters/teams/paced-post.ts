import { placeOf } from '../../ports/place.ts';
import type { Post } from '../../ports/post.ts';

/** Milliseconds between the beginnings of two sends. */
export interface Pace {
  readonly perConversation: number;
  readonly perTenant: number;
}

/**
 * Our own budget, below what Teams allows a bot (7 a second in a conversation and 30 in half a minute, 50 a second in a
 * tenant, by its rate-limit page): one a second in a conversation, ten a second in a tenant, for each instance.
 */
export const OUR_PACE: Pace = { perConversation: 1000, perTenant: 100 };

/** Above this, places that could send at once long ago are forgotten. */
const MOST_REMEMBERED = 5000;

/** Posts at a measured pace; whoever comes too early waits. */
export function pacedPost(post: Post, pace: Pace, now: () => number = Date.now): Post {
  const free = new Map<string, number>();
  return async (target, answer, replyTo) => {
    const conversation = `c ${placeOf(target).conversation}`;
    const tenant = `t ${target.tenant}`;
    const at = Math.max(now(), free.get(conversation) ?? 0, free.get(tenant) ?? 0);
    free.set(conversation, at + pace.perConversation);
    free.set(tenant, at + pace.perTenant);
    if (free.size > MOST_REMEMBERED) forget(free, now());
    const wait = at - now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    return post(target, answer, replyTo);
  };
}

function forget(free: Map<string, number>, now: number): void {
  for (const [key, at] of free) if (at <= now) free.delete(key);
}
