import type { PgBoss, Queue } from 'pg-boss';
import { DUE, openQueue } from './start-boss.ts';
import { type AtOnce, type Workplace, workAtOnce } from './work-at-once.ts';

/** Jobs that each are about one message, by its id; one conversation has one after another. */
export interface MessageQueue extends Pick<Workplace<unknown>, 'wake' | 'stop'> {
  /** Adds a job, inside the transaction of the caller, who wakes the queue after it. */
  readonly add: (id: string, conversation: string, transaction: Sql) => Promise<void>;
  /** Begins to work. What is rejected is tried again later, with growing pauses. */
  readonly work: (take: (id: string) => Promise<void>) => void;
}

interface Sql {
  readonly executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;
}

export interface MessageQueueSettings {
  readonly name: string;
  readonly atOnce: AtOnce;
  readonly options: Omit<Queue, 'name'>;
  /** True where a message has one job at most, however often it is added. */
  readonly isSingle: boolean;
}

/** A queue of messages, on a pg-boss that has been started. */
export async function openMessageQueue(
  boss: PgBoss,
  { name, atOnce, options, isSingle }: MessageQueueSettings,
  isEmbedded: boolean,
  onError: (error: Error) => void,
): Promise<MessageQueue> {
  await openQueue(boss, name, options, isEmbedded);
  const { work, wake, stop } = workAtOnce<{ id: string }>(boss, name, atOnce, onError);
  return {
    wake,
    stop,
    add: async (id, conversation, transaction) => {
      const single = isSingle ? { singletonKey: id } : {};
      await boss.send(name, { id }, { ...DUE, db: transaction, group: { id: conversation }, ...single });
    },
    work: (take) => work(({ id }) => take(id)),
  };
}
