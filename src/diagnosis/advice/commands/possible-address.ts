import type { Arch, Hex } from '../../facts.ts';
import { fieldOffset } from '../../views/field-offset.ts';
import { hexValue } from '../../views/hex-value.ts';

/**
 * Whether memory of the kernel can be at an address: the upper half of a canonical pointer, or what looks like the upper half
 * of 32 bits where the paste does not show a wider machine. What a null pointer leads to has no page.
 */
export function isKernelPlace(address: Hex, arch: Arch | null): boolean {
  const value = hexValue(address);
  if (value === null || fieldOffset(address) !== null) {
    return false;
  }
  if (value < 1n << 32n) {
    return value >= 0x80000000n && (arch === 'x86' || arch === null);
  }
  return value >> 47n === 0x1ffffn && value < 1n << 64n;
}
