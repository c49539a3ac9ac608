import type { Frame } from '../facts.ts';
import { isPool, isPoolAllocation, isScheduler } from '../knowledge/routines.ts';
import { isKernelModule } from './crash-machinery.ts';

/** The kernel at work on the pool's own bookkeeping. */
export function isPoolCode({ module, function: name }: Frame): boolean {
  return isKernelModule(module) && isPool(name);
}

/** Asking for memory: whoever does so when damage is found is almost certainly innocent of it. */
export function isAllocation({ function: name }: Frame): boolean {
  return isPoolAllocation(name);
}

/** The kernel at work on a thread that was woken. */
export function isSchedulerCode({ module, function: name }: Frame): boolean {
  return isKernelModule(module) && isScheduler(name);
}
