import { randomUUID } from 'node:crypto';
import type { Gauges } from './adapters/metrics/prom-meter.ts';
import { createAnswerQueue } from './adapters/queue/answer-queue.ts';
import { createDeliveryQueue, type DeliveryQueue } from './adapters/queue/delivery-queue.ts';
import { createDigestQueue, type DigestQueue } from './adapters/queue/digest-queue.ts';
import type { MessageQueue } from './adapters/queue/message-queue.ts';
import { queueDepth, startBoss, stopBoss } from './adapters/queue/start-boss.ts';
import { createTellingQueue } from './adapters/queue/telling-queue.ts';
import { type Database, openDatabase } from './adapters/store/database.ts';
import { countInstances, leaveInstances } from './adapters/store/live-instances.ts';
import { createCaseStore } from './adapters/store/sql-case-store.ts';
import { createFollowUpStore } from './adapters/store/sql-follow-up-store.ts';
import { createInbox, type Enqueue } from './adapters/store/sql-inbox.ts';
import { createOutbox } from './adapters/store/sql-outbox.ts';
import { createPeopleStore } from './adapters/store/sql-people-store.ts';
import { createTellings } from './adapters/store/sql-tellings.ts';
import { createTokenBudget } from './adapters/store/sql-token-budget.ts';
import { createTranscript } from './adapters/store/sql-transcript.ts';
import type { Config } from './config.ts';
import type { CaseStore } from './ports/case-store.ts';
import type { FollowUpStore } from './ports/follow-up-store.ts';
import type { Inbox } from './ports/inbox.ts';
import type { Log } from './ports/log.ts';
import type { Outbox } from './ports/outbox.ts';
import type { PeopleStore } from './ports/people-store.ts';
import type { Tellings } from './ports/tellings.ts';
import type { TokenBudget } from './ports/token-budget.ts';
import type { Transcript } from './ports/transcript.ts';
import { nowAndThen } from './upkeep/now-and-then.ts';

export interface State {
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly queue: MessageQueue;
  readonly deliveries: DeliveryQueue;
  readonly cases: CaseStore;
  readonly followUps: FollowUpStore;
  readonly people: PeopleStore;
  /** What was said on the page, where that is a place to talk of its own. */
  readonly transcript: Transcript;
  readonly digests: DigestQueue;
  /** Null without a model. */
  readonly words: Words | null;
  readonly tellings: Tellings;
  readonly gauges: Gauges;
  /** Instances that share the database with this one, itself included, as seen some seconds ago. */
  readonly instances: () => number;
  readonly close: () => Promise<void>;
}

/** What it takes to tell verdicts in words. */
export interface Words {
  readonly queue: MessageQueue;
  readonly budget: TokenBudget;
}

/**
 * How long a stopping process waits for the answers that are thought about, then for those on their way (a send ends within
 * fifteen seconds), then for a digest; together less than `compose.yaml` gives it.
 */
export const STOP_SECONDS = { thinking: 10, saying: 16, rest: 16 };

/** The channel repeats a message within minutes; a month leaves room for looking into a complaint. */
const KEEP_DAYS = 30;
/** Which case few words mean is of use for eight hours; a language, until nobody has heard from somebody for a year. */
const KEEP_PEOPLE_DAYS = { turnedTo: 1, tongue: 365 };
const TIDY_EVERY_MS = 12 * 3600 * 1000;
const SHOW_UP_EVERY_MS = 5000;

