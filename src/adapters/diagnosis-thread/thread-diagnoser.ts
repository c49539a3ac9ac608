import { Worker } from 'node:worker_threads';
import type { Paste } from '../../diagnosis/crash.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Diagnose } from '../../ports/diagnoser.ts';

interface Done {
  readonly id: number;
  readonly diagnosis?: Diagnosis;
  readonly error?: string;
}

export interface ThreadDiagnoser {
  readonly diagnose: Diagnose;
  readonly stop: () => Promise<void>;
}

/**
 * Diagnoses in a thread of its own, one paste after another, so that reading a large one holds up no HTTP turn and no
 * heartbeat. A job that exceeds `deadlineMs` ends the thread; the next job gets a new one.
 */
export function threadDiagnoser(deadlineMs: number, megabytes: number): ThreadDiagnoser {
  let thread: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let jobs = 0;

  async function run(pastes: readonly Paste[]): Promise<Diagnosis> {
    thread ??= start(megabytes);
    try {
      return await ask(thread, ++jobs, pastes, deadlineMs);
    } catch (error) {
      await thread.terminate();
      thread = null;
      throw error;
    }
  }

  return {
    diagnose: (pastes) => {
      const job = last.then(() => run(pastes));
      last = job.catch(() => undefined);
      return job;
    },
    stop: async () => void (await thread?.terminate()),
  };
}

function start(megabytes: number): Worker {
  const thread = new Worker(new URL('./diagnosis-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  thread.unref();
  return thread;
}

function ask(thread: Worker, id: number, pastes: readonly Paste[], deadlineMs: number): Promise<Diagnosis> {
  const { promise, resolve, reject } = Promise.withResolvers<Diagnosis>();
  const timer = setTimeout(() => reject(new Error(`diagnosis took longer than ${deadlineMs} ms`)), deadlineMs);
  const onDone = (done: Done) => {
    if (done.id !== id) return;
    if (done.diagnosis) resolve(done.diagnosis);
    else reject(new Error(done.error ?? 'diagnosis failed'));
  };
  const onExit = () => reject(new Error('the diagnosis thread ended'));
  thread.on('message', onDone).on('error', reject).on('exit', onExit);
  thread.postMessage({ id, pastes });
  return promise.finally(() => {
    clearTimeout(timer);
    thread.off('message', onDone).off('error', reject).off('exit', onExit);
  });
}
