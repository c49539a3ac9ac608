import type { BugcheckFact } from '../facts.ts';
import type { Excerpt, Line } from '../intake/line.ts';
import { startsMessage } from './message-start.ts';
import { compareStops } from './same-stop.ts';
import type { StopAnchor } from './stop-anchors.ts';
import { findStopAnchors } from './stop-anchors.ts';

/** Lines of one paste that can hold at most one dump. */
export interface Stretch {
  readonly lines: readonly Line[];
  readonly within: Excerpt;
  /** True where it follows a mail header, chat message or session banner rather than another dump. */
  readonly startsMessage: boolean;
}

/**
 * Cuts a paste where another dump may begin: at messages and session banners, and at a stop code that contradicts
 * the one before it. A second full header of the same stop starts a second mention.
 */
export function splitStretches(lines: readonly Line[]): Stretch[] {
  const cuts = new Map<number, boolean>([[0, false]]);
  for (let at = 0; at < lines.length; at += 1) {
    if (startsMessage(lines, at)) cuts.set(at, true);
  }
  for (const at of stopCuts(lines, [...cuts.keys()])) {
    if (!cuts.has(at)) cuts.set(at, false);
  }
  const starts = [...cuts.keys()].toSorted((a, b) => a - b);
  return starts.map((from, at) => ({
    lines: lines.slice(from, starts[at + 1] ?? lines.length),
    within: { all: lines, from },
    startsMessage: cuts.get(from) ?? false,
  }));
}

function stopCuts(lines: readonly Line[], messages: readonly number[]): number[] {
  const cuts: number[] = [];
  let current: StopAnchor | null = null;
  let message = 0;
  for (const anchor of findStopAnchors(lines)) {
    const before: StopAnchor | null = current;
    // Both lists are in the order of the paste, so one walk over the messages serves all anchors.
    while ((messages[message + 1] ?? Number.POSITIVE_INFINITY) <= anchor.at) message += 1;
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
