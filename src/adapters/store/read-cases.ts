import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Case } from '../../cases/case.ts';
import type { Reminded } from '../../follow-ups/next-follow-up.ts';
import type { Place } from '../../ports/place.ts';
import { caseOfRows } from './event-row.ts';
import type { Tables } from './tables.ts';
import type { WarnLog } from './warn-log.ts';

/** Cases read at a time: the events of one may hold tens of kilobytes, and everybody waits while they are checked. */
const BATCH = 10;
/** Events of all cases that are kept; an older case is read again. */
const MOST_EVENTS = 20_000;

export interface CaseReader {
  /** The cases of a place in the order of their numbers, or the one of this number; forgotten ones left out. */
  readonly read: (db: Kysely<Tables>, place: Place, number: number | null) => Promise<Reminded[]>;
}

/**
 * Folds cases from those of their events that can be read. Each message asks for all cases of its place, so what was folded is kept: a version of a
 * case never changes, whichever instance wrote it, unless the text of a note was withdrawn.
 */
export function caseReader(log: WarnLog): CaseReader {
  const kept = new Map<string, Kept>();
  let events = 0;

  function keep(id: string, read: Kept): void {
    events += read.it.version - (kept.get(id)?.it.version ?? 0);
    kept.delete(id);
    kept.set(id, read);
    for (const [oldest, { it }] of kept) {
      if (events <= MOST_EVENTS) {
        return;
      }
      kept.delete(oldest);
      events -= it.version;
    }
  }

  async function read(db: Kysely<Tables>, place: Place, number: number | null): Promise<Reminded[]> {
    const heads = await readHeads(db, place, number);
    const found = new Map(heads.flatMap(keptAt));
    const others = heads.filter(({ id }) => !found.has(id));
    for (let from = 0; from < others.length; from += BATCH) {
      for (const [{ id, rewritten }, it] of await fold(db, others.slice(from, from + BATCH), log)) {
        found.set(id, it);
        keep(id, { it, rewritten });
      }
      if (from + BATCH < others.length) {
        await setImmediate();
      }
    }
    return heads.flatMap(({ id, reminded_at }) => {
      const it = found.get(id);
      return it ? { case: it, remindedAt: reminded_at ? new Date(reminded_at).toISOString() : null } : [];
    });
  }

  function keptAt({ id, version, rewritten }: Head): [string, Case][] {
    const known = kept.get(id);
    return known?.it.version === version && known.rewritten === rewritten ? [[id, known.it]] : [];
  }

  return { read };
}

interface Kept {
  readonly it: Case;
  readonly rewritten: number;
}

type Head = Awaited<ReturnType<typeof readHeads>>[number];

function readHeads(db: Kysely<Tables>, place: Place, number: number | null) {
  const query = db
    .selectFrom('support_case')
    .select(['id', 'number', 'version', 'rewritten', 'status', 'reminded_at'])
    .where('tenant', '=', place.tenant)
    .where('conversation', '=', place.conversation)
    .where('forgotten_at', 'is', null)
    .orderBy('number');
  return (number === null ? query : query.where('number', '=', number)).execute();
}

async function fold(db: Kysely<Tables>, heads: readonly Head[], log: WarnLog): Promise<[Head, Case][]> {
  const rows = await db
    .selectFrom('case_event')
    .select(['case_id', 'version', 'at', 'by', 'what'])
    .where(
      'case_id',
      'in',
      heads.map(({ id }) => id),
    )
    .orderBy('version')
    .execute();
  const own = Map.groupBy(rows, (row) => row.case_id);
  // Somebody may have deleted the case a moment ago.
  return heads.flatMap((head): [Head, Case][] => {
    const events = own.get(head.id);
    if (!events) {
      return [];
    }
    const it = caseOfRows(head, events);
    if (it.unreadable > 0) {
      log.warn('case.unreadable-entries', { number: it.number, entries: it.unreadable });
    }
    return [[head, it]];
  });
}
