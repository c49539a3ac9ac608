import { type Kysely, sql } from 'kysely';

/**
 * Verdicts that a model tells in words, kept with the message that was answered and gone with it: how it ended and what people
 * thought of it, never what was said. `sent_as` is the channel's id of what we posted. Tokens are counted by day and place; the
 * place '' stands for all of them.
 */
export async function tellInWords(db: Kysely<unknown>): Promise<void> {
  await sql`alter table activity add column sent_as text`.execute(db);
  await sql`create index activity_sent_as on activity (tenant, conversation, sent_as) where sent_as is not null`.execute(
    db,
  );
  await sql`create table telling (
    id uuid primary key references activity (id) on delete cascade,
    tell jsonb not null,
    attempts integer not null default 0,
    outcome text,
    tokens integer not null default 0,
    words uuid,
    created_at timestamptz not null default now(),
    finished_at timestamptz
  )`.execute(db);
  await sql`create index telling_words on telling (words) where words is not null`.execute(db);
  await sql`create table telling_rating (
    telling uuid not null references telling (id) on delete cascade,
    author text not null,
    is_liked boolean not null,
    said text,
    rated_at timestamptz not null default now(),
    primary key (telling, author)
  )`.execute(db);
  await sql`create table model_tokens (
    day date not null,
    place text not null,
    tokens bigint not null,
    is_told boolean not null default false,
    primary key (day, place)
  )`.execute(db);
}
