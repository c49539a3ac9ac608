import { parentPort } from 'node:worker_threads';
import type { Paste } from '../../diagnosis/crash.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import { loadKnowledge } from '../../diagnosis/knowledge/load.ts';
import { withFewFacts } from './few-facts.ts';

/** The thread's side: the pastes of one job in, `{ diagnosis }` or `{ error }` out. */

const knowledge = loadKnowledge();

parentPort?.on('message', (pastes: readonly Paste[]) => {
  try {
    parentPort?.postMessage({ diagnosis: withFewFacts(diagnose(pastes, knowledge)) });
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
