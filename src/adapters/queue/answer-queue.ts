import type { PgBoss } from 'pg-boss';
import { DUE, openQueue } from './start-boss.ts';
import { type Workplace, workAtOnce } from './work-at-once.ts';

const QUEUE = 'answer';
/**
 * Messages thought about at the same time by one process, while most of them wait for a file or a model; one conversation
 * has one after another. Taken one by one: of several of one conversation a larger query would not take the first.
 */
const AT_ONCE = { most: 32, batch: 1 };

/**
 * How jobs of the queue live: tried for about half an hour, forgotten a day after they are done. A process that was killed is
 * noticed by its heartbeat; one that works is left alone for longer than 32 messages with ten slow files each can take.
 */
const OPTIONS = {
  notify: false,
  heartbeatSeconds: 10,
  expireInSeconds: 1800,
  retryLimit: 20,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 300,
  deleteAfterSeconds: 24 * 3600,
} as const;

export interface AnswerQueue extends Pick<Workplace<unknown>, 'wake' | 'stop'> {
  /** Adds a job, inside the transaction of the caller, who wakes the queue after it. */
  readonly add: (id: string, conversation: string, transaction: Sql) => Promise<void>;
  /** Begins to work. A rejected answer is tried again later, with growing pauses. */
  readonly work: (answer: (id: string) => Promise<void>) => void;
}

export interface Sql {
  readonly executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;
}

/** The queue of messages to answer, on a pg-boss that has been started. */
export async function createAnswerQueue(
  boss: PgBoss,
  isEmbedded: boolean,
  onError: (error: Error) => void,
): Promise<AnswerQueue> {
  await openQueue(boss, QUEUE, OPTIONS, isEmbedded);
  const { work, wake, stop } = workAtOnce<{ id: string }>(boss, QUEUE, AT_ONCE, onError);
  return {
    wake,
    stop,
    add: async (id, conversation, transaction) => {
      await boss.send(QUEUE, { id }, { ...DUE, db: transaction, group: { id: conversation } });
    },
    work: (answer) => work(({ id }) => answer(id)),
  };
}
