import { randomUUID } from 'node:crypto';
import { CompiledQuery, type Kysely, sql, type Transaction } from 'kysely';
import type { Claim, ClaimedDigest, DigestOutcome } from '../../ports/follow-up-store.ts';
import type { SqlInTransaction } from './in-transaction.ts';
import { storableJson } from './storable.ts';
import { readSetting } from './stored-setting.ts';
import type { Tables } from './tables.ts';
import type { WarnLog } from './warn-log.ts';

/** Queues the jobs to post these digests, within the given transaction. */
export type EnqueueDigests = (ids: readonly string[], transaction: SqlInTransaction) => Promise<void>;

/**
 * One statement decides who posts: the row of each place is the lock, and the key of a digest is unique. The rows are
 * locked in one order, so that two instances that claim the same places wait for each other and do not deadlock.
 * Returns how many were won.
 */
export async function claimDigests(
  db: Transaction<Tables>,
  claims: readonly Claim[],
  now: string,
  enqueue: EnqueueDigests,
): Promise<number> {
  const wanted = claims.map(({ followUp: { place, version, lastDigestAt }, slot: { key, day } }) => ({
    ...{ id: randomUUID(), ...place, version, last: lastDigestAt, key, day },
  }));
  const { rows } = await sql<{ id: string }>`
    with wanted as (
      select * from jsonb_to_recordset(${storableJson(wanted)}::jsonb) as w(
        id uuid, tenant text, conversation text, version integer, last timestamptz, key text, day text)
    ), locked as (
      select f.tenant, f.conversation, w.id, w.key, w.day from follow_up f
      join wanted w on w.tenant = f.tenant and w.conversation = f.conversation and w.version = f.version
        and f.last_digest_at is not distinct from w.last
      order by f.tenant, f.conversation for update of f
    ), turn as (
      update follow_up f set last_digest_at = ${now}::timestamptz from locked l
      where f.tenant = l.tenant and f.conversation = l.conversation
      returning l.id, l.tenant, l.conversation, l.key, l.day
    )
    insert into digest (id, tenant, conversation, key, day, claimed_at)
    select id, tenant, conversation, key, day, ${now}::timestamptz from turn
    on conflict (tenant, conversation, key) do nothing
    returning id`.execute(db);
  if (rows.length === 0) {
    return 0;
  }
  await enqueue(
    rows.map(({ id }) => id),
    {
      executeSql: async (text, values = []) => ({
        rows: (await db.executeQuery(CompiledQuery.raw(text, values))).rows,
      }),
    },
  );
  return rows.length;
}

interface Begun {
  readonly tenant: string;
  readonly conversation: string;
  readonly key: string;
  readonly day: string;
  readonly claimed_at: Date | string;
  readonly attempts: number;
  readonly unclear: number;
  readonly setting: unknown;
  readonly reference: Record<string, unknown>;
}

/** Null where the digest has ended, or nobody wants it any more. */
export async function beginDigest(db: Kysely<Tables>, id: string, log: WarnLog): Promise<ClaimedDigest | null> {
  const { rows } = await sql<Begun>`
    with begun as (
      update digest set attempts = attempts + 1 where id = ${id}::uuid and finished_at is null
      returning tenant, conversation, key, day, claimed_at, attempts, unclear
    )
    select b.*, f.setting, f.reference from begun b
    join follow_up f on f.tenant = b.tenant and f.conversation = b.conversation
    where f.setting is not null and f.suspended_because is null`.execute(db);
  const [begun] = rows;
  const setting = begun ? readSetting(begun.setting, log) : null;
  if (!begun || !setting) {
    return null;
  }
  const { tenant, conversation, key, day, attempts, unclear, reference } = begun;
  const claimedAt = new Date(begun.claimed_at).toISOString();
  const target = { tenant, conversation, reference };
  return { id, key, day, claimedAt, attempts, unclear, target, setting };
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

/** One statement, so the digest ends and its cases count as reminded of, or neither. */
export async function finishDigest(
  db: Kysely<Tables>,
  { id, target, claimedAt }: ClaimedDigest,
  outcome: DigestOutcome,
  cases: readonly number[],
): Promise<void> {
  await sql`
    with reminded as (
      update support_case set reminded_at = ${claimedAt}::timestamptz
      where tenant = ${target.tenant} and conversation = ${target.conversation}
        and number in (select value::integer from jsonb_array_elements_text(${JSON.stringify(cases)}::jsonb))
    )
    update digest set outcome = ${outcome}, finished_at = now() where id = ${id}::uuid`.execute(db);
}
