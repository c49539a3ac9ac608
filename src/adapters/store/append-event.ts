import { type Kysely, sql } from 'kysely';
import type { Case } from '../../cases/case.ts';
import type { CaseEvent } from '../../cases/case-event.ts';
import type { Doing } from '../../ports/case-store.ts';
import type { Place } from '../../ports/place.ts';
import { eventRow } from './event-row.ts';
import type { Tables } from './tables.ts';

/**
 * Adds one event where the case is still at `version`. One statement: the row of the case is the lock, and whoever
 * comes second finds another version there and adds nothing.
 */
export async function append(
  db: Kysely<Tables>,
  { tenant, conversation }: Place,
  number: number,
  version: number,
  what: CaseEvent['what'],
  doing: Doing,
): Promise<'appended' | 'outdated'> {
  const event = eventRow(what, doing);
  const { at } = event;
  const status = statusAfter(what);
  const closedAt = status === 'closed' ? at : null;
  const { rows } = await sql`
    with moved as (
      update support_case set version = version + 1,
        status = coalesce(${status}::text, status),
        closed_at = case when ${status}::text is null then closed_at else ${closedAt}::timestamptz end
      where tenant = ${tenant} and conversation = ${conversation} and number = ${number}
        and version = ${version} and forgotten_at is null
      returning id, version
    ), woken as (
      update follow_up set quiet_key = null where tenant = ${tenant} and conversation = ${conversation}
    ), told as (
      insert into case_event (case_id, version, at, by, what, cause)
      select id, version, ${at}::timestamptz, ${event.by}::jsonb, ${event.what}::jsonb, ${event.cause}
      from moved
      returning version
    )
    select version from told`.execute(db);
  return rows.length > 0 ? 'appended' : 'outdated';
}

function statusAfter(what: CaseEvent['what']): Case['status'] | null {
  const { kind } = what;
  if (kind === 'undone') {
    return what.status;
  }
  if (kind === 'archived' || kind === 'closed') {
    return kind;
  }
  return kind === 'reopened' ? 'open' : null;
}
