import type { Hex, StopMeant } from '../facts.ts';

/**
 * Functions of the kernel that raise one stop and no other, for stacks that print no values. Source: public symbols of
 * ntoskrnl.exe, and the stops that the recorded crashes print above them.
 */
const RAISED: ReadonlyMap<string, StopMeant> = new Map([
  ['PspCatchCriticalBreak', { code: '0xef', args: [] }],
  ['KiDoubleFaultAbort', { code: '0x7f', args: ['0x8', null, null, null] }],
]);

/** What the handlers stop with that pass a trap right on to KeBugCheckEx. Source: the stacks of recorded crashes. */
const PASSED_ON: ReadonlyMap<string, Hex> = new Map([
  ['KiPageFault', '0xa'],
  ['KiFastFailDispatch', '0x139'],
]);

/** The stop code that a trap handler passes on through KiBugCheckDispatch; null where it does not. */
export function stopPassedOnBy(name: string | null): Hex | null {
  return PASSED_ON.get(name ?? '') ?? null;
}

/** The stop that a function of the kernel raises; null where it may raise several, or none. */
export function stopRaisedBy(name: string | null): StopMeant | null {
  return RAISED.get(name ?? '') ?? null;
}
