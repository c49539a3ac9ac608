import type { BugcheckFact, Hex, Lines } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { readHex } from '../address.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';

const CODES: Marks = ['bugcheckcode'];
const VALUES: Marks = ['bugcheckparameter'];

/** XML, the list of the event viewer, a table of PowerShell, or a sentence: what stands between a name and its value. */
const BETWEEN = String.raw`["'\]]?[\s>=:：|\`*]{0,24}(?:为|是|is )?\s{0,4}["']?`;
const VALUE = '(?<value>0x[0-9a-f]{1,16}|[0-9]{1,10})(?!\\w|\\.\\w)';
const NAMED = new RegExp(`Bugcheck(?:Code|Parameter(?<number>[1-4]))${BETWEEN}(?:${VALUE}|$)`, 'gi');
/** Who writes "BugcheckCode 209, parameter1 0x28" says the long word once. */
const SHORT = new RegExp(`(?<![a-z])param(?:eter)? ?(?<number>[1-4])${BETWEEN}${VALUE}`, 'gi');
/** The value in a line of its own, with what is left of its tag. */
const ALONE = new RegExp(`^\\s{0,20}(?:>\\s{0,4})?${VALUE}\\s{0,4}(?:</Data>.{0,20})?$`, 'i');
/** Attributes and values in lines of their own: five pairs, with blank lines between. */
const REACH = 40;
const LONGEST = 2000;

/**
 * The stop that event 41 (Kernel-Power) recorded, its code in decimal. With code 0 Windows knows of no stop: then there is
 * none to read (see `power-loss.ts`).
 * Source: Microsoft Learn, "Advanced troubleshooting for Event ID 41".
 */
export const event41: Parser = {
  command: 'event 41',
  marks: [CODES, VALUES],
  accepts: (section) => holds(section, CODES),
  read: (section) => ({ bugchecks: readEvents(section) }),
};

interface Event {
  code: Hex | null;
  readonly values: Map<number, { readonly value: Hex; readonly lines: Lines }>;
  /** Where in the section its last name stands. */
  at: number;
  readonly from: number;
  to: number;
}

function readEvents(section: SearchedSection): BugcheckFact[] {
  const rows = [...section.placesOf(CODES), ...section.placesOf(VALUES)].toSorted((one, other) => one - other);
  const events: Event[] = [];
  for (const at of new Set(rows)) {
    const line = section.body[at];
    if (line !== undefined) {
      readRow(line, at, section.body.slice(at + 1, at + 4), events);
    }
  }
  return events.flatMap(toFact);
}

/** A code opens an event; values without one in reach are of an event that was not pasted whole. */
function readRow(line: Line, at: number, below: readonly Line[], events: Event[]): void {
  const text = line.text.slice(0, LONGEST);
  for (const { groups } of [...text.matchAll(NAMED), ...text.matchAll(SHORT)]) {
    const { value, place } = printedValue(groups?.value, line, below);
    const number = Number(groups?.number ?? 0);
    if (number === 0) {
      events.push({ code: codeOf(value), values: new Map(), at, from: line.lines[0], to: place[1] });
      continue;
    }
    const event = events.at(-1);
    const hex = readHex(value ?? '');
    if (event !== undefined && at - event.at <= REACH && hex !== null && !event.values.has(number)) {
      event.values.set(number, { value: hex, lines: place });
      event.at = at;
      event.to = Math.max(event.to, place[1]);
    }
  }
}

function printedValue(
  printed: string | undefined,
  line: Line,
  below: readonly Line[],
): { value?: string; place: Lines } {
  if (printed !== undefined) {
    return { value: printed, place: line.lines };
  }
  const next = below.find(({ text }) => text.trim() !== '');
  const value = ALONE.exec(next?.text ?? '')?.groups?.value;
  return value === undefined || next === undefined
    ? { place: line.lines }
    : { value, place: [line.lines[0], next.lines[1]] };
}

/** Who writes about the event may have put the code into hexadecimal. */
function codeOf(value: string | undefined): Hex | null {
  if (value === undefined) {
    return null;
  }
  return /^0x/i.test(value) ? readHex(value) : `0x${Number(value).toString(16)}`;
}

function toFact({ code, values, from, to }: Event): BugcheckFact[] {
  if (code === null || code === '0x0') {
    return [];
  }
  const printed = values.size === 0 ? [] : [1, 2, 3, 4].map((number) => values.get(number));
  const args = printed.map((one) => one?.value ?? null);
  const argLines = printed.map((one) => one?.lines ?? null);
  return [{ origin: 'event-log', code, name: null, args, argTexts: [], argLines, lines: [from, to] }];
}
