import { setTimeout } from 'node:timers/promises';
import { type Place, placeOf } from '../../ports/place.ts';
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

/** In a tenant 40 in a second and a burst of 4, of the 50 that Teams allows an app there. */
const TENANT: Pace = { everyMs: 25, burst: 4 };
const CONVERSATION: Pace = { everyMs: 600, burst: 4 };

/**
 * The budget of one of so many instances, below what Teams allows a bot by its rate-limit page: in a conversation 7 in
 * one second, 8 in two, 60 in thirty; in a tenant 50 a second. A conversation is answered by one instance at a time, a
 * tenant by all of them.
 */
export function budgetOf(instances: number): Budget {
  const tenant = { everyMs: TENANT.everyMs * instances, burst: Math.ceil(TENANT.burst / instances) };
  return { conversation: CONVERSATION, tenant };
}

/** Reminders take a part of it, so that answers find room beside a morning's digests: 10 a second (Teams' advice). */
export const REMINDERS: Budget = {
  conversation: { everyMs: 1000, burst: 1 },
  tenant: { everyMs: 100, burst: 4 },
};

export interface Pacer {
  /** Takes the next turn and resolves when it has come. */
  readonly turn: (place: Place) => Promise<void>;
  /** Whether a turn taken now would have come already. */
  readonly isFree: (place: Place) => boolean;
  /** The same posting, each in its turn. */
  readonly paced: (post: Post) => Post;
}

/** Above this, places that could send at once long ago are forgotten. */
const MOST_REMEMBERED = 5000;

type Sleep = (ms: number) => Promise<void>;

/**
 * Keeps a budget, which all that is made here shares; whoever comes too early waits. The clock is one that nobody sets:
 * by the wall clock, two minutes back would be two minutes of silence.
 */
export function pacer(budget: () => Budget, now: () => number = monotonic, sleep: Sleep = setTimeout): Pacer {
  const booked = new Map<string, number>();

  async function turn(place: Place): Promise<void> {
    const at = now();
    const wait = Math.max(...paces(place, budget()).map(([key, pace]) => book(booked, key, pace, at)));
    if (booked.size > MOST_REMEMBERED) {
      forget(booked, at);
    }
    if (wait > 0) {
      await sleep(wait);
    }
  }

  return {
    turn,
    isFree: (place) => paces(place, budget()).every(([key, pace]) => waitFor(booked, key, pace, now()) === 0),
    paced: (post) => async (target, saying, replyTo, key) => {
      await turn(target);
      return post(target, saying, replyTo, key);
    },
  };
}

function monotonic(): number {
  return performance.now();
}

function paces(place: Place, { conversation, tenant }: Budget): readonly (readonly [key: string, pace: Pace])[] {
  return [
    [`c ${place.tenant} ${placeOf(place).conversation}`, conversation],
    [`t ${place.tenant}`, tenant],
  ];
}

/** Takes the next turn and returns how long to wait for it: the generic cell rate algorithm. */
function book(booked: Map<string, number>, key: string, pace: Pace, now: number): number {
  const wait = waitFor(booked, key, pace, now);
  booked.set(key, Math.max(now, booked.get(key) ?? 0) + pace.everyMs);
  return wait;
}

function waitFor(booked: Map<string, number>, key: string, { everyMs, burst }: Pace, now: number): number {
  return Math.max(0, Math.max(now, booked.get(key) ?? 0) + everyMs - now - burst * everyMs);
}

function forget(booked: Map<string, number>, now: number): void {
  for (const [key, until] of booked) {
    if (until <= now) {
      booked.delete(key);
    }
  }
}
