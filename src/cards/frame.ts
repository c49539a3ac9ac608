import type { Press } from '../cases/press.ts';
import type { Element } from './adaptive-card.ts';

/** What stands around the verdicts: what they mean for a case, and the buttons that choose one. */
export interface Frame {
  readonly before: readonly Element[];
  readonly after: readonly Element[];
  /** What a button says that fetches one crash, or the full report; absent where nothing is kept to be read again. */
  readonly ask?: (crash: string | null) => Press;
}
export const NO_FRAME: Frame = { before: [], after: [] };
