import { type Kysely, sql } from 'kysely';

/** Which message is answered (the conversation knows only its last one), and how the attempts so far ended. */
export async function tellAttemptsApart(db: Kysely<unknown>): Promise<void> {
  await sql`alter table activity
    add column reply_to text,
    add column postponed integer not null default 0,
    add column unclear integer not null default 0`.execute(db);
}
