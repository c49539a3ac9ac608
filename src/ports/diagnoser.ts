import type { Paste } from '../diagnosis/crash.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';

/**
 * Runs a diagnosis where it cannot block the conversation. Rejects where the work took longer than its deadline
 * or more memory than its share, or where nobody waits for it any more; the next call works again.
 */
export type Diagnose = (pastes: readonly Paste[]) => Promise<Diagnosis>;

/** On whose behalf something is diagnosed. */
export interface Asker {
  /** Conversations take turns: whoever asks for much waits behind the others, and not they behind them. */
  readonly conversation: string;
  /** Ends the work, wherever it is, once nobody waits for it. */
  readonly signal?: AbortSignal;
}

export type DiagnoseFor = (asker: Asker) => Diagnose;
