import { type Kysely, sql } from 'kysely';
import { CaseEvent, NOTHING_SAID } from '../../cases/case-event.ts';
import type { Deed, Doing, Revision } from '../../ports/case-store.ts';
import type { Place } from '../../ports/place.ts';
import { append } from './append-event.ts';
import { pack } from './gzipped-text.ts';
import type { Tables } from './tables.ts';

class Outdated extends Error {}

/** Gives a paste another text, or none, and tells it to the cases that have it: all of it or nothing. */
export async function revisePaste(
  db: Kysely<Tables>,
  place: Place,
  { id, text, typed, told }: Revision,
  doing: Doing,
): Promise<'done' | 'outdated'> {
  const gzipped = text === null ? null : await pack(text);
  try {
    await db.transaction().execute(async (transaction) => {
      for (const { number, version, what } of told) {
        if ((await append(transaction, place, number, version, what, doing)) === 'outdated') {
          throw new Outdated();
        }
      }
      if (gzipped === null) {
        await transaction.deleteFrom('paste').where(ofPaste(place, id)).execute();
        return;
      }
      await transaction.updateTable('paste').set({ gzipped, typed }).where(ofPaste(place, id)).execute();
    });
    return 'done';
  } catch (error) {
    if (error instanceof Outdated) {
      return 'outdated';
    }
    throw error;
  }
}

function ofPaste({ tenant, conversation }: Place, id: string) {
  return sql<boolean>`tenant = ${tenant} and conversation = ${conversation} and id = ${id}`;
}

/** What messages have done to cases, by their ids: each step of theirs is told with the id before a slash. */
export async function deeds(db: Kysely<Tables>, place: Place, causes: readonly string[]): Promise<readonly Deed[]> {
  if (causes.length === 0) {
    return [];
  }
  const { rows } = await sql<{ number: number; what: unknown }>`
    select c.number, e.what from case_event e join support_case c on c.id = e.case_id
    where c.tenant = ${place.tenant} and c.conversation = ${place.conversation} and c.forgotten_at is null
      and split_part(e.cause, '/', 1) in (${sql.join([...causes])})
    order by c.number, e.version`.execute(db);
  // What cannot be read did nothing that could be told.
  return rows.flatMap(({ number, what }) => {
    const { data } = CaseEvent.shape.what.safeParse(what);
    return data ? [{ number, what: data }] : [];
  });
}

/** The text of notes that were sent in these messages is deleted; that there was one stays told. Returns their cases. */
export async function withdrawNotes(
  db: Kysely<Tables>,
  place: Place,
  causes: readonly string[],
): Promise<readonly number[]> {
  if (causes.length === 0) {
    return [];
  }
  const gone: CaseEvent['what'] = { kind: 'noted', text: NOTHING_SAID, withdrawn: true };
  const { rows } = await sql<{ number: number }>`
    with gone as (
      update case_event e set what = ${JSON.stringify(gone)}::jsonb from support_case c
      where c.id = e.case_id and c.tenant = ${place.tenant} and c.conversation = ${place.conversation}
        and e.what ->> 'kind' = 'noted' and e.what ->> 'withdrawn' is null
        and split_part(e.cause, '/', 1) in (${sql.join([...causes])})
      returning e.case_id
    )
    update support_case set rewritten = rewritten + 1 where id in (select case_id from gone)
    returning number`.execute(db);
  return rows.map(({ number }) => number);
}