/** Opens everything that outlives the process: database, inbox, outbox and queues, all in one PostgreSQL. */
export async function openState(
  { database: address, model }: Pick<Config, 'database' | 'model'>,
  log: Log,
): Promise<State> {
  const onError = (error: Error) => log.error('database.error', { error: error.message });
  const database = await openDatabase(address, onError);
  try {
    const boss = await startBoss(queueAddress(address, database), onError);
    const isEmbedded = database.embedded !== null;
    const queue = await createAnswerQueue(boss, isEmbedded, onError);
    const deliveries = await createDeliveryQueue(boss, isEmbedded, onError);
    const digests = await createDigestQueue(boss, isEmbedded);
    const inbox = wakingInbox(database, queue, deliveries);
    const words = model && {
      queue: await createTellingQueue(boss, isEmbedded, onError),
      budget: createTokenBudget(database.kysely, model.tokens),
    };
    const outbox = wakingOutbox(createOutbox(database.kysely, words?.queue.add), words);
    const tellings = createTellings(database.kysely, deliveries.add);
    const people = createPeopleStore(database.kysely);
    const stopTidying = tidyNowAndThen(inbox, people, log);
    const instances = await showUp(database, isEmbedded, onError);
    const close = async () => {
      stopTidying();
      await Promise.all([queue.stop(STOP_SECONDS.thinking * 1000), words?.queue.stop(STOP_SECONDS.thinking * 1000)]);
      await deliveries.stop(STOP_SECONDS.saying * 1000);
      await instances.leave();
      await stopBoss(boss, STOP_SECONDS.rest);
      await database.close();
    };
    const cases = createCaseStore(database.kysely, log);
    const followUps = createFollowUpStore(database.kysely, digests.add, log);
    const gauges = {
      answersWaiting: async () => (await queueDepth(boss, 'answer')) + (await queueDepth(boss, 'deliver')),
      undelivered: outbox.backlog,
      digestsWaiting: () => queueDepth(boss, 'digest'),
      placesSuspended: followUps.suspendedCount,
    };
    const transcript = createTranscript(database.kysely);
    const stored = { inbox, outbox, cases, followUps, people, words, tellings, transcript };
    return { ...stored, queue, deliveries, digests, gauges, instances: instances.count, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The inbox, which wakes the queues of this process: another one asks for new jobs now and then. */
function wakingInbox({ kysely }: Database, queue: MessageQueue, deliveries: DeliveryQueue): Inbox {
  const enqueue: Enqueue = (id, { conversation }, sql) => queue.add(id, conversation, sql);
  const inbox = createInbox(kysely, enqueue, deliveries.add);
  return {
    ...inbox,
    accept: async (arrival) => {
      const accepted = await inbox.accept(arrival);
      queue.wake();
      return accepted;
    },
  };
}

/** The outbox, which wakes the queue of what is to be told in words. */
function wakingOutbox(outbox: Outbox, words: Words | null): Outbox {
  return {
    ...outbox,
    finish: async (id, outcome, sentAs) => {
      await outbox.finish(id, outcome, sentAs);
      words?.queue.wake();
    },
  };
}

/** Tells the other instances that this one is there, and counts them. The embedded database has one. */
async function showUp({ kysely }: Database, isEmbedded: boolean, onError: (error: Error) => void) {
  if (isEmbedded) {
    return { count: () => 1, leave: async () => undefined };
  }
  const id = randomUUID();
  let count = await countInstances(kysely, id);
  const look = async () => {
    count = await countInstances(kysely, id);
  };
  const stop = nowAndThen(SHOW_UP_EVERY_MS, look, (error) => onError(error as Error));
  return {
    count: () => count,
    leave: async () => {
      await stop();
      await leaveInstances(kysely, id).catch(onError);
    },
  };
}

function tidyNowAndThen(inbox: Inbox, people: PeopleStore, log: Log): () => void {
  const failed = (what: string) => (error: Error) => log.error(`${what}.tidy-failed`, { error: error.message });
  const tidy = () => {
    inbox.tidy(KEEP_DAYS).catch(failed('inbox'));
    people.tidy(KEEP_PEOPLE_DAYS).catch(failed('people'));
  };
  const timer = setInterval(tidy, TIDY_EVERY_MS);
  timer.unref();
  tidy();
  return () => clearInterval(timer);
}

function queueAddress(address: Config['database'], { embedded }: Database): Parameters<typeof startBoss>[0] {
  if ('url' in address) {
    return address.url;
  }
  if (embedded) {
    return embedded;
  }
  throw new Error('The embedded database is not open.');
}
