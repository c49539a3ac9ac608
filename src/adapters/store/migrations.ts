import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import {
  countUnclearPosts,
  createCases,
  createFollowUps,
  indexPastesOfCases,
  tellRewritten,
  tellTypedFromFiles,
} from './case-migration.ts';
import { createInstances, createOutbox } from './outbox-migration.ts';

/**
 * Every change of the schema, in the order of its name; one that has been released is never edited.
 * Written in SQL that PostgreSQL 14 and PGlite both take.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-inbox': { up: createInbox },
  '2026-11-23-cases': { up: createCases },
  '2026-11-23-follow-ups': { up: createFollowUps },
  '2026-11-24-paste-index': { up: indexPastesOfCases },
  '2026-11-24-unclear-digests': { up: countUnclearPosts },
  '2026-11-24-attempts': { up: tellAttemptsApart },
  '2026-11-30-instances': { up: createInstances },
  '2026-11-30-outbox': { up: createOutbox },
  '2026-11-30-typed': { up: tellTypedFromFiles },
  '2026-11-30-edits': { up: findEarlierDeliveries },
  '2026-11-30-rewritten': { up: tellRewritten },
};

async function createInbox(db: Kysely<unknown>): Promise<void> {
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

/** An edit or a deletion says which message it is about by the channel's id of it. */
async function findEarlierDeliveries(db: Kysely<unknown>): Promise<void> {
  await sql`alter table activity add column acted boolean not null default false`.execute(db);
  await sql`create index activity_reply_to on activity (tenant, conversation, reply_to)`.execute(db);
}

/** Which message is answered (the conversation knows only its last one), and how the attempts so far ended. */
async function tellAttemptsApart(db: Kysely<unknown>): Promise<void> {
  await sql`alter table activity
    add column reply_to text,
    add column postponed integer not null default 0,
    add column unclear integer not null default 0`.execute(db);
}
