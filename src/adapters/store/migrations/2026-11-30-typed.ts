import { type Kysely, sql } from 'kysely';

/** What was typed is told from files, because an edit changes only the former; and a paste is found by its message. */
export async function tellTypedFromFiles(db: Kysely<unknown>): Promise<void> {
  await sql`alter table paste add column typed integer`.execute(db);
  await sql`create index paste_id on paste (id)`.execute(db);
}
