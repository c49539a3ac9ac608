import type { Case } from '../cases/case.ts';

/** A case as a card shows it: the record, and what depends on the clock and the calendar of its place. */
export interface CaseView {
  readonly case: Case;
  /** Day of the next follow-up, `2026-11-25`; null: none. */
  readonly nextFollowUp: string | null;
  /** Whether its place has digests: without them nobody is reminded on that day. */
  readonly isReminded: boolean;
  /** Zone of the place: times are told in it. */
  readonly zone: string;
  /** ISO instant of the drawing. */
  readonly now: string;
}

const DAY_MS = 86_400_000;

/** Whole days between two instants. */
export function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS));
}

/** `Case 3 · CAS-1-X`: how people find it again, with the customer's number where there is one. */
export function caseName({ number, customerNumber }: Case): string {
  return customerNumber ? `${number} · ${customerNumber}` : String(number);
}
