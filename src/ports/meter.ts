import type { Confidence } from '../diagnosis/verdict/verdict.ts';
import type { DigestOutcome } from './follow-up-store.ts';
import type { Outcome } from './inbox.ts';
import type { PostResult } from './post.ts';
import type { ToldEnd } from './tellings.ts';

/** Counts what the bot does, for those who operate it. Never holds text of a paste, names or ids. */
export interface Meter {
  /** Pastes that were read together, how sure each verdict was (`unknown` where nobody was named), and how long it took. */
  readonly diagnosed: (pastes: number, verdicts: readonly (Confidence | 'unknown')[], seconds: number) => void;
  readonly diagnosisFailed: () => void;
  /** One call of `Post`. */
  readonly posted: (result: PostResult, seconds: number) => void;
  /** One question to a model, how it ended, and the tokens that the provider counted. */
  readonly modelAsked: (end: string, tokens: number, seconds: number) => void;
  /** A verdict that was to be told in words. */
  readonly toldInWords: (end: ToldEnd) => void;
  readonly answerEnded: (outcome: Outcome) => void;
  readonly digestsClaimed: (count: number) => void;
  readonly digestEnded: (outcome: DigestOutcome) => void;
}
