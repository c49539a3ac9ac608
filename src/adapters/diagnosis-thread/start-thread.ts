import { Worker } from 'node:worker_threads';
import type { Paste } from '../../diagnosis/crash.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';

interface Done {
  readonly diagnosis?: Diagnosis;
  readonly error?: string;
}

/** A thread that diagnoses, one job at a time. */
export interface Thread {
  /** Rejects where the thread broke, took too long or was told by the signal to stop; it is then of no more use. */
  readonly diagnose: (pastes: readonly Paste[], deadlineMs: number, signal?: AbortSignal) => Promise<Diagnosis>;
  /** False once it ended by itself: it ran out of memory, say. */
  readonly isAlive: () => boolean;
  readonly end: () => Promise<unknown>;
}

export function startThread(megabytes: number): Thread {
  const worker = new Worker(new URL('./diagnosis-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  worker.unref();
  let isAlive = true;
  // An error that nobody listens to ends the process.
  worker.on('error', () => (isAlive = false)).on('exit', () => (isAlive = false));
  return {
    diagnose: (pastes, deadlineMs, signal) => ask(worker, pastes, deadlineMs, signal),
    isAlive: () => isAlive,
    end: () => worker.terminate(),
  };
}

function ask(
  worker: Worker,
  pastes: readonly Paste[],
  deadlineMs: number,
  signal: AbortSignal | undefined,
): Promise<Diagnosis> {
  const { promise, resolve, reject } = Promise.withResolvers<Diagnosis>();
  const timer = setTimeout(() => reject(new Error(`diagnosis took longer than ${deadlineMs} ms`)), deadlineMs);
  const onDone = ({ diagnosis, error }: Done) => {
    if (diagnosis) {
      resolve(diagnosis);
    } else {
      reject(new Error(error ?? 'diagnosis failed'));
    }
  };
  const onExit = () => reject(new Error('the diagnosis thread ended'));
  const onAbort = () => reject(signal?.reason);
  worker.on('message', onDone).on('error', reject).on('exit', onExit);
  signal?.addEventListener('abort', onAbort);
  worker.postMessage(pastes);
  return promise.finally(() => {
    clearTimeout(timer);
    worker.off('message', onDone).off('error', reject).off('exit', onExit);
    signal?.removeEventListener('abort', onAbort);
  });
}
