import type { BugcheckFact } from '../facts.ts';
import type { Line } from '../intake/line.ts';
import { HEADING_MARKS } from '../parsers/heading-marks.ts';
import { searchMarks } from '../parsers/index.ts';
import type { FindMarks } from '../parsers/mark-search.ts';
import { type DumpHeading, readDumpHeading } from './dump-heading.ts';
import { headedDumps } from './headed-dumps.ts';
import { startsMessage } from './message-start.ts';
import { compareStops } from './same-stop.ts';
import type { StopAnchor } from './stop-anchors.ts';
import { findStopAnchors } from './stop-anchors.ts';
import type { StopNames } from './told/stop-names.ts';

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
export function splitStretches(lines: readonly Line[], names: StopNames): Stretch[] {
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
  for (const [at, heading] of headedDumps(lines, names)) {
    cuts.set(at, { ...cuts.get(at), ...heading, label: cuts.get(at)?.label ?? null });
  }
  for (const at of stopCuts(
    lines,
    find,
    [...cuts.keys()].toSorted((a, b) => a - b),
  )) {
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
    const isAnother = before !== null && (isAnotherDump(before.fact, anchor.fact) || isOtherRow(before, anchor, lines));
    if (!isNewMessage && isAnother) {
      cuts.push(anchor.at);
      current = anchor;
    } else if (before === null || isNewMessage || anchor.fact.args.length > 0) {
      current = anchor;
    }
  }
  return cuts;
}

/** `112526-9843-01.dmp`, `Crash Time : 25.11.2026 09:11:02`. */
const DUMP_NAME = /(?<![\w-])(?:\d{6}-\d{1,8}|mini\d{6})-\d{2}\.dmp\b/i;
const CRASH_TIME = /^\s{0,8}(?:Crash Time|崩溃时间)\s{0,20}[:：]\s{1,6}(?<time>\d.{5,60})$/im;

/** What a viewer or the event log tells of a dump has its file and its time above the stop, which may be the same again. */
function isOtherRow(before: StopAnchor, now: StopAnchor, lines: readonly Line[]): boolean {
  if (before.fact === now.fact || now.at <= before.at || now.at <= before.fact.lines[0]) {
    return false;
  }
  const [mine, other] = [before, now].map(({ at, fact }) => textOf(lines.slice(at, fact.lines[1] + 1)));
  const differ = (pattern: RegExp) => {
    const [own, its] = [mine, other].map((text) =>
      pattern
        .exec(text ?? '')?.[0]
        .trim()
        .toLowerCase(),
    );
    return own !== undefined && its !== undefined && own !== its;
  };
  return differ(DUMP_NAME) || differ(CRASH_TIME);
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join('\n');
}

function isAnotherDump(before: BugcheckFact, now: BugcheckFact): boolean {
  const verdict = compareStops(before, now);
  if (verdict === 'other') {
    return true;
  }
  const isSecondHeader = before.origin === 'analyze-header' && now.origin === 'analyze-header';
  return verdict === 'same' && isSecondHeader && before.lines[0] !== now.lines[0];
}
