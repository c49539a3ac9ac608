import type { Paste } from '../diagnosis/crash.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';

/**
 * Runs a diagnosis where it cannot block the conversation. Rejects where the work took longer than its deadline
 * or more memory than its share; the next call works again.
 */
export type Diagnose = (pastes: readonly Paste[]) => Promise<Diagnosis>;
