import { type Kysely, sql, type Transaction } from 'kysely';
import type { Outcome } from '../../ports/inbox.ts';
import type { Outbox, Unsaid } from '../../ports/outbox.ts';
import type { Place } from '../../ports/place.ts';
import { inTransaction, type SqlInTransaction } from './in-transaction.ts';
import { storableJson } from './storable.ts';
import type { Tables } from './tables.ts';

/** Puts the job to tell a verdict in words into the queue, within the given transaction. */
export type EnqueueTelling = (id: string, conversation: string, transaction: SqlInTransaction) => Promise<void>;

/** Without `enqueue` nothing is told in words. */
export function createOutbox(db: Kysely<Tables>, enqueue?: EnqueueTelling): Outbox {
  return {
    next: (conversation) => next(db, conversation),
    begin: (id) => begin(db, id),
    undelivered: (id) => undelivered(db, id),
    finish: (id, outcome, sentAs) =>
      outcome === 'posted'
        ? db.transaction().execute((transaction) => posted(transaction, id, sentAs ?? null, enqueue))
        : finish(db, id, outcome),
    isAwaited: (conversation) => isAwaited(db, conversation),
    backlog: () => backlog(db),
  };
}

async function next(db: Kysely<Tables>, { tenant, conversation }: Place): Promise<Unsaid | null> {
  const row = await db
    .selectFrom('activity as a')
    .innerJoin('conversation as c', (join) =>
      join.onRef('c.tenant', '=', 'a.tenant').onRef('c.conversation', '=', 'a.conversation'),
    )
    .select(['a.id', 'a.answer', 'a.reply_to', 'a.sends', 'a.undelivered', 'c.reference'])
    .select(sql<string>`extract(epoch from now() - a.received_at) * 1000`.as('waited'))
    .where('a.tenant', '=', tenant)
    .where('a.conversation', '=', conversation)
    .where('a.finished_at', 'is', null)
    .where('a.answer', 'is not', null)
    .orderBy('a.arrival')
    .limit(1)
    .executeTakeFirst();
  if (!row?.answer) {
    return null;
  }
  return {
    id: row.id,
    target: { tenant, conversation, reference: row.reference },
    ...row.answer,
    replyTo: row.reply_to,
    unclear: row.sends - row.undelivered,
    waitedMs: Math.max(0, Number(row.waited)),
  };
}

async function begin(db: Kysely<Tables>, id: string): Promise<boolean> {
  const begun = await db
    .updateTable('activity')
    .set((eb) => ({ sends: eb('sends', '+', 1) }))
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return begun !== undefined;
}

async function undelivered(db: Kysely<Tables>, id: string): Promise<void> {
  await db
    .updateTable('activity')
    .set((eb) => ({ undelivered: eb('undelivered', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Ends a message and forgets what was said and what was to be said. */
export async function finish(db: Kysely<Tables>, id: string, outcome: Outcome): Promise<void> {
  await db
    .updateTable('activity')
    .set({ outcome, finished_at: sql<Date>`now()`, message: null, answer: null })
    .where('id', '=', id)
    .execute();
}

/** What was said may be told in words from now on, once, whatever becomes of this process. */
async function posted(
  db: Transaction<Tables>,
  id: string,
  sentAs: string | null,
  enqueue: EnqueueTelling | undefined,
): Promise<void> {
  const kept = await db
    .selectFrom('activity')
    .select(['answer', 'conversation'])
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .executeTakeFirst();
  await finish(db, id, 'posted');
  await db.updateTable('activity').set({ sent_as: sentAs }).where('id', '=', id).execute();
  const said = kept?.answer?.answer;
  if (!enqueue || said?.kind !== 'card' || !said.tell) {
    return;
  }
  await db
    .insertInto('telling')
    .values({ id, tell: storableJson(said.tell) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await enqueue(id, kept?.conversation ?? '', inTransaction(db));
}

async function isAwaited(db: Kysely<Tables>, { tenant, conversation }: Place): Promise<boolean> {
  const waiting = await db
    .selectFrom('activity')
    .select('id')
    .where('tenant', '=', tenant)
    .where('conversation', '=', conversation)
    .where('finished_at', 'is', null)
    .where('sends', '=', 0)
    .limit(1)
    .executeTakeFirst();
  return waiting !== undefined;
}

async function backlog(db: Kysely<Tables>): ReturnType<Outbox['backlog']> {
  const { count, oldest } = await db
    .selectFrom('activity')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .select(sql<string | null>`extract(epoch from now() - min(received_at))`.as('oldest'))
    .where('finished_at', 'is', null)
    .where('sends', '>', 0)
    .executeTakeFirstOrThrow();
  return { count: Number(count), oldestSeconds: Math.max(0, Number(oldest ?? 0)) };
}
