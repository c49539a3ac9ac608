import { type Kysely, sql } from 'kysely';

/** Who talks about which case in a conversation, and in which language they want to be answered. */
export async function rememberPeople(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table turned_to (
      tenant text not null,
      conversation text not null,
      person text not null,
      number integer not null,
      at timestamptz not null,
      primary key (tenant, conversation, person)
    )`.execute(db);
  await sql`
    create table tongue (
      tenant text not null,
      person text not null,
      chosen text,
      written text,
      primary key (tenant, person)
    )`.execute(db);
}
