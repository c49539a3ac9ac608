import type { Hex } from '../facts.ts';

/** Sixteen digits is the widest value a debugger prints; a few more tolerate digits doubled by OCR. */
const VALUE = /^(?:0x)?(?<high>[0-9a-f]{1,40})(?:`(?<low>[0-9a-f]{6,9}))?$/i;
const MOST_DIGITS = 18;

/**
 * Reads one token as a hexadecimal value: `fffff801`3ed59513`, `0x1f92`, `000000D1`.
 * Zero padding goes away, however long; what is longer without it than any value the debugger prints is none.
 * @returns lower case with `0x`, no leading zeros; null where the token is no hexadecimal number
 */
export function readHex(token: string): Hex | null {
  const found = VALUE.exec(token);
  if (found?.groups === undefined) {
    return null;
  }
  const digits = `${found.groups.high}${found.groups.low ?? ''}`.toLowerCase().replace(/^0+(?=.)/, '');
  return digits.length > MOST_DIGITS ? null : `0x${digits}`;
}
