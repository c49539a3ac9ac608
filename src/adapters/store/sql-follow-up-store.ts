import { type Kysely, type Selectable, sql } from 'kysely';
import { FollowUpSetting } from '../../follow-ups/setting.ts';
import type { FollowUp, FollowUpStore } from '../../ports/follow-up-store.ts';
import type { Target } from '../../ports/inbox.ts';
import type { Place } from '../../ports/place.ts';
import { beginDigest, claimDigests, countUnclear, type EnqueueDigests, finishDigest } from './sql-digests.ts';
import { storableJson } from './storable.ts';
import { readSetting } from './stored-setting.ts';
import type { Tables } from './tables.ts';
import { UNHEARD, type WarnLog } from './warn-log.ts';

export function createFollowUpStore(
  db: Kysely<Tables>,
  enqueue: EnqueueDigests,
  log: WarnLog = UNHEARD,
): FollowUpStore {
  return {
    find: (place) => find(db, place, log),
    save: (target, setting) => save(db, target, setting),
    wanted: () => wanted(db, log),
    markQuiet: (followUp, key) => markQuiet(db, followUp, key),
    claim: (claims, now) => db.transaction().execute((transaction) => claimDigests(transaction, claims, now, enqueue)),
    begin: (id) => beginDigest(db, id, log),
    countUnclear: (digest) => countUnclear(db, digest),
    finish: (digest, outcome, cases) => finishDigest(db, digest, outcome, cases),
    suspend: (place, reason) => setSuspended(db, place, reason),
    suspendTeam: (tenant, team, reason) => suspendTeam(db, tenant, team, reason),
    suspendedCount: () => suspendedCount(db),
    refresh: (target) => refresh(db, target),
  };
}

const COLUMNS = ['tenant', 'conversation', 'setting', 'version', 'last_digest_at', 'quiet_key'] as const;

async function find(db: Kysely<Tables>, { tenant, conversation }: Place, log: WarnLog): Promise<FollowUp | null> {
  const row = await db
    .selectFrom('follow_up')
    .select(COLUMNS)
    .where('tenant', '=', tenant)
    .where('conversation', '=', conversation)
    .where('setting', 'is not', null)
    .executeTakeFirst();
  return row ? followUpOf(row, log) : null;
}

type Row = Pick<Selectable<Tables['follow_up']>, (typeof COLUMNS)[number]>;

/** Null where the setting cannot be read: the place is without digests until somebody sets them again. */
function followUpOf(row: Row, log: WarnLog): FollowUp | null {
  const { tenant, conversation, version, last_digest_at, quiet_key } = row;
  const setting = readSetting(row.setting, log);
  if (!setting) {
    return null;
  }
  return {
    place: { tenant, conversation },
    setting,
    version,
    lastDigestAt: last_digest_at === null ? null : new Date(last_digest_at).toISOString(),
    quietKey: quiet_key,
  };
}

async function save(db: Kysely<Tables>, target: Target, setting: FollowUpSetting | null): Promise<void> {
  const { tenant, conversation } = target;
  const reference = storableJson(target.reference);
  const kept = setting && storableJson(FollowUpSetting.parse(setting));
  await db
    .insertInto('follow_up')
    .values({ tenant, conversation, setting: kept, reference, version: 1 })
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'conversation']).doUpdateSet({
        setting: kept,
        reference,
        version: sql<number>`follow_up.version + 1`,
        quiet_key: null,
        suspended_because: null,
      }),
    )
    .execute();
}

async function wanted(db: Kysely<Tables>, log: WarnLog): Promise<FollowUp[]> {
  const rows = await db
    .selectFrom('follow_up')
    .select(COLUMNS)
    .where('setting', 'is not', null)
    .where('suspended_because', 'is', null)
    .execute();
  return rows.flatMap((row) => followUpOf(row, log) ?? []);
}

async function markQuiet(db: Kysely<Tables>, { place, version }: FollowUp, key: string): Promise<void> {
  await db
    .updateTable('follow_up')
    .set({ quiet_key: key })
    .where('tenant', '=', place.tenant)
    .where('conversation', '=', place.conversation)
    .where('version', '=', version)
    .execute();
}

async function setSuspended(db: Kysely<Tables>, { tenant, conversation }: Place, reason: string): Promise<void> {
  await db
    .updateTable('follow_up')
    .set({ suspended_because: reason })
    .where('tenant', '=', tenant)
    .where('conversation', '=', conversation)
    .execute();
}

async function suspendTeam(db: Kysely<Tables>, tenant: string, team: string, reason: string | null): Promise<void> {
  await db
    .updateTable('follow_up')
    .set({ suspended_because: reason })
    .where('tenant', '=', tenant)
    .where(sql<string>`reference ->> 'team'`, '=', team)
    .execute();
}

async function suspendedCount(db: Kysely<Tables>): Promise<number> {
  const { count } = await db
    .selectFrom('follow_up')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('setting', 'is not', null)
    .where('suspended_because', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function refresh(db: Kysely<Tables>, { tenant, conversation, reference }: Target): Promise<void> {
  await db
    .updateTable('follow_up')
    .set({ reference: storableJson(reference), suspended_because: null })
    .where('tenant', '=', tenant)
    .where('conversation', '=', conversation)
    .execute();
}
