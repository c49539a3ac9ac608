import { type Kysely, sql } from 'kysely';

/**
 * What was said on the page of a bot without a chat, so that a reload shows it again. `gzipped` is the whole of what was
 * written, of which `what` holds the beginning; null for an answer.
 */
export async function keepWordsOnPage(db: Kysely<unknown>): Promise<void> {
  await sql`create table page_saying (
    id bigint generated always as identity primary key,
    key text not null unique,
    what jsonb not null,
    gzipped bytea,
    said_at timestamptz not null default now()
  )`.execute(db);
}
