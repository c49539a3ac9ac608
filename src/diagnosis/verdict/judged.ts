import type { Crash } from '../crash.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Suspect, Verdict } from './verdict.ts';

/** What advice is given on: the crash, what is known, and what was concluded. */
export interface Judged {
  readonly crash: Crash;
  readonly knowledge: Knowledge;
  readonly verdict: Pick<Verdict, 'culprit' | 'confidence' | 'probability'>;
  readonly suspects: readonly Suspect[];
}
