/**
 * What a paste can tell about one crash. Parsers write facts, rules read them; neither knows the other.
 * Every fact carries the lines of the paste, as the user sees it, that say so.
 *
 * Terms: an *image* is a file name (`nwifi.sys`), a *module* the debugger's short name for it (`nwifi`),
 * a *frame* one line of a call stack, a *mention* one place of the paste that shows the crash.
 */

/** First and last line (1-based, inclusive) in the paste that the fact was read from. */
export type Lines = readonly [from: number, to: number];

/** Lower-case hexadecimal with `0x`, no leading zeros, no backtick: `0xfffff8013ed59513`. */
export type Hex = string;

export interface Fact {
  readonly lines: Lines;
}

export type Arch = 'x64' | 'x86' | 'arm64';

/** Where a stop code was read: the nearer to the debugger's own analysis, the more it is trusted. */
export type BugcheckOrigin =
  | 'analyze-header' // NAME_OF_CODE (d1) … Arguments:
  | 'analyze-fields' // BUGCHECK_CODE: / BUGCHECK_P1:, Bugcheck.Code keys
  | 'bugcheck-command' // .bugcheck, "Bugcheck code 000000D1", BugCheck D1, {…}
  | 'session-banner' // !mex.di "Bugcheck: D1 (…)", Use !analyze … BugCheck D1, {…}
  | 'stop-screen' // *** STOP: 0x000000D1 (…), "Stop code: …"
  | 'event-log' // event 1001, event 41 (BugcheckCode)
  | 'tool' // BlueScreenView, WhoCrashed
  | 'bucket' // only a bucket or BUGCHECK_STR names it
  | 'stack'; // only the KeBugCheckEx frame's arguments show it

export interface BugcheckFact extends Fact {
  readonly origin: BugcheckOrigin;
  readonly code: Hex | null;
  /** Upper case with underscores, as printed (underscores restored); null where not printed. */
  readonly name: string | null;
  /** Four entries when any argument was printed; null for one that was not. Empty when none was. */
  readonly args: readonly (Hex | null)[];
  /** What the paste itself says of each argument, '' where it says nothing. */
  readonly argTexts: readonly string[];
}

/** `NAME:  value` of `!analyze -v` and the `Key : / Value:` pairs, name as printed in upper or dotted form. */
export interface FieldFact extends Fact {
  readonly name: string;
  readonly value: string;
}

export interface Frame extends Fact {
  /** Frame number as printed (hex), null where none. */
  readonly index: number | null;
  readonly childSp: Hex | null;
  readonly returnAddress: Hex | null;
  /** The argument columns of kb/kv/STACK_TEXT. */
  readonly args: readonly Hex[];
  readonly module: string | null;
  readonly function: string | null;
  /** Offset into the function, or into the module where there is no function. */
  readonly offset: Hex | null;
  /** Set where the frame shows no module: the bare call site. */
  readonly address: Hex | null;
  readonly inline: boolean;
  /** `TrapFrame @ …` or `(T)` beside the frame. */
  readonly trapFrame: boolean;
}

export interface StackFact extends Fact {
  /** `STACK_TEXT` for the stack inside !analyze, else the command: k, kb, kn, kv, kc, !mex.t, !thread, !stacks, dps … */
  readonly command: string;
  /** False for raw memory dumps (dps, dds, dqs): leftovers, not a call chain. */
  readonly isCallChain: boolean;
  readonly frames: readonly Frame[];
  readonly process: string | null;
  readonly thread: Hex | null;
}

export interface RegistersFact extends Fact {
  /** The command or field that set the context: `.trap 0x…`, `.cxr`, `r`, `.frame /r 0x10`, TRAP_FRAME, CONTEXT. */
  readonly command: string;
  /** Frame number when the registers belong to a `.frame`. */
  readonly frame: number | null;
  readonly values: Readonly<Record<string, Hex>>;
}

/** A disassembled instruction (FAULTING_IP, below registers, u/ub). */
export interface InstructionFact extends Fact {
  readonly address: Hex;
  /** `nwifi!Dot11SendCompletion+0x4b` of the label above it, where printed. */
  readonly symbol: string | null;
  readonly bytes: string;
  readonly text: string;
  /** Effective address and its content (`ds:002b:41414141`41414139=????????`). */
  readonly touches: { readonly address: Hex; readonly readable: boolean } | null;
  /** True where it is the instruction that faulted, not a neighbour. */
  readonly atFault: boolean;
}

