import { type Kysely, sql } from 'kysely';

/** The events of a case are only added to, but for the text of a note whose message was deleted: who keeps them, looks here. */
export async function tellRewritten(db: Kysely<unknown>): Promise<void> {
  await sql`alter table support_case add column rewritten integer not null default 0`.execute(db);
}
