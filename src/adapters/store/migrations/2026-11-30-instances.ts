import { type Kysely, sql } from 'kysely';

/** Which instances live, so that each keeps its share of what Teams allows all of them together. */
export async function makeInstanceTable(db: Kysely<unknown>): Promise<void> {
  await sql`create table instance (id uuid primary key, seen_at timestamptz not null)`.execute(db);
}
