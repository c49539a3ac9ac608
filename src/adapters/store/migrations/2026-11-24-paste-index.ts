import { type Kysely, sql } from 'kysely';

/** Which case a paste belongs to stands in the events; without this every paste is looked for in all of them. */
export async function indexPastesOfCases(db: Kysely<unknown>): Promise<void> {
  await sql`create index case_event_paste on case_event ((what ->> 'paste')) where what ->> 'paste' is not null`.execute(
    db,
  );
}
