import { type Kysely, sql } from 'kysely';

/** Since when nobody has heard from whom a language is remembered: after a year of silence it is forgotten. */
export async function tellSilence(db: Kysely<unknown>): Promise<void> {
  await sql`alter table tongue add column seen_at timestamptz not null default now()`.execute(db);
}
