import { type Kysely, sql } from 'kysely';

/** What places want to be reminded of, and the digests that were begun. */
export async function makeFollowUpTables(db: Kysely<unknown>): Promise<void> {
  await sql`create table follow_up (
    tenant text not null,
    conversation text not null,
    setting jsonb,
    version integer not null,
    reference jsonb not null,
    last_digest_at timestamptz,
    quiet_key text,
    suspended_because text,
    primary key (tenant, conversation)
  )`.execute(db);
  await sql`create table digest (
    id uuid primary key,
    tenant text not null,
    conversation text not null,
    key text not null,
    day text not null,
    claimed_at timestamptz not null,
    attempts integer not null default 0,
    finished_at timestamptz,
    outcome text,
    unique (tenant, conversation, key)
  )`.execute(db);
}
