import type { Case } from './case.ts';
import type { CaseEvent } from './case-event.ts';

/** What somebody set or wrote with a word or a button; what was pasted is taken out by its number. */
const CAN_BE_UNDONE: ReadonlySet<CaseEvent['what']['kind']> = new Set([
  'titled',
  'numbered',
  'severity-set',
  'owner-set',
  'noted',
  'waiting-set',
  'follow-up-set',
  'archived',
  'reopened',
  'closed',
]);

/** What only adds: a button that takes an older change back is good in spite of it. */
const ONLY_ADDS: ReadonlySet<CaseEvent['what']['kind']> = new Set(['noted']);

/**
 * The last change that can be taken back; null where there is none. With `meant`, the version that a button names, what
 * was only added since is passed over.
 */
export function lastToUndo({ events }: Pick<Case, 'events'>, meant?: number): CaseEvent | null {
  const undone = new Set(events.flatMap(({ what }) => (what.kind === 'undone' ? [what.of] : [])));
  const isMeant = ({ what, version }: CaseEvent) =>
    meant === undefined || version === meant || !ONLY_ADDS.has(what.kind);
  const isThere = ({ what, version }: CaseEvent) => !undone.has(version) && !('withdrawn' in what && what.withdrawn);
  return events.findLast((event) => CAN_BE_UNDONE.has(event.what.kind) && isThere(event) && isMeant(event)) ?? null;
}

/** The dumps that came with the last event, by their numbers: whoever says "undo" then means them. Null where it was no paste. */
export function pastedLast({ events, summary }: Pick<Case, 'events' | 'summary'>): readonly string[] | null {
  const last = events.at(-1)?.what;
  if (last?.kind !== 'dump-added') {
    return null;
  }
  return summary.crashes.filter(({ at }) => at?.paste === last.paste).map(({ id }) => id);
}
