import type { Language } from '../language/text.ts';
import type { Cite } from '../reply/story/story.ts';

/**
 * What a model is told of a diagnosis: items of our own words in which every name, address and number is a slot. Made by
 * `tell-diagnosis.ts`; `slots` with their values stay here, and so do `cites` and `label`.
 */
export interface Told {
  readonly language: Language;
  /** Most important first; what has one cause has one verdict. */
  readonly verdicts: readonly ToldVerdict[];
  readonly items: readonly Item[];
  readonly slots: readonly Slot[];
}

export interface ToldVerdict {
  readonly crashes: readonly string[];
  /** A slot (`{D1}`), or a word; `nobody` where nobody is accused. */
  readonly culprit: string;
  readonly confidence: 'high' | 'medium' | 'low';
  /** Names of the items that carry most; one of them at least has to be cited. Empty where nobody is accused. */
  readonly strongest: readonly string[];
}

/** `E`: evidence. `R`: why crashes have one cause. `K`: what is known of it, when it misleads, what words mean. `S`: steps. */
export interface Item {
  readonly name: string;
  readonly kind: 'E' | 'R' | 'K' | 'S';
  /** What the item may carry besides what it says. */
  readonly role: Role;
  /** In the language of the reader, names and numbers as slots. */
  readonly text: string;
  /** Index of the verdict it belongs to. */
  readonly of: number;
  /** What a reader is told of where it comes from: `c1·2`. */
  readonly label: string;
  readonly cites: readonly Cite[];
}

export type Role =
  | 'for' // evidence for the culprit
  | 'lead' // evidence for somebody where nobody is accused
  | 'against' // evidence against somebody
  | 'other' // evidence for somebody who is not accused
  | 'reason' // links crashes
  | 'doubt' // when the verdict would be wrong, and what remains besides it
  | 'known' // a meaning, what a driver is
  | 'step'; // what to do, or to run next

export interface Slot {
  /** `D1`, without braces. */
  readonly name: string;
  /** What stands for it: never sent. */
  readonly value: string;
  /** What it is, in list words: `culprit, third-party network filter`. */
  readonly role: string;
}

/** One sentence of a model, with the items that it says it rests on. */
export interface Statement {
  readonly text: string;
  readonly cites: readonly string[];
}
