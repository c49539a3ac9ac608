import type { Hex } from '../facts.ts';

/** Kernel addresses of 64-bit Windows have sixteen digits and begin with ffff; a copy that lost or doubled an f shows itself. */
const LOST = /^0x(?<digits>fff[0-9a-f]{9,12})$/;
const DOUBLED = /^0x(?<digits>fffff[0-9a-f]{12,13})$/;

/** @returns the value that was most likely printed, null where this one needs no explanation */
export function likelyValue(value: Hex): Hex | null {
  const lost = LOST.exec(value)?.groups?.digits;
  if (lost !== undefined) {
    return `0x${'f'.repeat(16 - lost.length)}${lost}`;
  }
  const doubled = DOUBLED.exec(value)?.groups?.digits;
  return doubled === undefined ? null : `0x${doubled.slice(doubled.length - 16)}`;
}

/** True where one of the two is the other with an f lost or doubled. */
export function isDamagedForm(a: Hex, b: Hex): boolean {
  return likelyValue(a) === b || likelyValue(b) === a;
}
