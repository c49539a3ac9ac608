import type { Case } from './case.ts';
import type { CaseEvent } from './case-event.ts';

/** What somebody set with a word or a button; pastes and notes are taken back with their messages. */
const CAN_BE_UNDONE: ReadonlySet<CaseEvent['what']['kind']> = new Set([
  'titled',
  'numbered',
  'severity-set',
  'owner-set',
  'waiting-set',
  'follow-up-set',
  'archived',
  'reopened',
  'closed',
]);

/** The last change that can be taken back; null where there is none. */
export function lastToUndo({ events }: Pick<Case, 'events'>): CaseEvent | null {
  const undone = new Set(events.flatMap(({ what }) => (what.kind === 'undone' ? [what.of] : [])));
  return events.findLast(({ what, version }) => CAN_BE_UNDONE.has(what.kind) && !undone.has(version)) ?? null;
}
