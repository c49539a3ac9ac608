import type { PgBoss } from 'pg-boss';
import { type MessageQueue, openMessageQueue } from './message-queue.ts';

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

/** The queue of verdicts to be told in words, on a pg-boss that has been started. */
export function createTellingQueue(
  boss: PgBoss,
  isEmbedded: boolean,
  onError: (error: Error) => void,
): Promise<MessageQueue> {
  return openMessageQueue(
    boss,
    { name: QUEUE, atOnce: AT_ONCE, options: OPTIONS, isSingle: true },
    isEmbedded,
    onError,
  );
}
