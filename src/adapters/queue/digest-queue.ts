import type { Job, JobResult, PgBoss } from 'pg-boss';
import { openQueue } from './start-boss.ts';

const QUEUE = 'digest';

/** Tried for longer than a local day may last, every minute; the digest itself knows when it is too late. */
const OPTIONS = {
  notify: true,
  heartbeatSeconds: 10,
  expireInSeconds: 300,
  retryLimit: 3000,
  retryDelay: 3,
  retryBackoff: true,
  retryDelayMax: 60,
  deleteAfterSeconds: 24 * 3600,
} as const;

export interface DigestQueue {
  /** Adds the jobs to post these digests, inside the transaction of the caller. */
  readonly add: (ids: readonly string[], transaction: Sql) => Promise<void>;
  /** Begins to work. A rejected post is tried again later, with growing pauses. */
  readonly work: (post: (id: string) => Promise<void>) => Promise<void>;
}

interface Sql {
  readonly executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;
}

/** The queue of digests to post, on a pg-boss that has been started. */
export async function createDigestQueue(boss: PgBoss, isEmbedded: boolean): Promise<DigestQueue> {
  await openQueue(boss, QUEUE, OPTIONS, isEmbedded);
  return {
    add: async (ids, transaction) => {
      const jobs = ids.map((id) => ({ data: { id } }));
      await boss.insert(QUEUE, jobs, { db: transaction });
    },
    work: (post) => work(boss, post),
  };
}

/** Fetched and completed together; while the first of them is held up, other instances cannot take the rest. */
const BATCH = 5;

/** One after another: a process that is killed has then at most one in hand that nobody knows the end of. */
async function work(boss: PgBoss, post: (id: string) => Promise<void>): Promise<void> {
  let worker = '';
  const handle = async (jobs: Job<{ id: string }>[]) => {
    const results: JobResult[] = [];
    for (const job of jobs) {
      results.push(await resultOf(job, post));
    }
    boss.notifyWorker(worker);
    return results;
  };
  const options = { localConcurrency: 1, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 2 };
  worker = await boss.work<{ id: string }>(QUEUE, { ...options, batchSize: BATCH, perJobResults: true }, handle);
}

/** A process that is to end hands back what it has not begun. */
async function resultOf(
  { id, data, signal }: Job<{ id: string }>,
  post: (id: string) => Promise<void>,
): Promise<JobResult> {
  if (signal.aborted) {
    return { id, status: 'failed', output: { message: 'the process ends' } };
  }
  try {
    await post(data.id);
    return { id, status: 'completed' };
  } catch (error) {
    return { id, status: 'failed', output: { message: error instanceof Error ? error.message : String(error) } };
  }
}
