import type { Hex } from '../facts.ts';
import type { Look } from '../look.ts';
import { hexValue } from './hex-value.ts';
import { argumentOf, stopCodeOf } from './stop-code-of.ts';

/** Address of the faulting instruction; null where the stop code does not tell. */
export function faultAddress({ crash, knowledge }: Look): Hex | null {
  const position = knowledge.argument(stopCodeOf(crash), 'instruction');
  const address = position && argumentOf(crash, position);
  const value = hexValue(address);
  return value !== null && value > 0xffffn ? address : null;
}
