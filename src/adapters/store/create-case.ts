import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Created } from '../../cases/case-event.ts';
import type { Doing } from '../../ports/case-store.ts';
import type { Place } from '../../ports/place.ts';
import { eventRow } from './event-row.ts';
import type { Tables } from './tables.ts';

/** Two people who open cases at once meet on the same number; one of them takes the next. */
const MOST_TRIES = 20;

/** Opens a case under the next number of its place, with its first event, in one statement. Returns the number. */
export async function createCase(
  db: Kysely<Tables>,
  place: Place,
  what: Created,
  doing: Doing,
  thread: string | null,
): Promise<number> {
  const event = eventRow(what, doing);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const number = await tryCreate(db, place, event, thread);
    if (number !== null) {
      return number;
    }
  }
  throw new Error('No number was free for a new case.');
}

async function tryCreate(
  db: Kysely<Tables>,
  { tenant, conversation }: Place,
  { by, at, what, cause }: ReturnType<typeof eventRow>,
  thread: string | null,
): Promise<number | null> {
  const { rows } = await sql<{ number: number }>`
    with made as (
      insert into support_case (id, tenant, conversation, number, thread, version, status)
      select ${randomUUID()}::uuid, ${tenant}, ${conversation}, coalesce(max(number), 0) + 1, ${thread}, 1, 'open'
      from support_case where tenant = ${tenant} and conversation = ${conversation}
      on conflict (tenant, conversation, number) do nothing
      returning id, number
    ), told as (
      insert into case_event (case_id, version, at, by, what, cause)
      select id, 1, ${at}::timestamptz, ${by}::jsonb, ${what}::jsonb, ${cause}
      from made
    ), woken as (
      update follow_up set quiet_key = null where tenant = ${tenant} and conversation = ${conversation}
    )
    select number from made`.execute(db);
  return rows[0]?.number ?? null;
}
