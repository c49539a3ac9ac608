import type { Case } from './case.ts';
import type { Severity } from './case-event.ts';

/** What became of the cases of a place in a span of time. Days as `2026-11-22`, the last one included. */
export interface Statistics {
  readonly from: string;
  readonly to: string;
  readonly opened: number;
  readonly closed: number;
  readonly archived: number;
  /** Open at its end. */
  readonly open: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Days from opening to closing of those that were closed; null where none was. */
  readonly medianDays: number | null;
  /** Who was named in the cases that were opened, most often first. */
  readonly culprits: readonly { readonly culprit: string; readonly count: number }[];
}

const DAY_MS = 86_400_000;
const MOST_CULPRITS = 5;

/** `dayOf` tells the local day of an instant. */
export function statistics(
  cases: readonly Case[],
  from: string,
  to: string,
  dayOf: (instant: string) => string,
): Statistics {
  const isWithin = (instant: string) => from <= dayOf(instant) && dayOf(instant) <= to;
  const opened = cases.filter(({ createdAt }) => isWithin(createdAt));
  const closed = cases.filter(({ closedAt }) => closedAt !== null && isWithin(closedAt));
  const rests = ({ events }: Case) => events.some(({ what, at }) => what.kind === 'archived' && isWithin(at));
  const days = closed
    .map(({ createdAt, closedAt }) => (Date.parse(closedAt ?? createdAt) - Date.parse(createdAt)) / DAY_MS)
    .sort((a, b) => a - b);
  const of = (severity: Severity) => opened.filter((it) => it.severity === severity).length;
  return {
    ...{ from, to, opened: opened.length, closed: closed.length },
    archived: cases.filter(rests).length,
    open: cases.filter(({ status }) => status === 'open').length,
    bySeverity: { A: of('A'), B: of('B'), C: of('C') },
    medianDays: days.length === 0 ? null : Math.round(days[Math.floor(days.length / 2)] ?? 0),
    culprits: named(opened),
  };
}

/** A case counts once for each driver that it names. */
function named(cases: readonly Case[]): Statistics['culprits'] {
  const all = cases.flatMap(({ summary: { crashes, groups } }) => [
    ...new Set([...crashes, ...groups].map(({ culprit }) => culprit).filter((culprit) => culprit !== 'unknown')),
  ]);
  return [...Map.groupBy(all, (culprit) => culprit)]
    .map(([culprit, times]) => ({ culprit, count: times.length }))
    .sort((a, b) => b.count - a.count || a.culprit.localeCompare(b.culprit))
    .slice(0, MOST_CULPRITS);
}
