import type { Parser } from '../parser.ts';
import { chkimg } from './chkimg.ts';
import { exportSymbols } from './export-symbols.ts';
import { lm } from './lm.ts';
import { lmvm } from './lmvm.ts';

/** Loaded and unloaded modules, what differs from their files, and whose symbols are missing. */
export const MODULE_PARSERS: readonly Parser[] = [lm, lmvm, chkimg, exportSymbols];
