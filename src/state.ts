import type { Gauges } from './adapters/metrics/prom-meter.ts';
import { type AnswerQueue, createAnswerQueue } from './adapters/queue/answer-queue.ts';
import { createDigestQueue, type DigestQueue } from './adapters/queue/digest-queue.ts';
import { queueDepth, startBoss, stopBoss } from './adapters/queue/start-boss.ts';
import { type Database, openDatabase } from './adapters/store/database.ts';
import { createCaseStore } from './adapters/store/sql-case-store.ts';
import { createFollowUpStore } from './adapters/store/sql-follow-up-store.ts';
import { createInbox } from './adapters/store/sql-inbox.ts';
import type { Config } from './config.ts';
import type { CaseStore } from './ports/case-store.ts';
import type { FollowUpStore } from './ports/follow-up-store.ts';
import type { Inbox } from './ports/inbox.ts';
import type { Log } from './ports/log.ts';

export interface State {
  readonly inbox: Inbox;
  readonly queue: AnswerQueue;
  readonly cases: CaseStore;
  readonly followUps: FollowUpStore;
  readonly digests: DigestQueue;
  readonly gauges: Gauges;
  readonly close: () => Promise<void>;
}

/** How long a stopping process waits for the answers in hand. */
const STOP_SECONDS = 20;

/** The channel repeats a message within minutes; a month leaves room for looking into a complaint. */
const KEEP_DAYS = 30;
const TIDY_EVERY_MS = 12 * 3600 * 1000;

/** Opens everything that outlives the process: database, inbox and queue, all in one PostgreSQL. */
export async function openState(place: Config['database'], log: Log): Promise<State> {
  const onError = (error: Error) => log.error('database.error', { error: error.message });
  const database = await openDatabase(place, onError);
  try {
    const boss = await startBoss(queuePlace(place, database), onError);
    const isEmbedded = database.embedded !== null;
    const queue = await createAnswerQueue(boss, isEmbedded);
    const digests = await createDigestQueue(boss, isEmbedded);
    const inbox = createInbox(database.kysely, (id, target, sql) => queue.add(id, target.conversation, sql));
    const stopTidying = tidyNowAndThen(inbox, log);
    const close = async () => {
      stopTidying();
      await stopBoss(boss, STOP_SECONDS);
      await database.close();
    };
    const cases = createCaseStore(database.kysely, log);
    const followUps = createFollowUpStore(database.kysely, digests.add, log);
    const gauges = {
      answersWaiting: () => queueDepth(boss, 'answer'),
      digestsWaiting: () => queueDepth(boss, 'digest'),
      placesSuspended: followUps.suspendedCount,
    };
    return { inbox, queue, cases, followUps, digests, gauges, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function tidyNowAndThen(inbox: Inbox, log: Log): () => void {
  const tidy = () => {
    inbox.tidy(KEEP_DAYS).catch((error: Error) => log.error('inbox.tidy-failed', { error: error.message }));
  };
  const timer = setInterval(tidy, TIDY_EVERY_MS);
  timer.unref();
  tidy();
  return () => clearInterval(timer);
}

function queuePlace(place: Config['database'], { embedded }: Database): Parameters<typeof startBoss>[0] {
  if ('url' in place) return place.url;
  if (embedded) return embedded;
  throw new Error('The embedded database is not open.');
}