export interface ExceptionFact extends Fact {
  readonly code: Hex | null;
  readonly address: Hex | null;
  /** Symbol beside ExceptionAddress. */
  readonly symbol: string | null;
  readonly parameters: readonly Hex[];
  readonly touches: { readonly address: Hex; readonly how: 'read' | 'write' | 'execute' } | null;
}

export interface ModuleFact extends Fact {
  readonly name: string;
  /** Null where only the short name was printed. */
  readonly image: string | null;
  readonly path: string | null;
  readonly start: Hex | null;
  readonly end: Hex | null;
  /** Link time in UTC, ISO 8601 (from the hex stamp where printed: the text beside it is in local time). */
  readonly timestamp: string | null;
  readonly checksum: Hex | null;
  readonly size: Hex | null;
  readonly version: string | null;
  readonly company: string | null;
  readonly product: string | null;
  readonly description: string | null;
  /** 'none' where the debugger says "no symbols" or could not load them, null where it says nothing. */
  readonly symbols: 'private' | 'public' | 'export' | 'none' | 'deferred' | null;
  readonly unloaded: boolean;
  /** True for the full record of lmvm: a missing version or company then means there is none. */
  readonly detailed: boolean;
}

export interface PoolBlockFact extends Fact {
  readonly address: Hex;
  readonly size: Hex | null;
  readonly state: 'allocated' | 'free' | 'corrupt' | null;
  /** Pool tag as printed, case kept (`Filt`), null where damaged or absent. */
  readonly tag: string | null;
  /** True for the block the command asked about (the `*` line). */
  readonly queried: boolean;
  /** The address given to !pool. */
  readonly query: Hex | null;
  readonly region: string | null;
  /** Owner text of the debugger: "Owning component : …" or "Pooltag … Binary : x.sys". */
  readonly owner: string | null;
  /** Image from `Binary : x.sys`, else null. */
  readonly ownerImage: string | null;
}

/** A driver in whose code or data a pool tag was found (!mex.tag, !tag, a tag search), or pooltag.txt's owner. */
export interface TagOwnerFact extends Fact {
  readonly tag: string;
  readonly module: string | null;
  readonly image: string;
  readonly hits: number | null;
  readonly timestamp: string | null;
  readonly version: string | null;
  readonly path: string | null;
  readonly addresses: readonly Hex[];
}

/** A row of !poolused / !poolfind. */
export interface PoolUseFact extends Fact {
  readonly tag: string;
  readonly bytes: number | null;
  readonly allocations: number | null;
  readonly owner: string | null;
}

export interface StructureFact extends Fact {
  readonly type: string | null;
  readonly address: Hex | null;
  readonly members: readonly {
    readonly name: string;
    readonly offset: Hex;
    readonly value: string;
    readonly pointer: Hex | null;
    readonly line: number;
  }[];
}

export interface VariableFact extends Fact {
  readonly name: string;
  readonly value: string;
  readonly pointer: Hex | null;
  /** Register or stack place, where printed (`@rbx`). */
  readonly location: string | null;
  readonly frame: number | null;
}

export interface IrpFact extends Fact {
  readonly address: Hex | null;
  readonly locations: readonly {
    readonly current: boolean;
    readonly major: string;
    readonly minor: string | null;
    readonly device: Hex | null;
    readonly driver: string | null;
    readonly completion: string | null;
    readonly pending: boolean;
    readonly line: number;
  }[];
}

/** One layer of a device stack (!devstack, !devobj, !drvobj), top first. */
export interface DeviceFact extends Fact {
  readonly command: string;
  readonly device: Hex | null;
  readonly driver: string;
  readonly queried: boolean;
  /** Service, instance path or object name beside it. */
  readonly name: string | null;
}

/** A driver that a command other than !analyze's blame fields names. */
export interface NamedDriverFact extends Fact {
  readonly image: string;
  readonly by:
    | 'bugcheck-driver' // dx nt!KiBugCheckDriver, BUGCHECKING_DRIVER
    | 'stop-screen' // "What failed: x.sys"
    | 'verifier' // text of the verifier stop, VERIFIER_DRIVER
    | 'probably-caused-by'
    | 'unable-to-load' // "Unable to load image", "Module load completed but symbols could not be loaded"
    | 'blocked-irp' // "IMAGE_NAME" of power fields, DRIVER_OBJECT, DEVICE_OBJECT owner
    | 'leaked' // driver with outstanding locked pages or allocations
    | 'unloaded' // "unloaded module list … address in"
    | 'tool'; // BlueScreenView, WhoCrashed, event log
  /** How strongly the source says it: 'points' the output points at it, 'mentions' it only occurs. */
  readonly strength: 'points' | 'mentions';
  readonly context: string;
}

