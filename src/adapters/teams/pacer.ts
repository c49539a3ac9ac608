import { placeOf } from '../../ports/place.ts';
import type { Post } from '../../ports/post.ts';

/** So many at once, then one every `everyMs` milliseconds. */
export interface Pace {
  readonly everyMs: number;
  readonly burst: number;
}

export interface Budget {
  readonly conversation: Pace;
  readonly tenant: Pace;
}

/**
 * Our own budget, for each instance, below what Teams allows a bot by its rate-limit page: in a conversation 7 in one
 * second, 8 in two, 60 in thirty; in a tenant 50 a second.
 */
export const OUR_BUDGET: Budget = {
  conversation: { everyMs: 600, burst: 4 },
  tenant: { everyMs: 100, burst: 4 },
};

/** Above this, places that could send at once long ago are forgotten. */
const MOST_REMEMBERED = 5000;

/** Makes posting keep a budget, which all that is made here shares; whoever comes too early waits. */
export function pacer(budget: Budget, now: () => number = Date.now, sleep = sleepMs): (post: Post) => Post {
  const booked = new Map<string, number>();
  return (post) => async (target, answer, replyTo) => {
    const wait = Math.max(
      book(booked, `c ${target.tenant} ${placeOf(target).conversation}`, budget.conversation, now()),
      book(booked, `t ${target.tenant}`, budget.tenant, now()),
    );
    if (booked.size > MOST_REMEMBERED) forget(booked, now());
    if (wait > 0) await sleep(wait);
    return post(target, answer, replyTo);
  };
}

function sleepMs(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Takes the next turn and returns how long to wait for it: the generic cell rate algorithm. */
function book(booked: Map<string, number>, key: string, { everyMs, burst }: Pace, now: number): number {
  const until = Math.max(now, booked.get(key) ?? 0) + everyMs;
  booked.set(key, until);
  return Math.max(0, until - now - burst * everyMs);
}

function forget(booked: Map<string, number>, now: number): void {
  for (const [key, until] of booked) if (until <= now) booked.delete(key);
}
