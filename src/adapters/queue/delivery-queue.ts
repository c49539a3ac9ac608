import type { PgBoss } from 'pg-boss';
import type { Place } from '../../ports/place.ts';
import { DUE, openQueue } from './start-boss.ts';
import { type Workplace, workAtOnce } from './work-at-once.ts';

const QUEUE = 'deliver';
/** Conversations that are sent to at the same time by one process: each waits for the channel or for its turn. */
const AT_ONCE = { most: 500, batch: 50 };

/**
 * One job a conversation, however many answers wait there: `short` lets one wait and one be in hand. The answers know
 * themselves when to be given up; what is tried again by the queue is a failure of ours.
 */
const OPTIONS = {
  policy: 'short',
  heartbeatSeconds: 10,
  expireInSeconds: 600,
  retryLimit: 1000,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 30,
  deleteAfterSeconds: 3600,
} as const;

interface Delivery extends Place {
  /** Times in a row that the conversation could not be reached. */
  readonly failures: number;
}

export interface DeliveryQueue extends Pick<Workplace<unknown>, 'stop'> {
  /** Sees to it that this conversation is looked at: soon, or when it has slept enough. */
  readonly add: (conversation: Place) => Promise<void>;
  /** Begins to work. What `deliver` returns is how long the conversation is left alone; null: it is done. */
  readonly work: (deliver: (conversation: Place, failures: number) => Promise<Rest | null>) => void;
}

interface Rest {
  readonly ms: number;
  readonly failures: number;
}

/** The queue of conversations that are to be told something, on a pg-boss that has been started. */
export async function createDeliveryQueue(
  boss: PgBoss,
  isEmbedded: boolean,
  onError: (error: Error) => void,
): Promise<DeliveryQueue> {
  await openQueue(boss, QUEUE, OPTIONS, isEmbedded);
  const { work, wake, stop } = workAtOnce<Delivery>(boss, QUEUE, AT_ONCE, onError);
  return {
    stop,
    add: async (conversation) => {
      await boss.send(QUEUE, jobOf(conversation, 0), { ...DUE, ...placing(conversation) });
      wake();
    },
    work: (deliver) =>
      work(async ({ failures, ...conversation }) => {
        const rest = await deliver(conversation, failures);
        if (rest) {
          await sleep(boss, conversation, rest);
        }
      }),
  };
}

/** The job sleeps, not who works on it: another one takes its place, and also that of one that came meanwhile. */
async function sleep(boss: PgBoss, conversation: Place, { ms, failures }: Rest): Promise<void> {
  const startAfter = Math.max(0.001, ms / 1000);
  await boss.upsert(QUEUE, jobOf(conversation, failures), { ...placing(conversation), startAfter });
}

function jobOf({ tenant, conversation }: Place, failures: number): Delivery {
  return { tenant, conversation, failures };
}

function placing({ tenant, conversation }: Place) {
  const name = `${tenant} ${conversation}`;
  return { singletonKey: name, group: { id: name } };
}
