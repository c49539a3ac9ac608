import type { BugcheckFact } from '../facts.ts';
import type { Line } from '../intake/line.ts';
import { HEADING_MARKS } from '../parsers/heading-marks.ts';
import { searchMarks } from '../parsers/index.ts';
import type { FindMarks } from '../parsers/mark-search.ts';
import { type DumpHeading, readDumpHeading } from './dump-heading.ts';
import { startsMessage } from './message-start.ts';
import { compareStops } from './same-stop.ts';
import type { StopAnchor } from './stop-anchors.ts';
import { findStopAnchors } from './stop-anchors.ts';

/** Lines of one paste that can hold at most one dump. */
export interface Stretch {
  readonly lines: readonly Line[];
  /** Finds marks in all lines of the paste, where the first of these has the index `from`: all stretches share one search. */
  readonly find: FindMarks;
  readonly from: number;
  /** All lines of the paste: above a dump stands what somebody calls it. */
  readonly paste: readonly Line[];
  /** What somebody wrote above it to tell it from other dumps; null where nothing was. */
  readonly heading: DumpHeading | null;
}

/** Words of other scripts are not among the marks. */
const BEYOND_ASCII = /[\u0080-\uffff]/;

/**
 * Cuts a paste where another dump may begin: at messages, session banners and headings that say so, and at a stop code
 * that contradicts the one before it. A second full header of the same stop starts a second mention.
 */
export function splitStretches(lines: readonly Line[]): Stretch[] {
  const find = searchMarks(lines);
  const cuts = new Map<number, DumpHeading | null>([[0, null]]);
  const named = new Set(find(HEADING_MARKS));
  for (let at = 0; at < lines.length; at += 1) {
    const mayHead = named.has(at) || BEYOND_ASCII.test(lines[at]?.text ?? '');
    const heading = mayHead ? readDumpHeading(lines, at) : null;
    if (heading !== null || startsMessage(lines, at)) {
      cuts.set(at, heading);
    }
  }
  for (const at of stopCuts(lines, find, [...cuts.keys()])) {
    if (!cuts.has(at)) {
      cuts.set(at, null);
    }
  }
  const starts = [...cuts.keys()].toSorted((a, b) => a - b);
  return starts.map((from, at) => ({
    lines: lines.slice(from, starts[at + 1] ?? lines.length),
    find,
    from,
    paste: lines,
    heading: cuts.get(from) ?? null,
  }));
}

function stopCuts(lines: readonly Line[], find: FindMarks, messages: readonly number[]): number[] {
  const cuts: number[] = [];
  let current: StopAnchor | null = null;
  let message = 0;
  for (const anchor of findStopAnchors(lines, find)) {
    const before: StopAnchor | null = current;
    // Both lists are in the order of the paste, so one walk over the messages serves all anchors.
    while ((messages[message + 1] ?? Number.POSITIVE_INFINITY) <= anchor.at) {
      message += 1;
    }
    const isNewMessage = before !== null && (messages[message] ?? 0) > before.at;
    if (before !== null && !isNewMessage && isAnotherDump(before.fact, anchor.fact)) {
      cuts.push(anchor.at);
      current = anchor;
    } else if (before === null || isNewMessage || anchor.fact.args.length > 0) {
      current = anchor;
    }
  }
  return cuts;
}

function isAnotherDump(before: BugcheckFact, now: BugcheckFact): boolean {
  const verdict = compareStops(before, now);
  if (verdict === 'other') {
    return true;
  }
  const isSecondHeader = before.origin === 'analyze-header' && now.origin === 'analyze-header';
  return verdict === 'same' && isSecondHeader && before.lines[0] !== now.lines[0];
}
