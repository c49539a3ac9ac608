import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { foldCase } from '../../cases/case.ts';
import { type CaseRecord, ExportRecord, Header } from './case-records.ts';
import { pack } from './gzipped-text.ts';
import type { Tables } from './tables.ts';

export interface Imported {
  readonly added: number;
  /** Records that the database had already; they were left as they are. */
  readonly known: number;
}

/**
 * Takes over the lines of an export, all or none. Throws an Error that names the line where one is not of an export.
 * What is there already stays: importing twice changes nothing.
 */
export function importCases(db: Kysely<Tables>, lines: AsyncIterable<string>): Promise<Imported> {
  return db.transaction().execute(async (transaction) => {
    let [at, added, known] = [0, 0, 0];
    for await (const line of lines) {
      at++;
      if (line.trim() === '') continue;
      if (at === 1) {
        read(Header, line, at);
        continue;
      }
      if (await add(transaction, read(ExportRecord, line, at))) added++;
      else known++;
    }
    if (at === 0) throw new Error('The import is empty.');
    return { added, known };
  });
}

interface Schema<T> {
  readonly safeParse: (value: unknown) => { readonly success: boolean; readonly data?: T };
}

function read<T>(schema: Schema<T>, line: string, at: number): T {
  const { data } = schema.safeParse(parse(line));
  if (data === undefined) throw new Error(`Line ${at} is not of an export of Stopcode; nothing was imported.`);
  return data;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

async function add(db: Transaction<Tables>, record: ExportRecord): Promise<boolean> {
  if (record.type === 'case') return addCase(db, record);
  const { tenant, conversation } = record;
  if (record.type === 'paste') {
    const { id, at, author, text, typed = null } = record;
    const values = { tenant, conversation, id, at, author, gzipped: await pack(text), typed };
    return isNew(
      db
        .insertInto('paste')
        .values(values)
        .onConflict((conflict) => conflict.doNothing()),
    );
  }
  const values = {
    ...{ tenant, conversation, version: 1 },
    setting: record.setting && JSON.stringify(record.setting),
    reference: JSON.stringify(record.reference),
    last_digest_at: record.lastDigestAt,
    suspended_because: record.suspendedBecause,
  };
  return isNew(
    db
      .insertInto('follow_up')
      .values(values)
      .onConflict((conflict) => conflict.doNothing()),
  );
}

async function addCase(db: Transaction<Tables>, record: CaseRecord): Promise<boolean> {
  const { tenant, conversation, number, thread, events } = record;
  const folded = events.length > 0 ? foldCase(number, events) : null;
  const id = randomUUID();
  const values = {
    ...{ id, tenant, conversation, number, thread },
    version: folded?.version ?? 1,
    status: folded?.status ?? ('closed' as const),
    closed_at: folded?.closedAt ?? null,
    reminded_at: record.remindedAt,
    forgotten_at: record.forgottenAt,
  };
  const fresh = await isNew(
    db
      .insertInto('support_case')
      .values(values)
      .onConflict((conflict) => conflict.columns(['tenant', 'conversation', 'number']).doNothing()),
  );
  if (!fresh) return false;
  for (const { version, at, by, what, cause } of events) {
    const event = { case_id: id, version, at, by: JSON.stringify(by), what: JSON.stringify(what), cause };
    await db.insertInto('case_event').values(event).execute();
  }
  return true;
}

async function isNew(insert: { executeTakeFirst: () => Promise<{ numInsertedOrUpdatedRows?: bigint | undefined }> }) {
  const { numInsertedOrUpdatedRows = 0n } = await insert.executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}
