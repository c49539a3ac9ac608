import { type Kysely, sql } from 'kysely';

/** Cases, their events and raw pastes. */
export async function makeCaseTables(db: Kysely<unknown>): Promise<void> {
  await sql`create table support_case (
    id uuid primary key,
    tenant text not null,
    conversation text not null,
    number integer not null,
    thread text,
    version integer not null,
    status text not null,
    closed_at timestamptz,
    reminded_at timestamptz,
    forgotten_at timestamptz,
    unique (tenant, conversation, number)
  )`.execute(db);
  await sql`create table case_event (
    case_id uuid not null references support_case (id) on delete cascade,
    version integer not null,
    at timestamptz not null,
    by jsonb not null,
    what jsonb not null,
    cause text not null,
    primary key (case_id, version),
    unique (case_id, cause)
  )`.execute(db);
  await sql`create index case_event_cause on case_event (cause)`.execute(db);
  await sql`create table paste (
    tenant text not null,
    conversation text not null,
    id text not null,
    at timestamptz not null,
    author text not null,
    gzipped bytea not null,
    primary key (tenant, conversation, id)
  )`.execute(db);
  await sql`create index paste_at on paste (at)`.execute(db);
}
