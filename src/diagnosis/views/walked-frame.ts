import type { Frame } from '../facts.ts';
import type { DriverRole } from './driver-role.ts';

/** A kernel frame with what its module is; `role` null for a bare address. */
export interface WalkedFrame {
  readonly frame: Frame;
  readonly role: DriverRole | null;
}
