import { chkimg } from './chkimg.ts';
import { device } from './device.ts';
import { exceptionRecord } from './exception-record.ts';
import { hardwareError } from './hardware-error.ts';
import { instruction } from './instruction.ts';
import { irp } from './irp.ts';
import { lm } from './lm.ts';
import { lmvm } from './lmvm.ts';
import { namedDriver } from './named-driver.ts';
import type { Parser } from './parser.ts';
import { pool } from './pool.ts';
import { poolTag } from './pool-tag.ts';
import { poolUsed } from './pool-used.ts';
import { registers } from './registers.ts';
import { structure } from './structure.ts';
import { system } from './system.ts';
import { variables } from './variables.ts';
import { verifier } from './verifier.ts';

/** One parser for each command but `!analyze`, the stop code and the call stacks; their order does not matter. */
export const COMMAND_PARSERS: readonly Parser[] = [
  registers,
  instruction,
  exceptionRecord,
  variables,
  structure,
  lm,
  lmvm,
  pool,
  poolUsed,
  poolTag,
  verifier,
  irp,
  device,
  hardwareError,
  chkimg,
  system,
  namedDriver,
];
