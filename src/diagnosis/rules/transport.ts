import type { DriverRole } from './driver-role.ts';

/** Drivers of the hardware at the end of a path: everything passes them, so being on the stack below a framework is normal. */
const TRANSPORTS = new Set(['network-adapter', 'storage', 'usb', 'chipset', 'bluetooth', 'audio', 'input']);

export function isTransport({ driver }: DriverRole): boolean {
  return driver !== null && TRANSPORTS.has(driver.kind);
}
