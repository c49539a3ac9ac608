import type { Kysely } from 'kysely';
import type { ExportRecord } from './case-records.ts';
import { unpack } from './gzipped-text.ts';
import type { Tables } from './tables.ts';

/** A record as it stands in the database: what cannot be read is told by the import, and lost by neither. */
type Stored = { readonly type: ExportRecord['type'] } & Readonly<Record<string, unknown>>;

/**
 * Everything that is kept about cases, a record at a time: pastes may be large, so they are never held together. A paste
 * that is damaged is left out, and told to `leftOut`.
 */
export async function* exportCases(db: Kysely<Tables>, leftOut: (what: string) => void): AsyncGenerator<Stored> {
  yield* cases(db);
  yield* pastes(db, leftOut);
  yield* followUps(db);
  yield* people(db);
}

async function* cases(db: Kysely<Tables>): AsyncGenerator<Stored> {
  const all = db.selectFrom('support_case').selectAll();
  for (const row of await all.orderBy('tenant').orderBy('conversation').orderBy('number').execute()) {
    const events = await db
      .selectFrom('case_event')
      .select(['version', 'at', 'by', 'what', 'cause'])
      .where('case_id', '=', row.id)
      .orderBy('version')
      .execute();
    const { tenant, conversation, number, thread } = row;
    yield {
      ...{ type: 'case', tenant, conversation, number, thread },
      remindedAt: instant(row.reminded_at),
      forgottenAt: instant(row.forgotten_at),
      events: events.map((event) => ({ ...event, at: iso(event.at) })),
    };
  }
}

async function* pastes(db: Kysely<Tables>, leftOut: (what: string) => void): AsyncGenerator<Stored> {
  const all = db.selectFrom('paste').select(['tenant', 'conversation', 'id']);
  const keys = await all.orderBy('at').orderBy('id').execute();
  for (const { tenant, conversation, id } of keys) {
    const row = await db
      .selectFrom('paste')
      .select(['at', 'author', 'gzipped', 'typed'])
      .where('tenant', '=', tenant)
      .where('conversation', '=', conversation)
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) {
      continue;
    }
    const text = await unpack(row.gzipped).catch(() => null);
    if (text === null) {
      leftOut(`paste ${id} is damaged`);
      continue;
    }
    const { author, typed } = row;
    const kept = { tenant, conversation, id, at: iso(row.at), author, text };
    yield { type: 'paste', ...kept, ...(typed === null ? {} : { typed }) };
  }
}

async function* followUps(db: Kysely<Tables>): AsyncGenerator<Stored> {
  const all = db.selectFrom('follow_up').selectAll();
  for (const row of await all.orderBy('tenant').orderBy('conversation').execute()) {
    const { tenant, conversation, setting, reference } = row;
    yield {
      ...{ type: 'follow-up', tenant, conversation, setting, reference },
      lastDigestAt: instant(row.last_digest_at),
      suspendedBecause: row.suspended_because,
    };
  }
}

async function* people(db: Kysely<Tables>): AsyncGenerator<Stored> {
  const all = db.selectFrom('tongue').select(['tenant', 'person', 'chosen', 'written']);
  for (const row of await all.orderBy('tenant').orderBy('person').execute()) {
    yield { type: 'person', ...row };
  }
}

function instant(at: Date | string | null): string | null {
  return at === null ? null : iso(at);
}

/** A time that is none is kept as it is written: the import says so. */
function iso(at: Date | string): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? String(at) : time.toISOString();
}
