import type { Parser } from '../parser.ts';
import { device } from './device.ts';
import { fltkd } from './fltkd.ts';
import { irp } from './irp.ts';
import { ndiskd } from './ndiskd.ts';
import { power } from './power.ts';
import { service } from './service.ts';
import { storagekd } from './storagekd.ts';
import { usbkd } from './usbkd.ts';
import { wdfkd } from './wdfkd.ts';

/** Device stacks, requests, and the drivers beside them. */
export const DEVICE_PARSERS: readonly Parser[] = [irp, device, ndiskd, fltkd, wdfkd, storagekd, usbkd, power, service];
