import type { Parser } from '../parser.ts';
import { hardwareError } from './hardware-error.ts';
import { listed } from './listed.ts';
import { processor } from './processor.ts';
import { system } from './system.ts';

/** The machine, its processors and what its hardware reports. */
export const MACHINE_PARSERS: readonly Parser[] = [hardwareError, system, processor, listed];
