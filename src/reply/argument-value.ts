import type { Hex } from '../diagnosis/facts.ts';

const HEX = /^(?:0x)?[0-9a-f]{1,16}$/;

/** An argument as typed (`0000000000000003`, `ffff8102`1c0a2010`, `0x3,`) in the usual spelling; null where it is none. */
export function argumentValue(text: string): Hex | null {
  const digits = text
    .trim()
    .toLowerCase()
    .replace(/[`,{}()]/g, '');
  if (!HEX.test(digits)) {
    return null;
  }
  return `0x${BigInt(digits.startsWith('0x') ? digits : `0x${digits}`).toString(16)}`;
}
