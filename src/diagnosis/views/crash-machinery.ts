import type { Frame } from '../facts.ts';
import { isClockInterrupt, isCrashMachinery, isStopWay } from '../knowledge/routines.ts';

/** `Function$filt$0` and `$fin$`: exception filters and handlers of the function named. */
const HANDLER = /\$(?:filt|fin)\$/;

/** An exception filter or a clean-up of a function, as the compiler names it. */
export function isHandler({ function: name }: Frame): boolean {
  return name !== null && HANDLER.test(name);
}

/**
 * The kernel and the HAL under all the names that builds and debuggers gave them (`ntkrpamp`, `halacpi`); other tools print
 * the file (`ntoskrnl.exe`).
 */
export function isKernelModule(module: string | null): boolean {
  return module !== null && /^(?:nt|ntoskrnl|ntkr\w{1,10}|hal\w{0,8})(?:\.exe|\.dll)?$/i.test(module);
}

/** A frame above the fault: of the crash itself, or of the interrupt that noticed it. */
export function isMachinery({ module, function: name }: Frame): boolean {
  if (module === null || name === null) {
    return false;
  }
  if (/^(?:verifierext|vrfcore|vfbasics|pshed)$/i.test(module)) {
    return true;
  }
  if (!isKernelModule(module)) {
    return false;
  }
  return isCrashMachinery(name) || isClockInterrupt(name) || HANDLER.test(name);
}

export function isBugcheckFrame({ function: name }: Frame): boolean {
  return isStopWay(name);
}
