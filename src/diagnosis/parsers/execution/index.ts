import type { Parser } from '../parser.ts';
import { breakpoint } from './breakpoint.ts';
import { errorCode } from './error-code.ts';
import { exceptionRecord } from './exception-record.ts';
import { instruction } from './instruction.ts';
import { nearestSymbol } from './nearest-symbol.ts';
import { registers } from './registers.ts';
import { structure } from './structure.ts';
import { variables } from './variables.ts';

/** What the processor was doing: registers, code, exceptions, variables and structures. */
export const EXECUTION_PARSERS: readonly Parser[] = [
  registers,
  instruction,
  nearestSymbol,
  exceptionRecord,
  breakpoint,
  variables,
  structure,
  errorCode,
];
