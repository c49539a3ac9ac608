/** What was running: stacks, registers, instructions, threads, variables. */

import type { Fact, Hex, Lines } from './cited.ts';

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
  /**
   * True where the name is only the nearest one that the module exports (`nt!memset+0x138fe`): the module is right, the
   * function is another. Absent elsewhere.
   */
  readonly exportSymbol?: true;
  /** The file of the source, where the debugger had symbols that name it. */
  readonly source?: string;
}

export interface StackFact extends Fact {
  /** `STACK_TEXT` for the stack inside !analyze, else the command: k, kb, kn, kv, kc, !mex.t, !thread, !stacks, dps … */
  readonly command: string;
  /** False for raw memory dumps (dps, dds, dqs): leftovers, not a call chain. */
  readonly isCallChain: boolean;
  /** True where the command that printed it stands above it; somebody who pastes a bare stack says "this is the crash". */
  readonly isTyped: boolean;
  /** Neither a command nor a heading stands above its rows, and the first has no number: they may be from its middle. */
  readonly isHeadless?: true;
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
  /** Where that label stands; absent where there is none. */
  readonly symbolLines?: Lines;
  readonly bytes: string;
  readonly text: string;
  /** Effective address and its content (`ds:002b:41414141`41414139=????????`). */
  readonly touches: { readonly address: Hex; readonly readable: boolean } | null;
  /** True where it is the instruction that faulted, not a neighbour. */
  readonly atFault: boolean;
}

/** A running machine came to a place where somebody told the debugger to stop it: nothing failed there. */
export interface BreakpointFact extends Fact {}

export interface ThreadFact extends Fact {
  readonly address: Hex | null;
  readonly process: string | null;
  readonly state: string | null;
  readonly command: string;
  /** True where somebody asked for this thread, rather than for the current one. */
  readonly isAsked: boolean;
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

export interface VariableFact extends Fact {
  readonly name: string;
  readonly value: string;
  readonly pointer: Hex | null;
  /** Register or stack place, where printed (`@rbx`). */
  readonly location: string | null;
  readonly frame: number | null;
}

export interface StructureFact extends Fact {
  readonly type: string | null;
  readonly address: Hex | null;
  readonly members: readonly {
    readonly name: string;
    readonly offset: Hex;
    readonly value: string;
    readonly pointer: Hex | null;
    /** Its name and its value, which a mail may have put into the next line. */
    readonly lines: Lines;
  }[];
}
