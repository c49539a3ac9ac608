import type { Job, PgBoss } from 'pg-boss';
import { takeUpLeftovers } from './start-boss.ts';

const QUEUE = 'answer';
/** Messages answered at the same time by one process; one conversation is answered one message after another. */
const AT_ONCE = 4;

/** How jobs of the queue live: noticed at once, tried for about half an hour, forgotten a day after they are done. */
const OPTIONS = {
  notify: true,
  heartbeatSeconds: 10,
  expireInSeconds: 600,
  retryLimit: 20,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 300,
  deleteAfterSeconds: 24 * 3600,
} as const;

export interface AnswerQueue {
  /** Adds a job, inside the transaction of the caller. */
  readonly add: (id: string, conversation: string, transaction: Sql) => Promise<void>;
  /** Begins to work. A rejected answer is tried again later, with growing pauses. */
  readonly work: (answer: (id: string) => Promise<void>) => Promise<void>;
}

interface Sql {
  readonly executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;
}

/** The queue of messages to answer, on a pg-boss that has been started. */
export async function createAnswerQueue(boss: PgBoss, isEmbedded: boolean): Promise<AnswerQueue> {
  await boss.createQueue(QUEUE, OPTIONS);
  if (isEmbedded) await takeUpLeftovers(boss, QUEUE);
  return { add: add(boss), work: work(boss) };
}

function add(boss: PgBoss): AnswerQueue['add'] {
  return async (id, conversation, transaction) => {
    await boss.send(QUEUE, { id }, { db: transaction, group: { id: conversation } });
  };
}

function work(boss: PgBoss): AnswerQueue['work'] {
  return async (answer) => {
    let worker = '';
    const handle = async ([job]: Job<{ id: string }>[]) => {
      try {
        if (job) await answer(job.data.id);
      } finally {
        // The next message of the same conversation may have been waiting for this one.
        boss.notifyWorker(worker);
      }
    };
    const options = { localConcurrency: AT_ONCE, groupConcurrency: 1, pollingIntervalSeconds: 1 };
    worker = await boss.work<{ id: string }>(QUEUE, { ...options, notifyPollingIntervalSeconds: 2 }, handle);
  };
}
