import type { Frame } from '../facts.ts';
import { isScheduler } from '../knowledge/routines.ts';
import { isKernelModule } from './crash-machinery.ts';

/** The kernel at work on a thread that was woken. */
export function isSchedulerCode({ module, function: name }: Frame): boolean {
  return isKernelModule(module) && isScheduler(name);
}
