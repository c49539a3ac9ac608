import type { CaseEvent, Cut, Parted, Severity, WaitingFor } from './case-event.ts';
import { type DumpSummary, highestNumber } from './dump-summary.ts';

/** A support case as its events make it. Instants are ISO 8601 in UTC. */
export interface Case {
  /** Counted per conversation, from 1. */
  readonly number: number;
  /** Number of events; an edit says which version it saw. */
  readonly version: number;
  readonly customerNumber: string | null;
  readonly title: string;
  readonly severity: Severity;
  readonly status: 'open' | 'archived' | 'closed';
  readonly outcome: string | null;
  readonly owner: string | null;
  readonly waiting: { readonly for: WaitingFor; readonly since: string };
  /** As it was told when it was opened; null where nobody told it. */
  readonly zone: string | null;
  readonly createdAt: string;
  /** Last time that anybody did anything to it. */
  readonly activeAt: string;
  readonly closedAt: string | null;
  /** A day chosen by somebody, and when it was chosen; null where the severity decides. */
  readonly chosenFollowUp: { readonly day: string; readonly chosenAt: string } | null;
  /** Ids of the pastes that belong to it, in order; empty once they are forgotten. */
  readonly pastes: readonly string[];
  /** Lines of them that were taken out. */
  readonly cuts: readonly Cut[];
  /** Pastes that somebody told to belong to the one before them, or not to; the last word on each counts. */
  readonly parted: readonly Parted[];
  readonly summary: DumpSummary;
  /** The highest number that a dump of it ever had: none is given twice. */
  readonly lastDump: number;
  readonly events: readonly CaseEvent[];
  /** Entries of its record that cannot be read any more; the rest stands without them. */
  readonly unreadable: number;
}

/** The case that these events, in order, make. Throws on a list that does not begin with the creation. */
export function foldCase(number: number, events: readonly CaseEvent[]): Case {
  const [first, ...rest] = events;
  if (first?.what.kind !== 'created') {
    throw new Error(`Case ${number} has no beginning.`);
  }
  const { title, severity, owner, customerNumber, zone = null } = first.what;
  const created: Case = {
    number,
    version: first.version,
    customerNumber,
    title,
    severity,
    status: 'open',
    outcome: null,
    owner,
    waiting: { for: 'us', since: first.at },
    zone,
    createdAt: first.at,
    activeAt: first.at,
    closedAt: null,
    chosenFollowUp: null,
    pastes: [],
    cuts: [],
    parted: [],
    summary: { crashes: [], groups: [] },
    lastDump: 0,
    events: [first],
    unreadable: 0,
  };
  return rest.reduce(applyEvent, created);
}

/** The case after one more event. */
export function applyEvent(before: Case, event: CaseEvent): Case {
  const { what, at, version } = event;
  const activeAt = what.kind === 'pastes-forgotten' ? before.activeAt : at;
  const lastDump = 'summary' in what ? Math.max(before.lastDump, highestNumber(what.summary)) : before.lastDump;
  return { ...before, version, activeAt, lastDump, events: [...before.events, event], ...changed(before, what, at) };
}

/** The fields that one event changes. */
function changed(before: Case, what: CaseEvent['what'], at: string): Partial<Case> {
  switch (what.kind) {
    case 'titled':
      return { title: what.title };
    case 'numbered':
      return { customerNumber: what.customerNumber };
    case 'severity-set':
      return { severity: what.severity };
    case 'owner-set':
      return { owner: what.owner };
    case 'waiting-set':
      return { waiting: { for: what.for, since: at } };
    case 'follow-up-set':
      return { chosenFollowUp: { day: what.day, chosenAt: at } };
    case 'dump-added':
      return { pastes: [...before.pastes, what.paste], summary: what.summary };
    case 'dump-removed':
      return {
        pastes: before.pastes.filter((paste) => !what.pastes.includes(paste)),
        cuts: [...before.cuts, ...(what.cuts ?? [])],
        summary: what.summary,
      };
    case 'paste-edited':
      return { cuts: [...cutsElsewhere(before, what.paste), ...what.cuts], summary: what.summary };
    case 'paste-removed':
      return {
        pastes: before.pastes.filter((paste) => paste !== what.paste),
        cuts: cutsElsewhere(before, what.paste),
        summary: what.summary,
      };
    case 'paste-parted':
      return { parted: [...before.parted, { paste: what.paste, how: what.how }], summary: what.summary };
    case 'reanalysed':
      return { summary: what.summary };
    case 'undone':
      return fieldsWithout(before, what.of);
    default:
      return changedStatus(what, at);
  }
}

/** What people set, as it would be without one event and those that were taken back before. */
export function fieldsWithout(it: Case, version: number) {
  const undone = new Set([version, ...it.events.flatMap(({ what }) => (what.kind === 'undone' ? [what.of] : []))]);
  const kept = it.events.filter((event) => !undone.has(event.version) && event.what.kind !== 'undone');
  const { title, customerNumber, severity, owner, waiting, status, outcome, closedAt, chosenFollowUp } = foldCase(
    it.number,
    kept,
  );
  return { title, customerNumber, severity, owner, waiting, status, outcome, closedAt, chosenFollowUp };
}

function cutsElsewhere({ cuts }: Case, paste: string): readonly Cut[] {
  return cuts.filter((cut) => cut.paste !== paste);
}

function changedStatus(what: CaseEvent['what'], at: string): Partial<Case> {
  switch (what.kind) {
    case 'archived':
      return { status: 'archived', chosenFollowUp: null };
    case 'closed':
      return { status: 'closed', outcome: what.outcome, closedAt: at, chosenFollowUp: null };
    case 'reopened':
      return { status: 'open', outcome: null, closedAt: null };
    case 'pastes-forgotten':
      return { pastes: [], cuts: [] };
    default:
      return {};
  }
}
