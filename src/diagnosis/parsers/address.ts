import type { Hex } from '../facts.ts';

/** Sixteen digits is the widest value a debugger prints; a few more tolerate a digit doubled by OCR. */
const VALUE = /^(?:0x)?(?<high>[0-9a-f]{1,18})(?:`(?<low>[0-9a-f]{8}))?$/i;

/**
 * Reads one token as a hexadecimal value: `fffff801`3ed59513`, `0x1f92`, `000000D1`.
 * Zero padding goes away, except where it makes the value longer than any the debugger prints.
 * @returns lower case with `0x`, no leading zeros; null where the token is no hexadecimal number
 */
export function readHex(token: string): Hex | null {
  const found = VALUE.exec(token);
  if (found?.groups === undefined) {
    return null;
  }
  const digits = `${found.groups.high}${found.groups.low ?? ''}`.toLowerCase().replace(/^0+(?=.)/, '');
  return `0x${digits}`;
}
