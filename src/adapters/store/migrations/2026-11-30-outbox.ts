import { type Kysely, sql } from 'kysely';

/**
 * An answer is kept until it is said, so that who sends it again need not think again. `arrival` is the order of the
 * messages by a counter: the clock of the database may be set back.
 */
export async function keepAnswersUntilSaid(db: Kysely<unknown>): Promise<void> {
  await sql`alter table activity
    add column arrival bigint generated always as identity,
    add column answer jsonb,
    add column sends integer not null default 0,
    add column undelivered integer not null default 0`.execute(db);
  await sql`create index activity_unfinished on activity (tenant, conversation, arrival) where finished_at is null`.execute(
    db,
  );
}
