import type { Hex, StopMeant } from '../facts.ts';

/**
 * Functions of the kernel, and of the display and driver frameworks, that raise one stop and no other, for stacks that print
 * no values. Source: public symbols of their images, and the stops that the recorded crashes print above them.
 */
const RAISED: ReadonlyMap<string, StopMeant> = new Map([
  ['PspCatchCriticalBreak', { code: '0xef', args: [] }],
  ['KiDoubleFaultAbort', { code: '0x7f', args: ['0x8', null, null, null] }],
  ['PopIrpWatchdogBugcheck', { code: '0x9f', args: ['0x3', null, null, null] }],
  ['TdrBugcheckOnTimeout', { code: '0x116', args: [] }],
  ['FxVerifierBugCheckWorker', { code: '0x10d', args: [] }],
  ['RtlpHeapHandleError', { code: '0x13a', args: [] }],
]);

/** What the handlers stop with that pass a trap right on to KeBugCheckEx. Source: the stacks of recorded crashes. */
const PASSED_ON: ReadonlyMap<string, Hex> = new Map([
  ['KiPageFault', '0xa'],
  ['KiFastFailDispatch', '0x139'],
  ['KiSystemServiceHandler', '0x3b'],
]);

/** Of these the kernel makes a finer one where a driver was running, so the handler alone does not tell which it was. */
const MAY_BE_FINER: ReadonlySet<Hex> = new Set(['0xa']);

/** The stop that surely follows where a handler called KiBugCheckDispatch; null where it may be a finer one, or none. */
export function stopDispatchedBy(name: string | null): StopMeant | null {
  const code = stopPassedOnBy(name);
  return code === null || MAY_BE_FINER.has(code) ? null : { code, args: [] };
}

/** The stop code that a trap handler passes on through KiBugCheckDispatch; null where it does not. */
export function stopPassedOnBy(name: string | null): Hex | null {
  return PASSED_ON.get(name ?? '') ?? null;
}

/** The stop that a function of the kernel raises; null where it may raise several, or none. */
export function stopRaisedBy(name: string | null): StopMeant | null {
  return RAISED.get(name ?? '') ?? null;
}