/** Filters and miniports that sit on a stack (ndiskd, fltkd, usbkd, storagekd, wdfkd). */
export interface AttachedDriverFact extends Fact {
  readonly command: string;
  readonly kind: 'ndis-filter' | 'ndis-miniport' | 'ndis-protocol' | 'fs-filter' | 'wdf-driver' | 'storage' | 'usb';
  readonly name: string;
  readonly image: string | null;
}

export interface ThreadFact extends Fact {
  readonly address: Hex | null;
  readonly process: string | null;
  readonly state: string | null;
  readonly command: string;
}

export interface LockFact extends Fact {
  readonly address: Hex | null;
  readonly owner: Hex | null;
  readonly waiters: readonly Hex[];
}

/** !dpcs, !timer, !running, !ipi rows: a routine queued or running on a processor. */
export interface RoutineFact extends Fact {
  readonly command: string;
  readonly module: string;
  readonly function: string | null;
}

export interface VerifierFact extends Fact {
  readonly flags: Hex | null;
  readonly drivers: readonly string[];
}

export interface CorruptionFact extends Fact {
  readonly how: 'memory-corruption' | 'chkimg' | 'single-bit' | 'pool' | 'stack';
  /** Module whose code differs, where named. */
  readonly module: string | null;
  readonly detail: string;
}

export interface HardwareErrorFact extends Fact {
  /** 'cpu' | 'memory' | 'pcie' | 'nmi' … as far as the record tells. */
  readonly source: string;
  readonly detail: string;
}

export interface AddressFact extends Fact {
  readonly command: string;
  readonly address: Hex;
  /** Region or use: "Paged pool", "Module: x", "not valid" … */
  readonly usage: string;
  readonly module: string | null;
}

export interface SystemFact extends Fact {
  readonly name:
    | 'build'
    | 'version'
    | 'edition'
    | 'build-lab'
    | 'arch'
    | 'manufacturer'
    | 'product'
    | 'bios'
    | 'processor'
    | 'computer'
    | 'crash-time'
    | 'uptime'
    | 'dump-file'
    | 'memory';
  readonly value: string;
}

/** A stop of an application: no bugcheck is to be made of it. */
export interface ApplicationFact extends Fact {
  readonly application: string | null;
  readonly exception: Hex | null;
  readonly module: string | null;
}

/** A value that cannot be what the debugger printed. It is reported as read; `likely` is offered, never put in its place. */
export interface DamageFact extends Fact {
  readonly what: string;
  readonly asRead: string;
  readonly likely: string | null;
}

/** Output that ends before its format does, and the command that brings the rest. */
export interface CutFact extends Fact {
  readonly what: string;
  readonly command: string | null;
}

/** All facts of one crash, by kind. An absent kind is an empty list, so absence is a normal value. */
export interface Facts {
  readonly bugchecks: readonly BugcheckFact[];
  readonly fields: readonly FieldFact[];
  readonly stacks: readonly StackFact[];
  readonly registers: readonly RegistersFact[];
  readonly instructions: readonly InstructionFact[];
  readonly exceptions: readonly ExceptionFact[];
  readonly modules: readonly ModuleFact[];
  readonly poolBlocks: readonly PoolBlockFact[];
  readonly tagOwners: readonly TagOwnerFact[];
  readonly poolUses: readonly PoolUseFact[];
  readonly structures: readonly StructureFact[];
  readonly variables: readonly VariableFact[];
  readonly irps: readonly IrpFact[];
  readonly devices: readonly DeviceFact[];
  readonly namedDrivers: readonly NamedDriverFact[];
  readonly attachedDrivers: readonly AttachedDriverFact[];
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
  modules: [],
  poolBlocks: [],
  tagOwners: [],
  poolUses: [],
  structures: [],
  variables: [],
  irps: [],
  devices: [],
  namedDrivers: [],
  attachedDrivers: [],
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
