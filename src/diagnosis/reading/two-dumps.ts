import type { SystemFact } from '../facts.ts';
import { areOtherMachines } from './machine-facts.ts';

/**
 * Whether more than the stop tells two views of dumps apart: where code lies (`starts`, as it was compared), the machine, the
 * time, the name of the dump. A fault that comes again may have the same arguments, where images lie at the same addresses
 * after each start.
 */
export function areTwoDumps(
  starts: 'same' | 'other' | 'open',
  a: readonly SystemFact[],
  b: readonly SystemFact[],
): boolean {
  return starts === 'other' || areOtherMachines(a, b);
}
