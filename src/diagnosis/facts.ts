import type {
  ApplicationFact,
  BugcheckFact,
  CorruptionFact,
  ExceptionFact,
  FieldFact,
  HardwareErrorFact,
  NamedDriverFact,
  ToldCauseFact,
  ToldDriverFact,
} from './facts/analysis.ts';
import type { AttachedDriverFact, DeviceFact, IrpFact, ListedFact, VerifierFact } from './facts/devices.ts';
import type {
  BreakpointFact,
  InstructionFact,
  LockFact,
  RegistersFact,
  RoutineFact,
  StackFact,
  StructureFact,
  ThreadFact,
  VariableFact,
} from './facts/execution.ts';
import type { AddressFact, ModuleFact, PoolBlockFact, PoolUseFact, TagOwnerFact } from './facts/memory.ts';
import type { CutFact, DamageFact, SystemFact } from './facts/paste.ts';

export type * from './facts/analysis.ts';
export type * from './facts/cited.ts';
export type * from './facts/devices.ts';
export type * from './facts/execution.ts';
export type * from './facts/memory.ts';
export type * from './facts/paste.ts';

/**
 * What a paste can tell about one crash. Parsers write facts, rules read them; neither knows the other.
 * Every fact carries the lines of the paste, as the user sees it, that say so.
 *
 * Terms: an *image* is a file name (`nwifi.sys`), a *module* the debugger's short name for it (`nwifi`),
 * a *frame* one line of a call stack, a *mention* one place of the paste that shows the crash.
 */

/** All facts of one crash, by kind. An absent kind is an empty list, so absence is a normal value. */
export interface Facts {
  readonly bugchecks: readonly BugcheckFact[];
  readonly fields: readonly FieldFact[];
  readonly stacks: readonly StackFact[];
  readonly registers: readonly RegistersFact[];
  readonly instructions: readonly InstructionFact[];
  readonly exceptions: readonly ExceptionFact[];
  readonly breakpoints: readonly BreakpointFact[];
  readonly modules: readonly ModuleFact[];
  readonly poolBlocks: readonly PoolBlockFact[];
  readonly tagOwners: readonly TagOwnerFact[];
  readonly poolUses: readonly PoolUseFact[];
  readonly structures: readonly StructureFact[];
  readonly variables: readonly VariableFact[];
  readonly irps: readonly IrpFact[];
  readonly devices: readonly DeviceFact[];
  readonly namedDrivers: readonly NamedDriverFact[];
  readonly toldDrivers: readonly ToldDriverFact[];
  readonly toldCauses: readonly ToldCauseFact[];
  readonly attachedDrivers: readonly AttachedDriverFact[];
  readonly listed: readonly ListedFact[];
  readonly threads: readonly ThreadFact[];
  readonly locks: readonly LockFact[];
  readonly routines: readonly RoutineFact[];
  readonly verifiers: readonly VerifierFact[];
  readonly corruptions: readonly CorruptionFact[];
  readonly hardwareErrors: readonly HardwareErrorFact[];
  readonly addresses: readonly AddressFact[];
  readonly systems: readonly SystemFact[];
  readonly applications: readonly ApplicationFact[];
  readonly damages: readonly DamageFact[];
  readonly cuts: readonly CutFact[];
}

export type FactKind = keyof Facts;

export const NO_FACTS: Facts = {
  bugchecks: [],
  fields: [],
  stacks: [],
  registers: [],
  instructions: [],
  exceptions: [],
  breakpoints: [],
  modules: [],
  poolBlocks: [],
  tagOwners: [],
  poolUses: [],
  structures: [],
  variables: [],
  irps: [],
  devices: [],
  namedDrivers: [],
  toldDrivers: [],
  toldCauses: [],
  attachedDrivers: [],
  listed: [],
  threads: [],
  locks: [],
  routines: [],
  verifiers: [],
  corruptions: [],
  hardwareErrors: [],
  addresses: [],
  systems: [],
  applications: [],
  damages: [],
  cuts: [],
};
