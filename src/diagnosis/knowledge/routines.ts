import { nameList } from './name-list.ts';

/** Whether a name of a frame's function is on the list; false for a frame without one. */
export type IsRoutine = (name: string | null | undefined) => boolean;

function routines(list: string, options?: { readonly anyCase: boolean }): IsRoutine {
  const isListed = nameList(`routines/${list}.txt`, options);
  return (name) => name != null && (isListed(name) || isListed(bareName(name)));
}

/** Without the decoration of x86 calling conventions: `_KeBugCheckEx@20` → `KeBugCheckEx`. */
function bareName(name: string): string {
  return name.replace(/^[_@]/, '').replace(/@\d{1,3}$/, '');
}

// What each list is for, and what a name added to it does to a crash, stands at the top of its file.
export const isCrashMachinery = routines('crash-machinery');
export const isClockInterrupt = routines('clock-interrupt');
export const isStopWay = routines('stop-way');
export const isStopCall = routines('stop-call', { anyCase: true });
export const isWatchdogTick = routines('watchdog-tick');
export const isTimeoutReport = routines('timeout-report');
export const isTrapHandler = routines('trap-handler');
export const isDoubleFault = routines('double-fault');
export const isVerifierStop = routines('verifier-stop');

export const isStackOrigin = routines('stack-origin');
export const isThreadStart = routines('thread-start');
export const isTimerExpiry = routines('timer-expiry');
export const isStackSwitch = routines('stack-switch');
export const isBootPhase = routines('boot-phase');
export const isProcessEnd = routines('process-end');
export const isInterruptEntry = routines('interrupt-entry');
export const isSystemService = routines('system-service');
export const isZwCall = routines('zw-call');
export const isSystemRoutine = routines('system-routine');
export const isUnwinding = routines('unwinding');

export const isWaiting = routines('waiting');
export const isWaitCall = routines('wait-call');
export const isSpin = routines('spin');
export const isLockTaking = routines('lock-taking', { anyCase: true });
export const isScheduler = routines('scheduler');

export const isPool = routines('pool');
export const isPoolAllocation = routines('pool-allocation');
export const isCopying = routines('copying');
export const isPoolFree = routines('pool-free');
export const isHeapFailure = routines('heap-failure');
export const isBookkeeping = routines('bookkeeping');
export const isRegistry = routines('registry');

export const isCallbackRemoval = routines('callback-removal');
export const isCallbackCall = routines('callback-call');
export const isRequestPassing = routines('request-passing');
export const isRequestGiving = routines('request-giving');
export const isRequestResuming = routines('request-resuming');
export const isRequestCompletion = routines('request-completion');
export const isRequestReturn = routines('request-return');
export const isFastIo = routines('fast-io');
export const isControlService = routines('control-service');
export const isControlDispatch = routines('control-dispatch');
export const isMiniportCall = routines('miniport-call');

export const isDrawingEngine = routines('drawing-engine');
export const isPacketHanding = routines('packet-handing');
export const isInputHanding = routines('input-handing');
export const isStreamHanding = routines('stream-handing');
export const isPowerFramework = routines('power-framework');
