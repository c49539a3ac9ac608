import assert from 'node:assert/strict';

/** Rounds of measuring before growth is believed. */
const ROUNDS = 12;

export interface Growth {
  /** Runs the work on the smaller and on the larger input. */
  readonly small: () => unknown;
  readonly large: () => unknown;
  /** How many times as long the larger input may take. */
  readonly most: number;
  /** Milliseconds within which the clock, the compiler and the collector say more than the work. */
  readonly grain: number;
}

/**
 * Asserts how the time of some work grows with its input. Other work on the machine only ever adds, so the least time of
 * several rounds is the truest, and rounds go on until the growth is within bounds: work that grows faster by its nature
 * fails them all.
 */
export function assertGrowth(what: string, { small, large, most, grain }: Growth): void {
  let least = { small: Number.POSITIVE_INFINITY, large: Number.POSITIVE_INFINITY };
  for (let round = 0; round < ROUNDS; round += 1) {
    least = { small: Math.min(least.small, timeOf(small)), large: Math.min(least.large, timeOf(large)) };
    if (least.large / Math.max(least.small, grain) < most) {
      return;
    }
  }
  assert.fail(`${what}: ${least.small.toFixed(1)} ms grew to ${least.large.toFixed(1)} ms`);
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
