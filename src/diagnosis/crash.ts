import type { Arch, BugcheckFact, Facts, Lines, StackFact } from './facts.ts';

/**
 * One crash as the paste shows it: its facts, and which of them everything downstream agrees on.
 * Made by the reader (`read-crashes.ts`); rules, correlation, report and cards read it.
 */
export interface Crash {
  /** `c1`, `c2` … in the order of the paste. */
  readonly id: string;
  /** File name or message the crash was read from; null for standard input. */
  readonly source: string | null;
  readonly kind: 'kernel' | 'user' | 'live';
  readonly arch: Arch | null;
  /** Every place of the paste that shows this crash, first one first. */
  readonly mentions: readonly Lines[];
  /** What the text calls it, where it shows several: `Dump 2`, `17 August`, `LAB-07`, `081726-9876-01.dmp`. */
  readonly name?: string;
  /** Those of the mentions that only repeat what another one shows. */
  readonly repeats?: readonly Lines[];
  /** Id of the crash of another file that shows all that this one shows. */
  readonly copyOf?: string | null;
  readonly bugcheck: BugcheckFact | null;
  readonly process: string | null;
  readonly symbol: string | null;
  readonly module: string | null;
  readonly image: string | null;
  readonly failureBucket: string | null;
  /** STACK_TEXT, else the first call chain printed; null without one. */
  readonly stack: StackFact | null;
  /** Printed at a breakpoint before the machine stopped: shown where no other stack is, and no evidence. */
  readonly earlierStack?: StackFact;
  /** Commands whose output the paste holds, spelt as `views/command-key.ts` does. */
  readonly ran?: readonly string[];
  readonly facts: Facts;
}

export interface Paste {
  readonly source: string | null;
  readonly text: string;
  /** Sent within minutes of the paste before it, by the same person: output that shows no dump of its own is of that one. */
  readonly follows?: boolean;
}
