import type { Frame } from '../facts.ts';

/**
 * Kernel routines that run because of the crash or the interrupt that noticed it, not because of the fault:
 * the way from KeBugCheckEx down to the frame where things went wrong.
 */
const MACHINERY =
  /^(?:KeBugCheck|KiBugCheck|KeBugCheckEx|DbgBreakPoint|DbgkpWerCapture|RtlpBreakWithStatus|RtlpBreakPoint|KiFatal|KiPageFault|KiTrap|Ki\w{1,40}Trap$|Ki\w{1,40}Fault$|Ki\w{1,40}Abort$|KiExceptionDispatch|KiDispatchException|KiRaiseException|KiRaiseSecurityCheckFailure|KiFastFailDispatch|KiSystemServiceHandler|K[ixz]\w{0,20}SynchronousException|KzExceptionHandler|K[ix]McheckAbort|HalBugCheckSystem|HalpBugCheck|PshedBugCheck|WheaReportHwError|KiProcessNMI|KiNmiInterrupt|RtlDispatchException|RtlpExecuteHandler|RtlpCallVectoredHandlers|KiKernelCalloutExceptionHandler|_?__C_specific_handler|_C_specific_handler|_?except_handler|__GSHandlerCheck|KeCheckStackAndTargetAddress|MmAccessFault|MiSystemFault|MiCheckSystemNxFault|MiRaisedIrqlFault|MiInPageFault|KeAccumulateTicks|KeUpdateRunTime|KiUpdateRunTime|KiUpdateTime|KeUpdateTime|KeUpdateSystemTime|KeClockInterruptNotify|KiCheckForThreadDispatch|KiClockInterrupt|KeDpcWatchdog|KiDpcWatchdog|PspUnhandledException|KeCheckForTimer|VerifierBugCheckIfAppropriate|ViErrorFinishReport|VfBugCheck|VfReportIssue|ViDeadlock|VfDeadlock|VerifierBugCheck|SLIC_|CarInitiate)/;

/** `Function$filt$0` and `$fin$`: exception filters and handlers of the function named. */
const HANDLER = /\$(?:filt|fin)\$/;

/** The HAL's clock interrupt and the dispatch around it, seen above the code that a watchdog interrupted. */
const CLOCK =
  /^(?:HalpTimerClock|HalpClockInterrupt|HalpRtcClock|HalpHpetClock|HalpGenericCall|KiCallInterruptServiceRoutine|KiInterruptSubDispatch|KiInterruptDispatch|KiScanInterruptObjectList|KiInterruptMessageDispatch|HalpApicTimer|HvlEndSystemInterrupt|KiIpiInterrupt|HalRequestIpi|HalpIpiHandler|KiIpiProcessRequests|KiIpiServiceRoutine|KiFreezeTargetExecution|KiSecondaryClockInterrupt)/;

const BUGCHECK = /^(?:KeBugCheck|KiBugCheck)/;

/** The kernel and the HAL under all the names that builds and debuggers gave them (`ntkrpamp`, `halacpi`). */
export function isKernelModule(module: string | null): boolean {
  return module !== null && /^(?:nt|ntoskrnl|ntkr\w{1,10}|hal\w{0,8})$/i.test(module);
}

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
  const bare = bareName(name);
  return [name, bare].some((form) => MACHINERY.test(form) || CLOCK.test(form)) || HANDLER.test(name);
}

export function isBugcheckFrame({ function: name }: Frame): boolean {
  return name !== null && BUGCHECK.test(bareName(name));
}

/** Without the decoration of x86 calling conventions: `_KeBugCheckEx@20` → `KeBugCheckEx`. */
export function bareName(name: string): string {
  return name.replace(/^[_@]/, '').replace(/@\d{1,3}$/, '');
}
