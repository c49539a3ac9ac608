import type { Hex } from '../facts.ts';

/** Selectors are 32-bit numbers; debuggers of 64-bit targets print those with the top bit set sign-extended. */
export function shortSelector(value: Hex): Hex {
  return /^0xffffffff[0-9a-f]{8}$/.test(value) ? `0x${(BigInt(value) & 0xffffffffn).toString(16)}` : value;
}
