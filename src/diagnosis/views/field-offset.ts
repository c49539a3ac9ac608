import { hexValue } from './hex-value.ts';

/** Wider than any field offset one meets in practice, smaller than the 64 KB that Windows never maps at zero. */
const NEAR = 0x1000n;

/** `- 0x18`, `+ 0x8`; null for an address that is not near zero. */
export function fieldOffset(address: string): string | null {
  const value = hexValue(address);
  if (value === null) {
    return null;
  }
  if (value < NEAR) {
    return `+ 0x${value.toString(16)}`;
  }
  for (const top of [1n << 64n, 1n << 32n]) {
    if (value < top && top - value <= NEAR) {
      return `- 0x${(top - value).toString(16)}`;
    }
  }
  return null;
}
