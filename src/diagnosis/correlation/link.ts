import type { Text } from '../../language/text.ts';
import type { DiagnosedCrash } from '../diagnosis.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Evidence } from '../rules/rule.ts';

/** Crashes that one observation ties together. `certain: false` where it holds only under a condition, which the text names. */
export interface Link {
  readonly crashes: readonly DiagnosedCrash[];
  readonly text: Text;
  readonly certain: boolean;
  /** What only the crashes together say: it counts in the verdict of their group. */
  readonly evidence?: Evidence;
}

/** One reason for thinking that crashes have one cause. */
export interface LinkRule {
  readonly name: string;
  readonly find: (crashes: readonly DiagnosedCrash[], knowledge: Knowledge) => readonly Link[];
}
