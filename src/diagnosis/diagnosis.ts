import type { Text } from '../language/text.ts';
import type { Crash } from './crash.ts';
import type { Hex, Lines } from './facts.ts';
import type { Confidence, Judgement } from './verdict/verdict.ts';

export interface DiagnosedCrash {
  readonly crash: Crash;
  /**
   * Explanation of the stop code and of each argument value actually given; null without a known stop code.
   * Code and name are those of the reference: the paste may show only one of them.
   */
  readonly bugcheck: {
    readonly code: Hex;
    readonly name: string;
    /** The name in the paste, where a letter or two of it are wrong and it was read as this one. */
    readonly misspelt?: string;
    readonly meaning: Text;
    readonly causes: Text | null;
    readonly argMeanings: readonly Text[];
  } | null;
  /** Name, build and patch level of the Windows that crashed; null or absent where the paste does not tell. */
  readonly windows?: Text | null;
  readonly judgement: Judgement;
}

/** Crashes that have one cause, with the reasons for thinking so. */
export interface Group {
  readonly crashes: readonly string[];
  /** The same crashes by the dump that they are views of, the most telling view first: a dump that two tools show is one. */
  readonly dumps: readonly (readonly string[])[];
  readonly culprit: string;
  /** Of the culprit in the crashes that are tied for certain. */
  readonly confidence: Confidence;
  /** Those of its crashes that only a reason with a condition ties to the crashes that name the culprit. */
  readonly likely: readonly string[];
  readonly reasons: readonly GroupReason[];
}

/** Why some crashes of a group, by their ids, have one cause. */
export interface GroupReason {
  readonly rule: string;
  /** With the names of the crashes before it. */
  readonly text: Text;
  /** Without them. */
  readonly said: Text;
  /** The same in half a sentence; null where it acquits somebody and ties nothing. */
  readonly tie: Text | null;
  readonly certain: boolean;
  readonly crashes: readonly string[];
  /** Where these crashes show it; without those that have no line for it. */
  readonly shown: readonly { readonly crash: string; readonly lines: readonly Lines[] }[];
}

export interface Warning {
  readonly text: Text;
  readonly crash: string | null;
  readonly line: number | null;
  /** Set where it says what a paste shows instead of a crash. */
  readonly instead?: true;
}

export interface Diagnosis {
  readonly crashes: readonly DiagnosedCrash[];
  readonly groups: readonly Group[];
  readonly warnings: readonly Warning[];
}
