import type { Parser } from '../parser.ts';
import { chkimg } from './chkimg.ts';
import { lm } from './lm.ts';
import { lmvm } from './lmvm.ts';

/** Loaded and unloaded modules, and what differs from their files. */
export const MODULE_PARSERS: readonly Parser[] = [lm, lmvm, chkimg];
