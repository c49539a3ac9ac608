import { setTimeout } from 'node:timers/promises';
import type { Job, PgBoss } from 'pg-boss';

/** How often jobs are asked for that another process added, or that have slept. */
const POLL_MS = 1000;
/** What comes or ends within this is looked at together: asking is the dearest query of all. */
const GATHER_MS = 10;
/** Well below the ten seconds after which a job without a heartbeat counts as that of a process that was killed. */
const HEARTBEAT_MS = 4000;

export interface AtOnce {
  /** Jobs in hand at the same time. */
  readonly most: number;
  /** Jobs taken by one query; more than one where their order does not matter. */
  readonly batch: number;
}

export interface Workplace<T> {
  /** Begins to work. A job whose handling is rejected is tried again by the rules of its queue. */
  readonly work: (handle: (data: T) => Promise<void>) => void;
  /** There is a new job: look now. */
  readonly wake: () => void;
  /** Takes no more, and resolves when what is in hand has ended, after `ms` at the latest. */
  readonly stop: (ms: number) => Promise<void>;
}

/**
 * Works on many jobs of a queue at the same time, one of each group. pg-boss' own workers hold one job each and ask for
 * jobs each by itself, so a few jobs that wait for something far away would be all that is worked on; here a job in hand
 * costs a promise.
 */
export function workAtOnce<T extends object>(
  boss: PgBoss,
  queue: string,
  { most, batch }: AtOnce,
  onError: (error: Error) => void,
): Workplace<T> {
  const inHand = new Map<string, Promise<void>>();
  let isStopped = false;
  let woken = Promise.withResolvers<void>();
  let running: Promise<void> = Promise.resolve();
  const wake = () => woken.resolve();
  const heartbeat = setInterval(() => {
    if (inHand.size > 0) {
      boss.touch(queue, [...inHand.keys()]).catch(onError);
    }
  }, HEARTBEAT_MS).unref();

  async function carryOut({ id, data }: Job<T>, handle: (data: T) => Promise<void>): Promise<void> {
    try {
      const failure = await handle(data).then(() => null, asError);
      await (failure ? boss.fail(queue, id, { message: failure.message }) : boss.complete(queue, id));
    } catch (error) {
      onError(asError(error));
    } finally {
      inHand.delete(id);
      wake();
    }
  }

  async function fetch(): Promise<Job<T>[]> {
    const batchSize = Math.min(batch, most - inHand.size);
    if (batchSize <= 0) {
      return [];
    }
    try {
      return await boss.fetch<T>(queue, { batchSize, groupConcurrency: 1 });
    } catch (error) {
      onError(asError(error));
      return [];
    }
  }

  async function run(handle: (data: T) => Promise<void>): Promise<void> {
    while (!isStopped) {
      woken = Promise.withResolvers();
      const jobs = await fetch();
      for (const job of jobs) {
        inHand.set(job.id, carryOut(job, handle));
      }
      if (jobs.length === batch) {
        continue;
      }
      await Promise.race([woken.promise, pause(POLL_MS)]);
      await pause(GATHER_MS);
    }
  }

  return {
    work: (handle) => {
      running = run(handle);
    },
    wake,
    stop: async (ms) => {
      isStopped = true;
      wake();
      await running;
      await Promise.race([Promise.all(inHand.values()), pause(ms)]);
      clearInterval(heartbeat);
    },
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function pause(ms: number): Promise<void> {
  return setTimeout(ms, undefined, { ref: false });
}
