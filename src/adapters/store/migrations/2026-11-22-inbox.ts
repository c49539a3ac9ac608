import { type Kysely, sql } from 'kysely';

/** Conversations, and the messages that wait in them. */
export async function makeInboxTables(db: Kysely<unknown>): Promise<void> {
  await sql`create table conversation (
    tenant text not null,
    conversation text not null,
    reference jsonb not null,
    suspended_because text,
    updated_at timestamptz not null default now(),
    primary key (tenant, conversation)
  )`.execute(db);
  await sql`create table activity (
    id uuid primary key,
    tenant text not null,
    conversation text not null,
    key text not null,
    message jsonb,
    attempts integer not null default 0,
    received_at timestamptz not null default now(),
    attempted_at timestamptz,
    finished_at timestamptz,
    outcome text,
    unique (tenant, conversation, key)
  )`.execute(db);
  await sql`create index activity_received_at on activity (received_at)`.execute(db);
}
