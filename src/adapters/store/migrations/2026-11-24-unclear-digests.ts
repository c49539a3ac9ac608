import { type Kysely, sql } from 'kysely';

/** Attempts to post a digest that may have been delivered. */
export async function countUnclearPosts(db: Kysely<unknown>): Promise<void> {
  await sql`alter table digest add column unclear integer not null default 0`.execute(db);
}
