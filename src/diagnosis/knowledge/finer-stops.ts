import type { Hex } from '../facts.ts';

interface Range {
  readonly of: Hex;
  readonly from: bigint;
  readonly to: bigint;
}

/**
 * Codes that Windows makes of another after the call that a stack shows: of an access at raised IRQL and of a page fault it
 * finds out more, and a fatal hard error stops with a status of its own. Ranges and no trait of rows: reading a dump needs no
 * table, and goes on where a code has no row yet. Source: the stops that the recorded crashes print below such calls.
 */
const FINER: readonly Range[] = [
  { of: '0xa', from: 0xc0n, to: 0xdfn },
  { of: '0x50', from: 0xc0n, to: 0xdfn },
  { of: '0x50', from: 0xben, to: 0xben },
  { of: '0x4c', from: 0xc0000000n, to: 0xc0000fffn },
];

/** Whether a stop that began as one code may be printed as the other. Both without mask. */
export function canBecome(before: Hex, after: Hex): boolean {
  const code = BigInt(after);
  return FINER.some(({ of, from, to }) => of === before && from <= code && code <= to);
}
