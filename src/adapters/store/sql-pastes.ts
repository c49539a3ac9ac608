import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { PasteNote, StoredPaste } from '../../ports/case-store.ts';
import type { Place } from '../../ports/place.ts';
import { append } from './append-event.ts';
import { pack, unpack } from './gzipped-text.ts';
import { storableText } from './storable.ts';
import type { Tables } from './tables.ts';
import type { WarnLog } from './warn-log.ts';

export async function keepPaste(db: Kysely<Tables>, place: Place, paste: StoredPaste): Promise<void> {
  const { tenant, conversation } = place;
  const { id, at, author, text, typed = null, thread = null } = paste;
  const gzipped = await pack(text);
  await db
    .insertInto('paste')
    .values({ tenant, conversation, id, at, author: storableText(author), gzipped, typed, thread })
    .onConflict((conflict) => conflict.columns(['tenant', 'conversation', 'id']).doNothing())
    .execute();
}

export async function readPastes(
  db: Kysely<Tables>,
  place: Place,
  ids: readonly string[],
  log: WarnLog,
): Promise<readonly StoredPaste[]> {
  if (ids.length === 0) {
    return [];
  }
  const rows = await db
    .selectFrom('paste')
    .select(['id', 'at', 'author', 'gzipped', 'typed'])
    .where('tenant', '=', place.tenant)
    .where('conversation', '=', place.conversation)
    .where('id', 'in', [...ids])
    .orderBy('at')
    .orderBy('id')
    .execute();
  const pastes = await Promise.all(
    rows.map(async ({ id, at, author, gzipped, typed }) => {
      const text = await unpack(gzipped).catch(() => null);
      if (text === null) {
        log.warn('paste.unreadable', { id });
      }
      const kept = { id, at: new Date(at).toISOString(), author };
      return text === null ? [] : { ...kept, text, ...(typed === null ? {} : { typed }) };
    }),
  );
  return pastes.flat();
}

export async function lastPaste(
  db: Kysely<Tables>,
  place: Place,
  author: string,
  since: string,
  except: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('paste')
    .select('id')
    .where('tenant', '=', place.tenant)
    .where('conversation', '=', place.conversation)
    .where('author', '=', storableText(author))
    .where('at', '>=', since)
    .where('id', '!=', except)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Nobody asks about more than what was said of late. */
const MOST_RECENT = 12;

export async function recentPastes(
  db: Kysely<Tables>,
  { tenant, conversation }: Place,
  since: string,
): Promise<readonly PasteNote[]> {
  const rows = await db
    .selectFrom('paste')
    .select(['id', 'at', 'author', 'thread'])
    .where('tenant', '=', tenant)
    .where('conversation', '=', conversation)
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_RECENT)
    .execute();
  return rows.map(({ at, ...row }) => ({ ...row, at: new Date(at).toISOString() }));
}

/** Deletes the pastes of a case that no other case has: one may have been put into two by button. */
export async function forgetPastes(
  db: Kysely<Tables>,
  place: Place,
  number: number,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) {
    return;
  }
  const { rows } = await sql<{ id: string }>`
    select e.what ->> 'paste' as id from case_event e join support_case c on c.id = e.case_id
    where e.what ->> 'paste' in (${sql.join([...ids])}) and c.number <> ${number}
      and c.tenant = ${place.tenant} and c.conversation = ${place.conversation}`.execute(db);
  const elsewhere = rows.map(({ id }) => id);
  await deletePastes(
    db,
    place,
    ids.filter((id) => !elsewhere.includes(id)),
  );
}

export async function forgetLoosePastes(db: Kysely<Tables>, { tenant, conversation }: Place): Promise<void> {
  await sql`
    delete from paste p
    where p.tenant = ${tenant} and p.conversation = ${conversation} and not exists (
      select from case_event e join support_case c on c.id = e.case_id
      where e.what ->> 'paste' = p.id and c.tenant = p.tenant and c.conversation = p.conversation)`.execute(db);
}

async function deletePastes(
  db: Kysely<Tables>,
  { tenant, conversation }: Place,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) {
    return;
  }
  await db
    .deleteFrom('paste')
    .where('tenant', '=', tenant)
    .where('conversation', '=', conversation)
    .where('id', 'in', [...ids])
    .execute();
}

export async function expirePastes(
  db: Kysely<Tables>,
  now: string,
  closed: string | null,
  loose: string,
): Promise<number> {
  const { rows } = await sql`
    delete from paste p
    where p.at < ${loose}::timestamptz and not exists (
      select from case_event e join support_case c on c.id = e.case_id
      where e.what ->> 'paste' = p.id and c.tenant = p.tenant and c.conversation = p.conversation)
    returning p.id`.execute(db);
  return rows.length + (closed === null ? 0 : await expireClosed(db, now, closed));
}

const US = { id: 'stopcode', name: 'Stopcode' };

/** The case tells that its pastes are gone; one that changes at the same moment keeps them until the next round. */
async function expireClosed(db: Kysely<Tables>, now: string, closed: string): Promise<number> {
  const { rows } = await sql<{ tenant: string; conversation: string; number: number; version: number; ids: string[] }>`
    select c.tenant, c.conversation, c.number, c.version, array_agg(p.id) as ids
    from support_case c
    join case_event e on e.case_id = c.id
    join paste p on p.tenant = c.tenant and p.conversation = c.conversation and p.id = e.what ->> 'paste'
    where c.status = 'closed' and c.closed_at < ${closed}::timestamptz and not exists (
      select from case_event f join support_case d on d.id = f.case_id
      where f.what ->> 'paste' = p.id and d.tenant = p.tenant and d.conversation = p.conversation
        and (d.status <> 'closed' or d.closed_at >= ${closed}::timestamptz))
    group by c.tenant, c.conversation, c.number, c.version`.execute(db);
  let deleted = 0;
  for (const { number, version, ids, ...place } of rows) {
    const doing = { by: US, at: now, cause: randomUUID() };
    await db.transaction().execute(async (transaction) => {
      const told = await append(transaction, place, number, version, { kind: 'pastes-forgotten' }, doing);
      if (told !== 'appended') {
        return;
      }
      await deletePastes(transaction, place, ids);
      deleted += ids.length;
    });
  }
  return deleted;
}
