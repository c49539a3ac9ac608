import { type Kysely, sql } from 'kysely';
import type { Reminded } from '../../follow-ups/next-follow-up.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { Place } from '../../ports/place.ts';
import { append } from './append-event.ts';
import { createCase } from './create-case.ts';
import { type CaseReader, caseReader } from './read-cases.ts';
import { deeds, revisePaste, withdrawNotes } from './revise-paste.ts';
import {
  expirePastes,
  forgetLoosePastes,
  forgetPastes,
  keepPaste,
  lastPaste,
  readPastes,
  recentPastes,
} from './sql-pastes.ts';
import type { Tables } from './tables.ts';
import { UNHEARD, type WarnLog } from './warn-log.ts';

export function createCaseStore(db: Kysely<Tables>, log: WarnLog = UNHEARD): CaseStore {
  const { read } = caseReader(log);
  return {
    create: async (place, what, doing, thread) => {
      const number = await createCase(db, place, what, doing, thread);
      const [made] = await read(db, place, number);
      if (!made) {
        throw new Error(`Case ${number} vanished.`);
      }
      return made;
    },
    find: async (place, number) => (await read(db, place, number))[0] ?? null,
    list: (place) => read(db, place, null),
    append: (place, number, version, what, doing) => append(db, place, number, version, what, doing),
    actedOn: (place, cause) => actedOn(db, place, cause),
    inThread: (place, thread) => inThread(db, place, thread),
    keepPaste: (place, paste) => keepPaste(db, place, paste),
    pastes: (place, ids) => readPastes(db, place, ids, log),
    lastPaste: (place, author, since, except) => lastPaste(db, place, author, since, except),
    recentPastes: (place, since) => recentPastes(db, place, since),
    revisePaste: (place, revision, doing) => revisePaste(db, place, revision, doing),
    deeds: (place, causes) => deeds(db, place, causes),
    withdrawNotes: (place, causes) => withdrawNotes(db, place, causes),
    forgetLoose: (place) => forgetLoosePastes(db, place),
    forget: (place, number) => forget(db, place, number, read),
    expirePastes: (now, closed, loose) => expirePastes(db, now, closed, loose),
  };
}

async function actedOn(db: Kysely<Tables>, { tenant, conversation }: Place, cause: string): Promise<number | null> {
  const row = await db
    .selectFrom('case_event as e')
    .innerJoin('support_case as c', 'c.id', 'e.case_id')
    .select('c.number')
    .where('e.cause', '=', cause)
    .where('c.tenant', '=', tenant)
    .where('c.conversation', '=', conversation)
    .executeTakeFirst();
  return row?.number ?? null;
}

async function inThread(db: Kysely<Tables>, { tenant, conversation }: Place, thread: string): Promise<number | null> {
  const row = await db
    .selectFrom('support_case')
    .select('number')
    .where('tenant', '=', tenant)
    .where('conversation', '=', conversation)
    .where('thread', '=', thread)
    .where('forgotten_at', 'is', null)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  return row?.number ?? null;
}

/** The row stays, empty, so that its number is not given to another case. */
async function forget(db: Kysely<Tables>, place: Place, number: number, read: CaseReader['read']): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const [it] = await read(transaction, place, number);
    if (!it) {
      return;
    }
    await forgetPastes(transaction, place, number, pastesEver(it));
    const row = await transaction
      .updateTable('support_case')
      .set({ forgotten_at: sql<Date>`now()`, thread: null })
      .where('tenant', '=', place.tenant)
      .where('conversation', '=', place.conversation)
      .where('number', '=', number)
      .returning('id')
      .executeTakeFirstOrThrow();
    await transaction.deleteFrom('case_event').where('case_id', '=', row.id).execute();
    await transaction
      .deleteFrom('turned_to')
      .where('tenant', '=', place.tenant)
      .where(sql`split_part(conversation, ';messageid=', 1)`, '=', place.conversation)
      .where('number', '=', number)
      .execute();
  });
}

function pastesEver({ case: { events } }: Reminded): string[] {
  return events.flatMap(({ what }) => (what.kind === 'dump-added' ? [what.paste] : []));
}
