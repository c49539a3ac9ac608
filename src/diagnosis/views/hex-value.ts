import type { Hex } from '../facts.ts';

/** The number behind a Hex; null for what is none (a fact may come from a damaged paste). */
export function hexValue(hex: Hex | null | undefined): bigint | null {
  return hex && /^0x[0-9a-f]{1,20}$/.test(hex) ? BigInt(hex) : null;
}

/** The last 16 bits: images are loaded at multiples of 64 KB, so these survive relocation. */
export function low16(hex: Hex): string | null {
  const value = hexValue(hex);
  return value === null ? null : (value & 0xffffn).toString(16).padStart(4, '0');
}

/** Number of bits in which two values differ. */
function bitsApart(a: bigint, b: bigint): number {
  let difference = a ^ b;
  let count = 0;
  while (difference > 0n) {
    count += Number(difference & 1n);
    difference >>= 1n;
  }
  return count;
}

/** The number of the one bit in which two values differ, from 0; null where they differ in none or in more. */
export function turnedBit(a: bigint, b: bigint): number | null {
  return bitsApart(a, b) === 1 ? (a ^ b).toString(2).length - 1 : null;
}

/** The first 64 KB, which Windows never maps: what is reached there is reached from a null pointer. */
export function isNearNull(hex: Hex): boolean {
  const value = hexValue(hex);
  return value !== null && value < 0x10000n;
}

/**
 * An address of user space: below 2 GB where the debugger printed eight digits, else in the lower canonical half. The
 * width is asked instead of the architecture, which a paste may not show or a debugger's own banner may falsify.
 */
export function isUserAddress(hex: Hex): boolean {
  const value = hexValue(hex);
  if (value === null) {
    return false;
  }
  return value < (hex.length <= 10 ? 0x80000000n : 0x800000000000n);
}

/** A pointer that no x64 or ARM64 processor accepts: bits 47 to 63 differ from one another. */
export function isNonCanonical(value: bigint): boolean {
  const top = value >> 47n;
  return value < 1n << 64n && top !== 0n && top !== 0x1ffffn;
}

/** Sixteen digits with the debugger's backtick, eight without: the form an engineer can paste back. */
export function debuggerAddress(hex: Hex): string {
  const digits = hex.slice(2);
  if (digits.length <= 8) {
    return hex;
  }
  const padded = digits.padStart(16, '0');
  return `0x${padded.slice(0, -8)}\`${padded.slice(-8)}`;
}
