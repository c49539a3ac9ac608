import type { Job, PgBoss } from 'pg-boss';
import { takeUpLeftovers } from './start-boss.ts';

const QUEUE = 'digest';

/** Tried for as long as a local day may last; the digest itself knows when it is too late. */
const OPTIONS = {
  notify: true,
  heartbeatSeconds: 10,
  expireInSeconds: 300,
  retryLimit: 500,
  retryDelay: 3,
  retryBackoff: true,
  retryDelayMax: 180,
  deleteAfterSeconds: 24 * 3600,
} as const;

export interface DigestQueue {
  /** Adds the job to post a digest, inside the transaction of the caller. */
  readonly add: (id: string, transaction: Sql) => Promise<void>;
  /** Begins to work. A rejected post is tried again later, with growing pauses. */
  readonly work: (post: (id: string) => Promise<void>) => Promise<void>;
}

interface Sql {
  readonly executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;
}

/** The queue of digests to post, on a pg-boss that has been started. */
export async function createDigestQueue(boss: PgBoss, isEmbedded: boolean): Promise<DigestQueue> {
  await boss.createQueue(QUEUE, OPTIONS);
  if (isEmbedded) await takeUpLeftovers(boss, QUEUE);
  return {
    add: async (id, transaction) => {
      await boss.send(QUEUE, { id }, { db: transaction });
    },
    work: (post) => work(boss, post),
  };
}

/** One after another: a process that is killed has then at most one in hand that nobody knows the end of. */
async function work(boss: PgBoss, post: (id: string) => Promise<void>): Promise<void> {
  let worker = '';
  const handle = async ([job]: Job<{ id: string }>[]) => {
    try {
      if (job) await post(job.data.id);
    } finally {
      boss.notifyWorker(worker);
    }
  };
  const options = { localConcurrency: 1, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 2 };
  worker = await boss.work<{ id: string }>(QUEUE, options, handle);
}
