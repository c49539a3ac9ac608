import { type Case, foldCase } from '../../cases/case.ts';
import { CaseEvent, NOTHING_SAID } from '../../cases/case-event.ts';
import type { Doing } from '../../ports/case-store.ts';
import { storableJson, storableText } from './storable.ts';

/**
 * An event as its row: the only way into the table. What the schema gives back is what is kept, so nothing is written that
 * could not be read again. Throws where it is no event at all.
 */
export function eventRow(what: CaseEvent['what'], { by, at, cause }: Doing) {
  const event = CaseEvent.omit({ version: true }).parse({ at, by, what });
  return {
    at: event.at,
    by: storableJson(event.by),
    what: storableJson(event.what),
    cause: storableText(cause),
  };
}

export interface StoredEvent {
  readonly version: number;
  readonly at: Date | string;
  readonly by: unknown;
  readonly what: unknown;
}

/** Null where the row cannot be read: an older Stopcode wrote it, or a hand that knew no schema. */
function readEvent({ version, at, by, what }: StoredEvent): CaseEvent | null {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) {
    return null;
  }
  return CaseEvent.safeParse({ version, at: time.toISOString(), by, what }).data ?? null;
}

/** What is kept beside the events; it stands where they cannot all be read. */
export interface StoredCase {
  readonly number: number;
  readonly version: number;
  readonly status: Case['status'];
}

/** The case that its rows make, without those that cannot be read. */
export function caseOfRows({ number, version, status }: StoredCase, rows: readonly StoredEvent[]): Case {
  const events = rows.flatMap((row) => readEvent(row) ?? []);
  const folded = foldReadable(number, events);
  const unreadable = rows.length - events.length;
  return unreadable === 0 ? folded : { ...folded, version, status, unreadable };
}

/** The case of these events; one whose beginning is lost gets another, and says that something is missing. */
export function foldReadable(number: number, events: readonly CaseEvent[]): Case {
  const [first] = events;
  if (first?.what.kind === 'created') {
    return foldCase(number, events);
  }
  const what = { kind: 'created', title: NOTHING_SAID, severity: 'B', owner: null, customerNumber: null } as const;
  const beginning = { version: 1, at: first?.at ?? new Date(0).toISOString(), by: { id: '', name: '' }, what };
  return { ...foldCase(number, [beginning, ...events]), unreadable: 1 };
}
