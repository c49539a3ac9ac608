import type { Frame } from '../facts.ts';
import type { DriverRole } from './driver-role.ts';
import { hexValue } from './hex-value.ts';

/** A kernel frame with what its module is; `role` null for a bare address. */
export interface WalkedFrame {
  readonly frame: Frame;
  readonly role: DriverRole | null;
}

/** Whether the stack is that of 32-bit code, as its pointer tells; no where the paste does not show it. */
export function is32Bit({ childSp }: Frame): boolean {
  return (hexValue(childSp) ?? 1n << 32n) < 1n << 32n;
}
