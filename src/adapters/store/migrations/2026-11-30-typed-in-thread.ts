import { type Kysely, sql } from 'kysely';

/** A question in a thread of a channel is about what was pasted there. Nobody knows it of what was kept before. */
export async function tellThreadOfPastes(db: Kysely<unknown>): Promise<void> {
  await sql`alter table paste add column thread text`.execute(db);
}
