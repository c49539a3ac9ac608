import { type Kysely, sql } from 'kysely';

/** An edit or a deletion says which message it is about by the channel's id of it. */
export async function findEarlierDeliveries(db: Kysely<unknown>): Promise<void> {
  await sql`alter table activity add column acted boolean not null default false`.execute(db);
  await sql`create index activity_reply_to on activity (tenant, conversation, reply_to)`.execute(db);
}
