/** What the debugger itself concludes, and what a stop says of itself. */

import type { Fact, Hex, Lines } from './cited.ts';

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
  | 'words' // only somebody's sentence tells it: "Stop 0x1e in win32k"
  | 'stack'; // only the KeBugCheckEx frame's arguments show it

/** A stop that is not printed, but certain. */
export interface StopMeant {
  readonly code: Hex;
  readonly args: readonly (Hex | null)[];
}

export interface BugcheckFact extends Fact {
  readonly origin: BugcheckOrigin;
  /** Somebody tells it of a machine that stopped; absent where it is printed, and where a sentence only speaks of it. */
  readonly told?: true;
  /** Told so surely of its own that it is another crash beside another stop of the same text. */
  readonly apart?: true;
  /** It is a row of somebody's table of crashes, and so a crash of its own: how the table calls it, a day or a machine. */
  readonly row?: string;
  readonly code: Hex | null;
  /** Upper case with underscores, as printed (underscores restored); null where not printed. */
  readonly name: string | null;
  /** Four entries when any argument was printed; null for one that was not. Empty when none was. */
  readonly args: readonly (Hex | null)[];
  /** What the paste itself says of each argument, '' where it says nothing. */
  readonly argTexts: readonly string[];
  /**
   * The stop that this stands for where it prints no code: a name without one, a bucket's first value, a function of the
   * kernel that raises only this stop. What is printed is never filled up with it.
   */
  readonly means?: StopMeant;
  /** Where each argument is printed, null for one that is not; absent where the reader knows only the whole header. */
  readonly argLines?: readonly (Lines | null)[];
}

/** `NAME:  value` of `!analyze -v` and the `Key : / Value:` pairs, name as printed in upper or dotted form. */
export interface FieldFact extends Fact {
  readonly name: string;
  readonly value: string;
}

export interface ExceptionFact extends Fact {
  readonly code: Hex | null;
  readonly address: Hex | null;
  /** Symbol beside ExceptionAddress. */
  readonly symbol: string | null;
  readonly parameters: readonly Hex[];
  readonly touches: { readonly address: Hex; readonly how: 'read' | 'write' | 'execute' } | null;
  /** Set for the line a debugger stops with: a first chance the program may handle, a second chance ends it. */
  readonly chance?: 'first' | 'second';
}

/** A stop of an application: no bugcheck is to be made of it. */
export interface ApplicationFact extends Fact {
  readonly application: string | null;
  readonly exception: Hex | null;
  readonly module: string | null;
}

/** A driver that a command other than !analyze's blame fields names. */
export interface NamedDriverFact extends Fact {
  /** The name of the module where only that was printed. */
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

/** A driver that a person names, and how; its lines have the sentence. It is a lead: what is printed outranks it. */
export interface ToldDriverFact extends Fact {
  /** The name of the module where only that was written. */
  readonly image: string;
  readonly how:
    | 'screen' // "What failed: x.sys", "DRIVER_IRQL_NOT_LESS_OR_EQUAL (x.sys)"
    | 'blamed' // "caused by x.sys", "WinDbg points at x.sys"
    | 'removed' // "since I removed x.sys it is stable"
    | 'mentioned';
}

/** A sentence in which a person says what it was, and names no driver file: a program, "the Acme LAN driver". */
export interface ToldCauseFact extends Fact {
  readonly how:
    | 'removed' // "since I uninstalled Acme Suite it is stable"
    | 'blamed' // "caused by Acme Suite"
    | 'suspected'; // "I suspect the Acme LAN driver"
}

export interface CorruptionFact extends Fact {
  readonly how: 'memory-corruption' | 'chkimg' | 'single-bit' | 'pool' | 'stack';
  /** Module whose code differs, where named. */
  readonly module: string | null;
  readonly detail: string;
  /** Which bit of the byte is another one than in the file, where the output shows a single one. */
  readonly bit?: number;
}

export interface HardwareErrorFact extends Fact {
  /** 'cpu' | 'memory' | 'pcie' | 'nmi' … as far as the record tells. */
  readonly source: string;
  readonly detail: string;
  /** It names the part that failed: a device on a bus, a bank of a processor. Absent where it tells the kind of error only. */
  readonly namesPart?: true;
}
