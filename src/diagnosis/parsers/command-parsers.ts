import { namedDriver } from './analyze/named-driver.ts';
import { device } from './devices/device.ts';
import { fltkd } from './devices/fltkd.ts';
import { irp } from './devices/irp.ts';
import { ndiskd } from './devices/ndiskd.ts';
import { power } from './devices/power.ts';
import { storagekd } from './devices/storagekd.ts';
import { usbkd } from './devices/usbkd.ts';
import { wdfkd } from './devices/wdfkd.ts';
import { errorCode } from './execution/error-code.ts';
import { exceptionRecord } from './execution/exception-record.ts';
import { instruction } from './execution/instruction.ts';
import { registers } from './execution/registers.ts';
import { structure } from './execution/structure.ts';
import { variables } from './execution/variables.ts';
import { hardwareError } from './machine/hardware-error.ts';
import { processor } from './machine/processor.ts';
import { system } from './machine/system.ts';
import { memory } from './memory/memory.ts';
import { pool } from './memory/pool.ts';
import { poolTag } from './memory/pool-tag.ts';
import { poolUsed } from './memory/pool-used.ts';
import { tagSearch } from './memory/tag-search.ts';
import { verifier } from './memory/verifier.ts';
import { virtualMemory } from './memory/virtual-memory.ts';
import { chkimg } from './modules/chkimg.ts';
import { lm } from './modules/lm.ts';
import { lmvm } from './modules/lmvm.ts';
import type { Parser } from './parser.ts';
import { allStacks } from './threads/all-stacks.ts';
import { dpcs } from './threads/dpcs.ts';
import { locks } from './threads/locks.ts';
import { processHeader } from './threads/process-header.ts';
import { threadHeader } from './threads/thread-header.ts';

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
