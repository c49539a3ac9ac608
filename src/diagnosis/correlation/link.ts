import type { DiagnosedCrash } from '../diagnosis.ts';
import type { Text } from '../text.ts';

/** Crashes that one observation ties together. `certain: false` where it holds only under a condition, which the text names. */
export interface Link {
  readonly crashes: readonly DiagnosedCrash[];
  readonly text: Text;
  readonly certain: boolean;
}

/** One reason for thinking that crashes have one cause. */
export interface LinkRule {
  readonly name: string;
  readonly find: (crashes: readonly DiagnosedCrash[]) => readonly Link[];
}
