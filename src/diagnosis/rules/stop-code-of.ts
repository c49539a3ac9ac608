import type { Crash } from '../crash.ts';
import type { Hex } from '../facts.ts';
import { hexValue } from './hex-value.ts';

/**
 * The stop code without the bits Windows adds above it (0x1000007e is 0x7e), else the code that a KeBugCheckEx frame or a
 * bucket shows; null where the paste gives none.
 */
export function stopCodeOf(crash: Crash): Hex | null {
  const printed = hexValue(crash.bugcheck?.code);
  if (printed !== null) return withoutMask(printed);
  const frame = crash.stack?.frames.find(({ function: name }) => name === 'KeBugCheckEx' || name === 'KeBugCheck2');
  const first = hexValue(frame?.args[0]);
  return first !== null && first > 0n && first < 0x10000n ? withoutMask(first) : null;
}

/** The stop code's argument 1 to 4, null where the paste does not show it. */
export function argumentOf(crash: Crash, position: 1 | 2 | 3 | 4): Hex | null {
  return crash.bugcheck?.args[position - 1] ?? null;
}

function withoutMask(code: bigint): Hex {
  const mask = 0x10000000n;
  return `0x${(code >= mask && code < 2n * mask ? code - mask : code).toString(16)}`;
}
