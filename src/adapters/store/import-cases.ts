import { type Kysely, sql, type Transaction } from 'kysely';
import type { z } from 'zod';
import { addRecord } from './add-record.ts';
import { ExportRecord, Header } from './case-records.ts';
import type { Tables } from './tables.ts';

export interface Imported {
  readonly added: number;
  /** Records that the database had already; they were left as they are. */
  readonly known: number;
  /** What was left out, each with its line and why: `line 12: …`. */
  readonly leftOut: readonly string[];
}

/**
 * Takes over the lines of an export; what cannot be read is left out and told, the rest is imported. Throws an Error where
 * the first line is not that of an export. What is there already stays: importing twice changes nothing.
 */
export function importCases(db: Kysely<Tables>, lines: AsyncIterable<string>): Promise<Imported> {
  return db.transaction().execute(async (transaction) => {
    let [at, added, known] = [0, 0, 0];
    const leftOut: string[] = [];
    for await (const line of lines) {
      at++;
      if (line.trim() === '') {
        continue;
      }
      if (at === 1) {
        const { success } = Header.safeParse(parse(line));
        if (!success) {
          throw new Error('Line 1 is not of an export of Stopcode; nothing was imported.');
        }
        continue;
      }
      const done = await takeOver(transaction, line);
      if (done.isNew) {
        added++;
      } else if (done.isNew === false) {
        known++;
      }
      leftOut.push(...done.leftOut.map((why) => `line ${at}: ${why}`));
    }
    if (at === 0) {
      throw new Error('The import is empty.');
    }
    return { added, known, leftOut };
  });
}

interface TakenOver {
  /** Null where the whole line was left out. */
  readonly isNew: boolean | null;
  readonly leftOut: readonly string[];
}

/** A line that the database refuses takes nothing of the others with it. */
async function takeOver(db: Transaction<Tables>, line: string): Promise<TakenOver> {
  const record = ExportRecord.safeParse(parse(line));
  if (!record.success) {
    return { isNew: null, leftOut: [`no record of an export (${whatIsWrong(record.error)})`] };
  }
  await sql`savepoint before_line`.execute(db);
  try {
    return await addRecord(db, record.data);
  } catch (error) {
    await sql`rollback to savepoint before_line`.execute(db);
    return { isNew: null, leftOut: [`the database refused it (${error instanceof Error ? error.name : 'error'})`] };
  } finally {
    await sql`release savepoint before_line`.execute(db);
  }
}

/** The place and the kind of the first fault, never a value: it may be of a paste. */
function whatIsWrong({ issues: [first] }: z.ZodError): string {
  return first ? [first.path.join('.') || 'the line', first.code].join(': ') : 'unknown';
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
