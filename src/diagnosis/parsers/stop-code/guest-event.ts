import type { Hex } from '../../facts.ts';

/**
 * Guests of other systems tell the host who they are in the first value: the highest bit says open source, the next ones
 * which (1 Linux, 2 FreeBSD). No kernel address of Windows begins so.
 * Source: Hypervisor Top Level Functional Specification, "Guest OS Identity MSR for Open Source Operating Systems".
 */
const OTHER_SYSTEM = /^0x8[0-9a-f]{15}$/;

/** What a Hyper-V host recorded of a guest is a stop of Windows: it has a code, and the guest is no other system. */
export function isWindowsGuest(code: Hex | null, [first]: readonly (Hex | null | undefined)[]): boolean {
  return code !== '0x0' && !OTHER_SYSTEM.test(first ?? '');
}
