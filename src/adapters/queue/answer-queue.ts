import type { PgBoss } from 'pg-boss';
import { type MessageQueue, openMessageQueue } from './message-queue.ts';

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

/** The queue of messages to answer, on a pg-boss that has been started. */
export function createAnswerQueue(
  boss: PgBoss,
  isEmbedded: boolean,
  onError: (error: Error) => void,
): Promise<MessageQueue> {
  return openMessageQueue(
    boss,
    { name: QUEUE, atOnce: AT_ONCE, options: OPTIONS, isSingle: false },
    isEmbedded,
    onError,
  );
}
