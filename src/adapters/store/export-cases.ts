import type { Kysely } from 'kysely';
import type { ExportRecord } from './case-records.ts';
import { unpack } from './gzipped-text.ts';
import type { Tables } from './tables.ts';

/** Everything that is kept about cases, a record at a time: pastes may be large, so they are never held together. */
export async function* exportCases(db: Kysely<Tables>): AsyncGenerator<ExportRecord> {
  yield* cases(db);
  yield* pastes(db);
  yield* followUps(db);
}

async function* cases(db: Kysely<Tables>): AsyncGenerator<ExportRecord> {
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
      events: events.map((event) => ({ ...event, at: new Date(event.at).toISOString() })),
    };
  }
}

async function* pastes(db: Kysely<Tables>): AsyncGenerator<ExportRecord> {
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
    if (!row) continue;
    const at = new Date(row.at).toISOString();
    const text = await unpack(row.gzipped);
    yield {
      type: 'paste',
      tenant,
      conversation,
      id,
      at,
      author: row.author,
      text,
      ...(row.typed === null ? {} : { typed: row.typed }),
    };
  }
}

async function* followUps(db: Kysely<Tables>): AsyncGenerator<ExportRecord> {
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

function instant(at: Date | string | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
