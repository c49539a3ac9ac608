import { parentPort } from 'node:worker_threads';
import type { Paste } from '../../diagnosis/crash.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import { loadKnowledge } from '../../diagnosis/knowledge/load.ts';

/** The thread's side: one job in, `{ id, diagnosis }` or `{ id, error }` out. */

const knowledge = loadKnowledge();

parentPort?.on('message', ({ id, pastes }: { id: number; pastes: readonly Paste[] }) => {
  try {
    parentPort?.postMessage({ id, diagnosis: diagnose(pastes, knowledge) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
