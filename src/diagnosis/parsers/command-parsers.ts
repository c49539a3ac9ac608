import { allStacks } from './all-stacks.ts';
import { chkimg } from './chkimg.ts';
import { device } from './device.ts';
import { dpcs } from './dpcs.ts';
import { errorCode } from './error-code.ts';
import { exceptionRecord } from './exception-record.ts';
import { fltkd } from './fltkd.ts';
import { hardwareError } from './hardware-error.ts';
import { instruction } from './instruction.ts';
import { irp } from './irp.ts';
import { lm } from './lm.ts';
import { lmvm } from './lmvm.ts';
import { locks } from './locks.ts';
import { memory } from './memory.ts';
import { namedDriver } from './named-driver.ts';
import { ndiskd } from './ndiskd.ts';
import type { Parser } from './parser.ts';
import { pool } from './pool.ts';
import { poolTag } from './pool-tag.ts';
import { poolUsed } from './pool-used.ts';
import { power } from './power.ts';
import { processHeader } from './process-header.ts';
import { processor } from './processor.ts';
import { registers } from './registers.ts';
import { storagekd } from './storagekd.ts';
import { structure } from './structure.ts';
import { system } from './system.ts';
import { tagSearch } from './tag-search.ts';
import { threadHeader } from './thread-header.ts';
import { usbkd } from './usbkd.ts';
import { variables } from './variables.ts';
import { verifier } from './verifier.ts';
import { virtualMemory } from './virtual-memory.ts';
import { wdfkd } from './wdfkd.ts';

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
  ndiskd,
  fltkd,
  wdfkd,
  storagekd,
  usbkd,
  processHeader,
  threadHeader,
  allStacks,
  locks,
  dpcs,
  memory,
  processor,
  virtualMemory,
  errorCode,
  power,
  tagSearch,
];
