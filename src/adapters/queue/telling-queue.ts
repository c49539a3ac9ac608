import type { PgBoss } from 'pg-boss';
import { DUE, openQueue } from './start-boss.ts';
import { type Workplace, workAtOnce } from './work-at-once.ts';

const QUEUE = 'tell';
/** Verdicts told at the same time by one process; whoever waits holds up no answer. */
const AT_ONCE = { most: 2, batch: 1 };

/** A question takes half a minute and is repaired once. One that a kill left behind is taken up once more. */
const OPTIONS = {
  notify: false,
  heartbeatSeconds: 10,
  expireInSeconds: 300,
  retryLimit: 5,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 60,
  deleteAfterSeconds: 24 * 3600,
} as const;

export interface TellingQueue extends Pick<Workplace<unknown>, 'wake' | 'stop'> {
  /** Adds a job, inside the transaction of the caller. */
  readonly add: (id: string, conversation: string, transaction: Sql) => Promise<void>;
  /** Begins to work. What is rejected is tried again later, with growing pauses. */
  readonly work: (tell: (id: string) => Promise<void>) => void;
}

interface Sql {
  readonly executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;
}

/** The queue of verdicts to be told in words, on a pg-boss that has been started. */
export async function createTellingQueue(
  boss: PgBoss,
  isEmbedded: boolean,
  onError: (error: Error) => void,
): Promise<TellingQueue> {
  await openQueue(boss, QUEUE, OPTIONS, isEmbedded);
  const { work, wake, stop } = workAtOnce<{ id: string }>(boss, QUEUE, AT_ONCE, onError);
  return {
    wake,
    stop,
    add: async (id, conversation, transaction) => {
      await boss.send(QUEUE, { id }, { ...DUE, db: transaction, group: { id: conversation }, singletonKey: id });
    },
    work: (tell) => work(({ id }) => tell(id)),
  };
}
