import { availableParallelism } from 'node:os';
import type { Paste } from '../../diagnosis/crash.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Asker, DiagnoseFor } from '../../ports/diagnoser.ts';
import { fairQueue, isLarge, type Turn } from './fair-queue.ts';
import { startThread, type Thread } from './start-thread.ts';

export interface ThreadLimits {
  /** For a paste as people send it, and for a large one. */
  readonly deadlineMs: number;
  readonly largeDeadlineMs: number;
  /** Memory of each thread. */
  readonly megabytes: number;
}

export interface ThreadDiagnoser {
  readonly diagnoseFor: DiagnoseFor;
  /** Ends all threads. Whoever still waits is going too, and hears nothing: another process answers. */
  readonly stop: () => Promise<void>;
}

interface Job extends Turn {
  readonly pastes: readonly Paste[];
  readonly signal: AbortSignal | undefined;
  readonly resolve: (diagnosis: Diagnosis) => void;
  readonly reject: (reason: unknown) => void;
}

const MOST_THREADS = 8;
/** Large texts take memory: so many are read at a time, however many processors there are. */
const MOST_LARGE = 2;

/** As many threads as processors, two at least: one place is always kept for small pastes. */
export function threadPlaces(processors = availableParallelism()): { readonly all: number; readonly large: number } {
  const all = Math.min(MOST_THREADS, Math.max(2, processors));
  return { all, large: Math.min(MOST_LARGE, all - 1) };
}

/**
 * Diagnoses in threads, so that reading holds up no HTTP turn and no heartbeat. Conversations take turns. Work that
 * exceeds its deadline, or that nobody waits for any more, ends with its thread; another thread takes its place.
 */
export function threadDiagnoser(limits: ThreadLimits, places = threadPlaces()): ThreadDiagnoser {
  const queue = fairQueue<Job>();
  const idle: Thread[] = [startThread(limits.megabytes)];
  const running = new Map<Job, Thread>();
  let isStopped = false;

  function runWhatMay(): void {
    while (!isStopped && running.size < places.all) {
      const large = [...running.keys()].filter(isLarge).length;
      const job = queue.next(large < places.large);
      if (!job) {
        break;
      }
      void run(job, aliveThread());
    }
    // One more than is busy: loading what a thread needs takes longer than most pastes.
    const isNoneReady = idle.length === 0 && running.size < places.all;
    if (isNoneReady && !isStopped) {
      idle.push(startThread(limits.megabytes));
    }
  }

  function aliveThread(): Thread {
    for (let thread = idle.pop(); thread; thread = idle.pop()) {
      if (thread.isAlive()) {
        return thread;
      }
    }
    return startThread(limits.megabytes);
  }

  async function run(job: Job, thread: Thread): Promise<void> {
    running.set(job, thread);
    const deadlineMs = isLarge(job) ? limits.largeDeadlineMs : limits.deadlineMs;
    try {
      job.resolve(await thread.diagnose(job.pastes, deadlineMs, job.signal));
      idle.push(thread);
    } catch (error) {
      if (!isStopped) {
        job.reject(error);
      }
      void thread.end();
    }
    running.delete(job);
    runWhatMay();
  }

  function diagnose({ conversation, signal }: Asker, pastes: readonly Paste[]): Promise<Diagnosis> {
    if (signal?.aborted) {
      return Promise.reject(signal.reason);
    }
    const { promise, resolve, reject } = Promise.withResolvers<Diagnosis>();
    const size = pastes.reduce((sum, { text }) => sum + text.length, 0);
    const job: Job = { conversation, size, pastes, signal, resolve, reject };
    const giveUp = () => {
      queue.remove(job);
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', giveUp);
    queue.add(job);
    runWhatMay();
    return promise.finally(() => signal?.removeEventListener('abort', giveUp));
  }

  return {
    diagnoseFor: (asker) => (pastes) => diagnose(asker, pastes),
    stop: async () => {
      isStopped = true;
      await Promise.all([...idle, ...running.values()].map((thread) => thread.end()));
    },
  };
}
