import { isMiniportCall } from '../knowledge/routines.ts';
import type { NearestDriver } from './nearest-driver.ts';

/** Drivers of the hardware at the end of a path: everything passes them, so being on the stack below a framework is normal. */
const TRANSPORTS = new Set(['network-adapter', 'storage', 'usb', 'chipset', 'bluetooth', 'audio', 'input']);

/** True for the driver of the device itself, by the public table or by what it calls. */
export function isTransport({ role, between }: NearestDriver): boolean {
  if (role.driver !== null && TRANSPORTS.has(role.driver.kind)) {
    return true;
  }
  const called = between.at(-1)?.frame;
  return called?.module?.toLowerCase() === 'wdiwifi' || isMiniportCall(called?.function);
}
