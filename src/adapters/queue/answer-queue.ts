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

/** A new job is told to every instance, so asking for jobs is only for those that were missed or wait for a retry. */
const POLLING = { groupConcurrency: 1, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 2 };

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
    const workers: string[] = [];
    const handle = async ([job]: Job<{ id: string }>[]) => {
      if (!job) return;
      await answer(job.data.id);
      // The next message of the conversation waits for this one: end it now, then wake whoever is idle.
      await boss.complete(QUEUE, job.id);
      for (const worker of workers) boss.notifyWorker(worker);
    };
    for (let count = 0; count < AT_ONCE; count++) workers.push(await boss.work<{ id: string }>(QUEUE, POLLING, handle));
  };
}
