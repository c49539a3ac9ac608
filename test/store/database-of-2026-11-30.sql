-- The schema as the list of migrations of 2026-11-30 made it (commit d8c7a29), in the order in which it ran.
-- What has been released: never edited, so that a test can tell whether such a database is taken as it is.
create table if not exists "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);
create table if not exists "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);
insert into "kysely_migration_lock" ("id", "is_locked")
  values ('migration_lock', 0);
create table conversation (
  tenant text not null,
  conversation text not null,
  reference jsonb not null,
  suspended_because text,
  updated_at timestamptz not null default now(),
  primary key (tenant, conversation)
);
create table activity (
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
);
create index activity_received_at on activity (received_at);
insert into "kysely_migration" ("name", "timestamp")
  values ('2026-11-22-inbox', '2026-11-30T07:00:00.000Z');
create table support_case (
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
);
create table case_event (
  case_id uuid not null references support_case (id) on delete cascade,
  version integer not null,
  at timestamptz not null,
  by jsonb not null,
  what jsonb not null,
  cause text not null,
  primary key (case_id, version),
  unique (case_id, cause)
);
create index case_event_cause on case_event (cause);
create table paste (
  tenant text not null,
  conversation text not null,
  id text not null,
  at timestamptz not null,
  author text not null,
  gzipped bytea not null,
  primary key (tenant, conversation, id)
);
create index paste_at on paste (at);
insert into "kysely_migration" ("name", "timestamp")
  values ('2026-11-23-cases', '2026-11-30T07:00:00.000Z');
create table follow_up (
  tenant text not null,
  conversation text not null,
  setting jsonb,
  version integer not null,
  reference jsonb not null,
  last_digest_at timestamptz,
  quiet_key text,
  suspended_because text,
  primary key (tenant, conversation)
);
create table digest (
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
);
insert into "kysely_migration" ("name", "timestamp")
  values ('2026-11-23-follow-ups', '2026-11-30T07:00:00.000Z');
alter table activity
  add column reply_to text,
  add column postponed integer not null default 0,
  add column unclear integer not null default 0;
insert into "kysely_migration" ("name", "timestamp")
  values ('2026-11-24-attempts', '2026-11-30T07:00:00.000Z');
create index case_event_paste on case_event ((what ->> 'paste')) where what ->> 'paste' is not null;
insert into "kysely_migration" ("name", "timestamp")
  values ('2026-11-24-paste-index', '2026-11-30T07:00:00.000Z');
alter table digest add column unclear integer not null default 0;
insert into "kysely_migration" ("name", "timestamp")
  values ('2026-11-24-unclear-digests', '2026-11-30T07:00:00.000Z');
alter table activity add column acted boolean not null default false;
create index activity_reply_to on activity (tenant, conversation, reply_to);
insert into "kysely_migration" ("name", "timestamp")
  values ('2026-11-30-edits', '2026-11-30T07:00:00.000Z');
create table instance (id uuid primary key, seen_at timestamptz not null);
insert into "kysely_migration" ("name", "timestamp")
  values ('2026-11-30-instances', '2026-11-30T07:00:00.000Z');
alter table activity
  add column arrival bigint generated always as identity,
  add column answer jsonb,
  add column sends integer not null default 0,
  add column undelivered integer not null default 0;
create index activity_unfinished on activity (tenant, conversation, arrival) where finished_at is null;
insert into "kysely_migration" ("name", "timestamp")
  values ('2026-11-30-outbox', '2026-11-30T07:00:00.000Z');
alter table support_case add column rewritten integer not null default 0;
insert into "kysely_migration" ("name", "timestamp")
  values ('2026-11-30-rewritten', '2026-11-30T07:00:00.000Z');
alter table paste add column typed integer;
create index paste_id on paste (id);
insert into "kysely_migration" ("name", "timestamp")
  values ('2026-11-30-typed', '2026-11-30T07:00:00.000Z');
