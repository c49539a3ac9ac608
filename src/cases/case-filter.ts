import type { Case } from './case.ts';
import type { Severity, WaitingFor } from './case-event.ts';

/** Which cases of a place are meant. What is absent is not asked. */
export interface CaseFilter {
  readonly severity?: Severity;
  readonly waiting?: WaitingFor;
  readonly status?: Case['status'];
  readonly owner?: string;
  /** A driver, a tag, a bucket, a stop code, a number, a word of the title. */
  readonly term?: string;
}

export function isMeant(it: Case, { severity, waiting, status, owner, term }: CaseFilter): boolean {
  return (
    (severity === undefined || it.severity === severity) &&
    (waiting === undefined || it.waiting.for === waiting) &&
    (status === undefined || it.status === status) &&
    (owner === undefined || holds(it.owner, owner)) &&
    (term === undefined || isFoundBy(it, term))
  );
}

function holds(text: string | null, part: string): boolean {
  return text?.toLowerCase().includes(part.toLowerCase()) ?? false;
}

/** A driver is found with or without its ending, a stop code as it is written: `0xd1`, `d1`. */
function isFoundBy(
  { title, customerNumber, owner, outcome, summary: { crashes, groups } }: Case,
  term: string,
): boolean {
  const isCode = crashes.some(({ code }) => code !== null && [code, code.slice(2)].includes(term.toLowerCase()));
  const names = [...crashes, ...groups].map(({ culprit }) => culprit);
  const marks = crashes.flatMap(({ title: { en }, marks: all = [] }) => [en, ...all]);
  return isCode || [title, customerNumber, owner, outcome, ...names, ...marks].some((text) => holds(text, term));
}
