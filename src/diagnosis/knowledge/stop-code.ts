import type { BugcheckFact, Hex } from '../facts.ts';

/**
 * Bits that Windows sets above a stop code without changing its meaning. The public reference lists some codes with the
 * bit as entries of their own (0x1000007e, `_M` names); for all others the code below the bit tells what happened.
 */
const MASKS: readonly Hex[] = ['0x10000000', '0x40000000', '0x50000000'];

/** The bits below the masks, and the highest code that is found there (0x20001 is the highest public one). */
const BELOW = 0xfffffffn;
const HIGHEST = 0xfffffn;

const HEX = /^(?:0x)?[0-9a-f]{1,16}$/;

/** `D1`, `0x000000D1`, `00000000`000000d1` → `0xd1`; sign-extended 32-bit codes are shortened; null for anything else. */
export function stopCode(text: string): Hex | null {
  const digits = text.trim().toLowerCase().replaceAll('`', '');
  if (!HEX.test(digits)) {
    return null;
  }
  const value = BigInt(digits.startsWith('0x') ? digits : `0x${digits}`);
  if (value >> 32n === 0n) {
    return `0x${value.toString(16)}`;
  }
  return value >> 31n === 0x1ffffffffn ? `0x${(value & 0xffffffffn).toString(16)}` : null;
}

/** The code as it stands there, or that of the name; null where only an unknown name does. */
export function meantCode({ code, means }: Pick<BugcheckFact, 'code' | 'means'>): Hex | null {
  return code ?? means?.code ?? null;
}

/** Short, masked, or the one status that stops Windows: what an argument that only may be a stop code has to look like. */
const PLAUSIBLE = /^0x(?:[1-9a-f][0-9a-f]{0,2}|1000[0-9a-f]{4}|c000021a)$/;

export function isPlausible(code: Hex): boolean {
  return PLAUSIBLE.test(code);
}

/**
 * The code below the mask: `0x1000007e` → `0x7e`, and what is no masked code (`0xd1`, `0xc000021a`, `0x20001`) as it is.
 * The one meaning of a mask: reading, judging and explaining all ask here.
 */
export function bareCode(code: Hex): Hex {
  return unmasked(code)?.code ?? code;
}

/** A masked code taken apart: `0x1000007e` → `{ mask: 0x10000000, code: 0x7e }`; null for one without a mask. */
export function unmasked(code: Hex): { readonly mask: Hex; readonly code: Hex } | null {
  const value = HEX.test(code) ? BigInt(code) : 0n;
  const rest = value & BELOW;
  const mask: Hex = `0x${(value - rest).toString(16)}`;
  return rest > 0n && rest <= HIGHEST && MASKS.includes(mask) ? { mask, code: `0x${rest.toString(16)}` } : null;
}
