import type { PGlite } from '@electric-sql/pglite';
import { fromPglite, type Job, PgBoss } from 'pg-boss';

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
  /** Lets the jobs in hand end, for at most `seconds`; what is not done by then is taken up by the next process. */
  readonly stop: (seconds: number) => Promise<void>;
}

interface Sql {
  readonly executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;
}

/** Starts pg-boss on the PostgreSQL at `place`, or on the embedded database that the store has open. */
export async function startAnswerQueue(place: string | PGlite, onError: (error: Error) => void): Promise<AnswerQueue> {
  const boss = new PgBoss({
    ...(typeof place === 'string'
      ? { connectionString: place, max: 5 }
      : { db: fromPglite(place), backend: 'pglite' as const }),
    useListenNotify: true,
    // A process that was killed is noticed by its missing heartbeat; these bound how long that takes.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    schedule: false,
  });
  boss.on('error', onError);
  await boss.start();
  await boss.createQueue(QUEUE, OPTIONS);
  if (typeof place !== 'string') await takeUpLeftovers(boss);
  return { add: add(boss), work: work(boss), stop: stop(boss) };
}

/** The embedded database has one user, so whatever is still marked as in hand belonged to a process that is gone. */
async function takeUpLeftovers(boss: PgBoss): Promise<void> {
  const jobs = await boss.findJobs(QUEUE);
  const left = jobs.filter(({ state }) => state === 'active').map(({ id }) => id);
  if (left.length > 0) await boss.fail(QUEUE, left, { message: 'the process ended' });
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

function stop(boss: PgBoss): AnswerQueue['stop'] {
  return (seconds) => boss.stop({ graceful: true, timeout: seconds * 1000 });
}
