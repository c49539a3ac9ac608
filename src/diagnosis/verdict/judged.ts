import type { Look } from '../look.ts';
import type { Suspect, Verdict } from './verdict.ts';

/** What advice is given on: the look at the crash, and what was concluded from it. */
export interface Judged extends Look {
  readonly verdict: Pick<Verdict, 'culprit' | 'confidence' | 'probability'>;
  readonly suspects: readonly Suspect[];
}
