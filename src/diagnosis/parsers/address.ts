import type { Hex } from '../facts.ts';

/** Sixteen digits is the widest value a debugger prints; a few more tolerate digits doubled by OCR. */
const VALUE = /^(?:0x)?(?<high>[0-9a-f]{1,40})(?:`(?<low>[0-9a-f]{6,9}))?$/i;
const MOST_DIGITS = 18;
const ZERO = 48;

/**
 * Reads one token as a hexadecimal value: `fffff801`3ed59513`, `0x1f92`, `000000D1`.
 * Zero padding goes away, however long; what is longer without it than any value the debugger prints is none.
 * @returns lower case with `0x`, no leading zeros; null where the token is no hexadecimal number
 */
export function readHex(token: string): Hex | null {
  const mark = token.indexOf('`');
  const low = token.length - mark - 1;
  const digits = mark === -1 ? token : `${token.slice(0, mark)}${token.slice(mark + 1)}`;
  const isWhole = mark === -1 || (mark > 0 && low >= 6 && low <= 9);
  return isWhole && isPlain(digits) ? `0x${digits.slice(zeroesOf(digits))}` : readMarked(token);
}

/** Small digits and nothing else, as nearly every value is printed: no pattern is needed. */
function isPlain(digits: string): boolean {
  for (let at = 0; at < digits.length; at += 1) {
    if (!isSmallHexDigit(digits.charCodeAt(at))) {
      return false;
    }
  }
  return digits.length > 0 && digits.length <= MOST_DIGITS;
}

function isSmallHexDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 102);
}

/** Leading zeroes that go away; one digit stays. */
function zeroesOf(digits: string): number {
  let at = 0;
  while (at < digits.length - 1 && digits.charCodeAt(at) === ZERO) {
    at += 1;
  }
  return at;
}

/** Capitals and the prefix, and all that is no value. */
function readMarked(token: string): Hex | null {
  const found = VALUE.exec(token);
  if (found?.groups === undefined) {
    return null;
  }
  const digits = `${found.groups.high}${found.groups.low ?? ''}`.toLowerCase().replace(/^0+(?=.)/, '');
  return digits.length > MOST_DIGITS ? null : `0x${digits}`;
}
