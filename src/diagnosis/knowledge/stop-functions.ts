import type { StopMeant } from '../facts.ts';

/**
 * Functions of the kernel that raise one stop and no other, for stacks that print no values. Source: public symbols of
 * ntoskrnl.exe, and the stops that the recorded crashes print above them.
 */
const RAISED: ReadonlyMap<string, StopMeant> = new Map([
  ['PspCatchCriticalBreak', { code: '0xef', args: [] }],
  ['KiDoubleFaultAbort', { code: '0x7f', args: ['0x8', null, null, null] }],
]);

/** The stop that a function of the kernel raises; null where it may raise several, or none. */
export function stopRaisedBy(name: string | null): StopMeant | null {
  return RAISED.get(name ?? '') ?? null;
}
