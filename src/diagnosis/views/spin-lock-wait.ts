import type { Frame } from '../facts.ts';
import { type Look, view } from '../look.ts';
import { nearestToFault } from './nearest-to-fault.ts';

/** Whether the fault's stack shows a driver outside Windows in the kernel's wait for a spin lock: somebody else holds it. */
export const waitsForSpinLock = view((look: Look): boolean => {
  const nearest = nearestToFault(look);
  const first = nearest?.between[0];
  return nearest?.nearness === 'caller' && first !== undefined && takesSpinLock(first.frame);
});

/** A name that is only the nearest known one tells of no lock. */
export function takesSpinLock({ function: name, exportSymbol }: Frame): boolean {
  return /SpinLock/.test(name ?? '') && !exportSymbol;
}
