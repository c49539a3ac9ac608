import type { Frame } from '../facts.ts';
import { bareName, isKernelModule } from './crash-machinery.ts';

/**
 * Routines of the kernel that give a processor to a thread that was woken. They work on the threads and processors of the
 * machine: who set the event or released the semaphore handed them nothing of its own.
 */
const SCHEDULER =
  /^(?:KiDeferredReady|KiProcessDeferredReady|KiCommitReschedule|KiSetSchedulerAssist|KiSelectReadyThread|KiReadyDeferredReadyList|KiReadyThread|KiSearchForNewThread|KiExitDispatcher|KiQuantumEnd)/;

export function isSchedulerCode({ module, function: name }: Frame): boolean {
  return isKernelModule(module) && name !== null && SCHEDULER.test(bareName(name));
}
