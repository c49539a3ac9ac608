import type { Hex } from '../facts.ts';

/** As wide as the counts that can fall below zero, narrowest first: an APC disable count has 16 bits, most have 32. */
const WIDTHS = [16n, 32n, 64n];

/** How far below zero a count is still believed: what is further away is a large number, not a small negative one. */
const DEEPEST = 0x1000n;

/** A count as a person reads it: `0xffff` and `0xffffffff` are -1. */
export function signedCount(value: Hex): bigint {
  const number = BigInt(value);
  const below = WIDTHS.map((width) => number - (1n << width)).find((each) => each < 0n && each >= -DEEPEST);
  return below ?? number;
}
