import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { type CaseRecord, EventRecord, type ExportRecord } from './case-records.ts';
import { eventRow, foldReadable } from './event-row.ts';
import { pack } from './gzipped-text.ts';
import { storableJson, storableText } from './storable.ts';
import type { Tables } from './tables.ts';

interface Added {
  readonly isNew: boolean;
  /** Parts of it that could not be read, and why. */
  readonly leftOut: readonly string[];
}

/** Adds one record of an export, unless the database has it already. */
export async function addRecord(db: Transaction<Tables>, record: ExportRecord): Promise<Added> {
  if (record.type === 'case') {
    return addCase(db, record);
  }
  if (record.type === 'person') {
    const { chosen, written } = record;
    const values = { tenant: storableText(record.tenant), person: storableText(record.person), chosen, written };
    const insert = db.insertInto('tongue').values(values);
    return { isNew: await isNew(insert.onConflict((conflict) => conflict.doNothing())), leftOut: [] };
  }
  const place = { tenant: storableText(record.tenant), conversation: storableText(record.conversation) };
  if (record.type === 'paste') {
    const { id, at, author, text, typed = null } = record;
    const gzipped = await pack(text);
    const values = { ...place, id: storableText(id), at, author: storableText(author), gzipped, typed };
    const insert = db.insertInto('paste').values(values);
    return { isNew: await isNew(insert.onConflict((conflict) => conflict.doNothing())), leftOut: [] };
  }
  const values = {
    ...{ ...place, version: 1 },
    setting: record.setting && storableJson(record.setting),
    reference: storableJson(record.reference),
    last_digest_at: record.lastDigestAt,
    suspended_because: record.suspendedBecause === null ? null : storableText(record.suspendedBecause),
  };
  const insert = db.insertInto('follow_up').values(values);
  return { isNew: await isNew(insert.onConflict((conflict) => conflict.doNothing())), leftOut: [] };
}

async function addCase(db: Transaction<Tables>, record: CaseRecord): Promise<Added> {
  const read = record.events.map((event) => EventRecord.safeParse(event));
  const events = read.flatMap(({ data }) => data ?? []).sort((a, b) => a.version - b.version);
  const damaged = read.flatMap(({ success }, index) => (success ? [] : `event ${index + 1} of case ${record.number}`));
  const leftOut = damaged.map((event) => `${event} is damaged`);
  const id = randomUUID();
  const { number, thread } = record;
  const values = {
    ...{ id, number, tenant: storableText(record.tenant), conversation: storableText(record.conversation) },
    ...{ ...stateOf(number, events), thread: thread === null ? null : storableText(thread) },
    reminded_at: record.remindedAt,
    forgotten_at: record.forgottenAt,
  };
  const insert = db.insertInto('support_case').values(values);
  const fresh = await isNew(
    insert.onConflict((conflict) => conflict.columns(['tenant', 'conversation', 'number']).doNothing()),
  );
  if (!fresh) {
    return { isNew: false, leftOut: [] };
  }
  for (const { version, what, ...doing } of events) {
    const row = { case_id: id, version, ...eventRow(what, doing) };
    const isTold = await isNew(
      db
        .insertInto('case_event')
        .values(row)
        .onConflict((conflict) => conflict.doNothing()),
    );
    if (!isTold) {
      leftOut.push(`version ${version} of case ${number} stands there twice`);
    }
  }
  return { isNew: true, leftOut };
}

/** What the table keeps beside the events. */
function stateOf(number: number, events: readonly EventRecord[]) {
  const last = events.at(-1);
  if (!last) {
    return { version: 1, status: 'closed' as const, closed_at: null };
  }
  const { status, closedAt } = foldReadable(number, events);
  return { version: last.version, status, closed_at: closedAt };
}

async function isNew(insert: { executeTakeFirst: () => Promise<{ numInsertedOrUpdatedRows?: bigint | undefined }> }) {
  const { numInsertedOrUpdatedRows = 0n } = await insert.executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}
