import { randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Arrival, Inbox, Target, Waiting } from '../../ports/inbox.ts';
import type { Place } from '../../ports/place.ts';
import { inTransaction, type SqlInTransaction } from './in-transaction.ts';
import { reachable } from './reachable.ts';
import { finish } from './sql-outbox.ts';
import { storableJson } from './storable.ts';
import { isReadable } from './stored-message.ts';
import type { KeptAnswer } from './tables/inbox-tables.ts';
import type { Tables } from './tables.ts';

/** Puts the job to answer message `id` into the queue, within the given transaction. */
export type Enqueue = (id: string, target: Target, transaction: SqlInTransaction) => Promise<void>;

/**
 * Sees to it that a conversation is told its answers. Not within the transaction that keeps one: a job that is there
 * already stands for it, and might be done with before the transaction ends.
 */
export type EnqueueDelivery = (conversation: Place) => Promise<void>;

export function createInbox(db: Kysely<Tables>, enqueue: Enqueue, deliver: EnqueueDelivery): Inbox {
  return {
    accept: (arrival) => db.transaction().execute((transaction) => accept(transaction, arrival, enqueue)),
    begin: (id) => begin(db, id),
    keep: (id, answer, language) => keep(db, id, { answer, language }, deliver),
    ignore: (id) => finish(db, id, 'silent'),
    resume: (id) => resume(db, id, deliver),
    tidy: (days) => tidy(db, days),
    suspend: (target, reason) => suspend(db, target, reason),
    isReachable: reachable(db),
  };
}

async function accept(db: Transaction<Tables>, arrival: Arrival, enqueue: Enqueue) {
  const { target, key, message, replyTo } = arrival;
  const { tenant, conversation } = target;
  if (arrival.ifKnown && !(await isKnown(db, arrival))) {
    return 'unknown';
  }
  const reference = storableJson(target.reference);
  const stored = await db
    .insertInto('activity')
    .values({ id: randomUUID(), tenant, conversation, key, message: storableJson(message), reply_to: replyTo })
    .onConflict((conflict) => conflict.columns(['tenant', 'conversation', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!stored) {
    return 'duplicate';
  }
  if (message.kind === 'delete') {
    await withdraw(db, arrival, stored.id);
  }
  await db
    .insertInto('conversation')
    .values({ tenant, conversation, reference })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant', 'conversation'])
        .doUpdateSet({ reference, suspended_because: null, updated_at: sql`now()` }),
    )
    .execute();
  await enqueue(stored.id, target, inTransaction(db));
  return 'accepted';
}

/** None where the channel gave no id. */
function ofSameMessage({ tenant, conversation }: Place, replyTo: string | null) {
  return sql<boolean>`tenant = ${tenant} and conversation = ${conversation} and reply_to = ${replyTo}`;
}

async function isKnown(db: Transaction<Tables>, { target, replyTo }: Arrival): Promise<boolean> {
  const known = await db.selectFrom('activity').select('id').where(ofSameMessage(target, replyTo)).limit(1).execute();
  return known.length > 0;
}

/** A message that was deleted before it was answered gets no answer, and what it said is kept no longer. */
async function withdraw(db: Transaction<Tables>, { target, replyTo }: Arrival, deletion: string): Promise<void> {
  await db
    .updateTable('activity')
    .set({ message: null, answer: null, finished_at: sql<Date>`now()`, outcome: 'silent' })
    .where(ofSameMessage(target, replyTo))
    .where('id', '!=', deletion)
    .where('finished_at', 'is', null)
    .execute();
}

/** Deliveries of the same message before this one: as it was sent, and each of its edits. */
async function earlier(db: Kysely<Tables>, id: string, place: Place, replyTo: string | null) {
  return db
    .selectFrom('activity')
    .select(['id', 'acted'])
    .where(ofSameMessage(place, replyTo))
    .where('id', '!=', id)
    .orderBy('received_at')
    .execute();
}

async function begin(db: Kysely<Tables>, id: string): Promise<Waiting | null> {
  const row = await db
    .updateTable('activity')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), attempted_at: sql<Date>`now()` }))
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .returning(['tenant', 'conversation', 'message', 'attempts', 'postponed', 'reply_to'])
    .executeTakeFirst();
  if (!row?.message) {
    return null;
  }
  const { tenant, conversation, attempts, postponed } = row;
  const message = isReadable(row.message) ? row.message : null;
  const place = await db
    .selectFrom('conversation')
    .select('reference')
    .where('tenant', '=', tenant)
    .where('conversation', '=', conversation)
    .executeTakeFirstOrThrow();
  const target = { tenant, conversation, reference: place.reference };
  const lost = attempts - 1 - postponed;
  const waiting = { id, target, message, lost };
  if (message?.kind === 'message') {
    return waiting;
  }
  return { ...waiting, earlier: await earlier(db, id, target, row.reply_to) };
}

async function keep(db: Kysely<Tables>, id: string, kept: KeptAnswer, deliver: EnqueueDelivery): Promise<void> {
  const conversation = await db
    .updateTable('activity')
    .set({ answer: storableJson(kept), message: null, acted: kept.answer.kind === 'text' && kept.answer.acts === true })
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .returning(['tenant', 'conversation'])
    .executeTakeFirst();
  if (conversation) {
    await deliver(conversation);
  }
}

async function resume(db: Kysely<Tables>, id: string, deliver: EnqueueDelivery): Promise<void> {
  const conversation = await db
    .selectFrom('activity')
    .select(['tenant', 'conversation'])
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .executeTakeFirst();
  if (conversation) {
    await deliver(conversation);
  }
}

async function tidy(db: Kysely<Tables>, days: number): Promise<number> {
  const before = sql<Date>`now() - make_interval(days => ${days})`;
  // A message that is stored in a case is found as long as the case has it: it may be edited or deleted at any time.
  const isKept = sql<boolean>`exists (select from paste p where p.id = activity.id::text)
    or exists (select from case_event e where e.cause = activity.id::text)`;
  const deleted = await db
    .deleteFrom('activity')
    .where('finished_at', '<', before)
    .where((eb) => eb.not(isKept))
    .executeTakeFirst();
  return Number(deleted.numDeletedRows);
}

async function suspend(db: Kysely<Tables>, target: Target, reason: string): Promise<void> {
  await db
    .updateTable('conversation')
    .set({ suspended_because: reason, updated_at: sql`now()` })
    .where('tenant', '=', target.tenant)
    .where('conversation', '=', target.conversation)
    .execute();
}
