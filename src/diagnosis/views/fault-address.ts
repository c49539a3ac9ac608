import type { Crash } from '../crash.ts';
import type { Hex } from '../facts.ts';
import { hexValue } from './hex-value.ts';
import { stopCodeOf } from './stop-code-of.ts';

/** Which argument holds the address of the instruction that faulted (public bug check reference). */
export const INSTRUCTION_ARGUMENT: Readonly<Record<string, number>> = {
  '0xa': 3,
  '0xd1': 3,
  '0x50': 2,
  '0x1e': 1,
  '0x7e': 1,
  '0x8e': 1,
  '0x3b': 1,
  '0xd5': 2,
  '0xce': 2,
};

/** Address of the faulting instruction; null where the stop code does not tell. */
export function faultAddress(crash: Crash): Hex | null {
  const position = INSTRUCTION_ARGUMENT[stopCodeOf(crash) ?? ''];
  const address = position === undefined ? null : (crash.bugcheck?.args[position] ?? null);
  const value = hexValue(address);
  return value !== null && value > 0xffffn ? address : null;
}
