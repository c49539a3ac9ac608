import type { CaseEvent, Change } from './case-event.ts';

type Kind = CaseEvent['what']['kind'];

/** What ends, rests or takes up the work on a case. */
const STATUS: readonly Kind[] = ['archived', 'closed', 'reopened'];
/** What says how the work on a case goes on: who lets it rest decided that upon these. */
const COURSE: readonly Kind[] = ['severity-set', 'waiting-set', 'follow-up-set'];

/** What changes the pastes of a case, or what is read from them. */
const READING: readonly Kind[] = [
  'dump-added',
  'dump-removed',
  'paste-edited',
  'paste-removed',
  'paste-parted',
  'reanalysed',
  'pastes-forgotten',
];

/**
 * What may not have happened since the card was drawn whose button wants this change. A note, a dump or another reading
 * collides with nothing: nobody's own paste makes the buttons of their own card useless.
 */
const COLLIDES: Readonly<Partial<Record<Kind, readonly Kind[]>>> = {
  titled: ['titled'],
  numbered: ['numbered'],
  'owner-set': ['owner-set'],
  'severity-set': ['severity-set', ...STATUS],
  'waiting-set': ['waiting-set', ...STATUS],
  'still-waiting': ['waiting-set', ...STATUS],
  'follow-up-set': ['follow-up-set', ...STATUS],
  archived: [...STATUS, ...COURSE],
  closed: [...STATUS, ...COURSE],
  reopened: STATUS,
  // What was read holds only as long as nobody has changed the pastes that it was read from.
  'dump-added': READING,
  'dump-removed': READING,
  'paste-parted': READING,
  reanalysed: READING,
};

/** Whether a change that was chosen before these events contradicts one of them. Who did the same agrees. */
export function collides(change: Change, since: readonly CaseEvent[]): boolean {
  const forbidden = COLLIDES[change.kind] ?? [];
  return since.some(({ what }) => forbidden.includes(what.kind) && !isSame(what, change));
}

/** Whether two say the same, in whatever order a store gave their fields back. */
export function isSame(what: CaseEvent['what'], change: Change): boolean {
  return JSON.stringify(Object.entries(what).sort()) === JSON.stringify(Object.entries(change).sort());
}

/** The youngest of the events that contradict it, to be told of; null for none. */
export function collision(changes: readonly Change[], since: readonly CaseEvent[]): CaseEvent | null {
  return since.findLast((event) => changes.some((change) => collides(change, [event]))) ?? null;
}
