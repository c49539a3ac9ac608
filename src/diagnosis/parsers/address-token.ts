import type { Hex } from '../facts.ts';
import { readHex } from './address.ts';

/**
 * Pattern source of an address as the debugger prints it: eight digits on x86, sixteen elsewhere, often split by
 * a backtick that mail and PDF turn into another small mark. The bounds allow a digit lost or doubled on the way.
 */
export const ADDRESS = "(?:0x)?[0-9a-f]{7,18}(?:\\\\?[`'^\\\\´’][0-9a-f]{6,9})?";

/** Reads an address token with whatever stands in the backtick's place; null where it is none. */
export function readAddress(token: string): Hex | null {
  return readHex(token.replace(/\\?[`'^\\´’]/, '`'));
}

/** True for a token wide enough to be an address (not a count or a flag). */
export function isAddress(token: string): boolean {
  return ADDRESS_ONLY.test(token);
}

const ADDRESS_ONLY = new RegExp(`^${ADDRESS}$`, 'i');

/** Reads a number with the debugger's prefixes: `0x1f`, `0n31`; a bare one is hexadecimal, the debugger's default. */
export function readNumber(token: string): number | null {
  const decimal = /^0n(?<digits>\d{1,15})$/i.exec(token)?.groups?.digits;
  if (decimal !== undefined) {
    return Number(decimal);
  }
  const hex = /^(?:0x)?(?<digits>[0-9a-f]{1,12})$/i.exec(token)?.groups?.digits;
  return hex === undefined ? null : Number.parseInt(hex, 16);
}
