import { randomUUID } from 'node:crypto';
import { CompiledQuery, type Kysely, sql, type Transaction } from 'kysely';
import type { Slot } from '../../follow-ups/due.ts';
import { FollowUpSetting } from '../../follow-ups/setting.ts';
import type { ClaimedDigest, DigestOutcome, FollowUp } from '../../ports/follow-up-store.ts';
import type { SqlInTransaction } from './sql-inbox.ts';
import type { Tables } from './tables.ts';

/** Queues the job to post digest `id`, within the given transaction. */
export type EnqueueDigest = (id: string, transaction: SqlInTransaction) => Promise<void>;

/** One statement decides who posts: the row of the place is the lock, and the key of the digest is unique. */
export async function claimDigest(
  db: Transaction<Tables>,
  { place, version, lastDigestAt }: FollowUp,
  { key, day }: Slot,
  now: string,
  enqueue: EnqueueDigest,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    with turn as (
      update follow_up set last_digest_at = ${now}::timestamptz
      where tenant = ${place.tenant} and conversation = ${place.conversation} and version = ${version}
        and last_digest_at is not distinct from ${lastDigestAt}::timestamptz
      returning tenant, conversation
    )
    insert into digest (id, tenant, conversation, key, day, claimed_at)
    select ${randomUUID()}::uuid, tenant, conversation, ${key}, ${day}, ${now}::timestamptz from turn
    on conflict (tenant, conversation, key) do nothing
    returning id`.execute(db);
  const [claimed] = rows;
  if (!claimed) return false;
  await enqueue(claimed.id, {
    executeSql: async (text, values = []) => ({ rows: (await db.executeQuery(CompiledQuery.raw(text, values))).rows }),
  });
  return true;
}

/** Null where the digest has ended, or nobody wants it any more. */
export async function beginDigest(db: Kysely<Tables>, id: string): Promise<ClaimedDigest | null> {
  const digest = await db
    .updateTable('digest')
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .returning(['tenant', 'conversation', 'key', 'day', 'claimed_at', 'attempts'])
    .executeTakeFirst();
  if (!digest) return null;
  const { tenant, conversation, key, day, attempts } = digest;
  const place = await db
    .selectFrom('follow_up')
    .select(['setting', 'reference'])
    .where('tenant', '=', tenant)
    .where('conversation', '=', conversation)
    .where('suspended_because', 'is', null)
    .executeTakeFirst();
  if (!place?.setting) return null;
  const target = { tenant, conversation, reference: place.reference };
  const claimedAt = new Date(digest.claimed_at).toISOString();
  return { id, key, day, claimedAt, attempts, target, setting: FollowUpSetting.parse(place.setting) };
}

export async function countUnclear(db: Kysely<Tables>, { id }: ClaimedDigest): Promise<number> {
  const { unclear } = await db
    .updateTable('digest')
    .set((eb) => ({ unclear: eb('unclear', '+', 1) }))
    .where('id', '=', id)
    .returning('unclear')
    .executeTakeFirstOrThrow();
  return unclear;
}

export async function finishDigest(
  db: Transaction<Tables>,
  { id, target, claimedAt }: ClaimedDigest,
  outcome: DigestOutcome,
  cases: readonly number[],
): Promise<void> {
  await db.updateTable('digest').set({ outcome, finished_at: sql<Date>`now()` }).where('id', '=', id).execute();
  if (cases.length === 0) return;
  await db
    .updateTable('support_case')
    .set({ reminded_at: claimedAt })
    .where('tenant', '=', target.tenant)
    .where('conversation', '=', target.conversation)
    .where('number', 'in', [...cases])
    .execute();
}
