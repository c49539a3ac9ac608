import type { Hex } from '../facts.ts';

/**
 * Bits that Windows sets above a stop code without changing its meaning. The public reference lists some codes with the
 * bit as entries of their own (0x1000007e, `_M` names); for all others the code below the bit tells what happened.
 */
const MASKS: readonly Hex[] = ['0x10000000', '0x40000000', '0x50000000'];

const HEX = /^(?:0x)?[0-9a-f]{1,16}$/;

/** `D1`, `0x000000D1`, `00000000`000000d1` → `0xd1`; sign-extended 32-bit codes are shortened; null for anything else. */
export function stopCode(text: string): Hex | null {
  const digits = text.trim().toLowerCase().replaceAll('`', '');
  if (!HEX.test(digits)) return null;
  const value = BigInt(digits.startsWith('0x') ? digits : `0x${digits}`);
  if (value >> 32n === 0n) return `0x${value.toString(16)}`;
  return value >> 31n === 0x1ffffffffn ? `0x${(value & 0xffffffffn).toString(16)}` : null;
}

/** The codes that remain when a mask is taken off: `0x1000007e` → `[{ mask: 0x10000000, code: 0x7e }]`. */
export function unmasked(code: Hex): readonly { readonly mask: Hex; readonly code: Hex }[] {
  const value = BigInt(code);
  const found: { mask: Hex; code: Hex }[] = [];
  for (const mask of MASKS) {
    const rest = value ^ BigInt(mask);
    if ((value & BigInt(mask)) !== BigInt(mask) || rest === 0n) continue;
    found.push({ mask, code: `0x${rest.toString(16)}` });
  }
  return found;
}
