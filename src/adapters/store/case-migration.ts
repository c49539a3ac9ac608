import { type Kysely, sql } from 'kysely';

/** Cases, their events and raw pastes; what places want to be reminded of, and the digests that were begun. */
export async function createCases(db: Kysely<unknown>): Promise<void> {
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

export async function createFollowUps(db: Kysely<unknown>): Promise<void> {
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

/** Which case a paste belongs to stands in the events; without this every paste is looked for in all of them. */
export async function indexPastesOfCases(db: Kysely<unknown>): Promise<void> {
  await sql`create index case_event_paste on case_event ((what ->> 'paste')) where what ->> 'paste' is not null`.execute(
    db,
  );
}

/** The events of a case are only added to, but for the text of a note whose message was deleted: who keeps them, looks here. */
export async function tellRewritten(db: Kysely<unknown>): Promise<void> {
  await sql`alter table support_case add column rewritten integer not null default 0`.execute(db);
}

/** What was typed is told from files, because an edit changes only the former; and a paste is found by its message. */
export async function tellTypedFromFiles(db: Kysely<unknown>): Promise<void> {
  await sql`alter table paste add column typed integer`.execute(db);
  await sql`create index paste_id on paste (id)`.execute(db);
}

export async function countUnclearPosts(db: Kysely<unknown>): Promise<void> {
  await sql`alter table digest add column unclear integer not null default 0`.execute(db);
}
