import { firstCode, isBeyondAscii, isDigit } from './first-code.ts';
import type { Line } from './line.ts';
import { stripNumbering } from './numbering.ts';

/** What stands before each line of a quoted or exported text. `sameText`: every line must carry the very same prefix. */
interface PrefixKind {
  readonly pattern: RegExp;
  readonly sameText: boolean;
  /** Lines of a run that must carry it: one `>` alone marks the current IRP stack location or a source line. */
  readonly least: number;
  /** The cheap look before the pattern: false where a line with this first character surely lacks the prefix. */
  readonly canStart: (code: number, text: string) => boolean;
}

const OPENING_BRACKET = 91;
/** Eight blanks and `[2026-11-22T09:` are the longest beginning of a time stamp, up to its first colon. */
const TIME_WIDTH = 28;

const KINDS: readonly PrefixKind[] = [
  { pattern: /^\s{0,8}(?:>|&gt;) ?/, sameText: false, least: 4, canStart: isOneOf('>&') },
  { pattern: /^\s{0,8}[|│┃] ?/, sameText: false, least: 4, canStart: isOneOf('|') },
  {
    pattern:
      /^\s{0,8}\[?(?:(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}),?[ T])?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,6})?Z?(?: ?[AP]M)?\]?(?: ?[-:|])?(?: |$)/i,
    sameText: false,
    least: 4,
    canStart: (code, text) => (isDigit(code) || code === OPENING_BRACKET) && text.slice(0, TIME_WIDTH).includes(':'),
  },
  { pattern: /^\s{0,8}<[\p{L}\d][\p{L}\d_. -]{0,30}>(?: |$)/u, sameText: true, least: 5, canStart: isOneOf('<') },
  {
    pattern:
      /^\s{0,8}(?!Arg|Value|Key|WARNING|NOTE|ERROR)[\p{L}][\p{L}\d_.-]{0,20}(?: [\p{L}\d_.-]{1,20}){0,2}:(?: |$)/iu,
    sameText: true,
    least: 6,
    canStart: isBeforeColon,
  },
];
/** Lines inside a run that may lack the prefix: the rest of a line that was wrapped after it was quoted. */
const GAP = 2;
/** Eight blanks and three words. */
const NICKNAME_WIDTH = 80;
/** ASCII and one for all the rest. */
const FIRST_CODES = 129;
const DEPTH = 4;
/** Mails and consoles wrap no later. */
const WIDEST = 140;

/** Takes quote marks, time stamps, nicknames and line numbers off where a whole run of lines carries them. */
export function stripPrefixes(lines: readonly Line[]): Line[] {
  let current: readonly Line[] = lines;
  for (let depth = 0; depth < DEPTH; depth += 1) {
    const before = current;
    for (const kind of KINDS) {
      current = mayHoldRun(current, kind) ? stripKind(current, kind) : current;
    }
    current = stripNumbering(current);
    if (current.every((line, at) => line === before[at])) {
      break;
    }
  }
  return [...current];
}

/** A nickname ends at the first colon of its line, with no blank before it. */
function isBeforeColon(_code: number, text: string): boolean {
  const colon = text.indexOf(':');
  const isWord = colon > 0 && colon < NICKNAME_WIDTH && text[colon - 1] !== ' ';
  return isWord && (text[colon + 1] ?? ' ') === ' ';
}

function isOneOf(marks: string): PrefixKind['canStart'] {
  return (code) => isBeyondAscii(code) || marks.includes(String.fromCharCode(code));
}

/** False where too few lines near each other could carry the prefix: then no pattern needs to run. */
function mayHoldRun(lines: readonly Line[], kind: PrefixKind): boolean {
  const counts = new Uint32Array(FIRST_CODES);
  const places = new Uint32Array(FIRST_CODES);
  let place = GAP;
  for (const { text } of lines) {
    const code = firstCode(text);
    if (Number.isNaN(code) || (isBeyondAscii(code) && text.trim() === '')) {
      continue;
    }
    place += 1;
    if (!kind.canStart(code, text)) {
      continue;
    }
    const group = kind.sameText ? Math.min(code, FIRST_CODES - 1) : 0;
    counts[group] = place - (places[group] ?? 0) > GAP + 1 ? 1 : (counts[group] ?? 0) + 1;
    places[group] = place;
    if ((counts[group] ?? 0) >= kind.least) {
      return true;
    }
  }
  return false;
}

interface Prefixed {
  readonly at: number;
  readonly prefix: string;
}

function stripKind(lines: readonly Line[], kind: PrefixKind): Line[] {
  const runs = findRuns(lines, kind).filter((run) => run.length >= kind.least);
  return runs.length === 0 ? [...lines] : stripRuns(lines, runs);
}

/** A line without the prefix below one of the full width is the rest of it: it was wrapped after it was quoted. */
function stripRuns(lines: readonly Line[], runs: readonly Prefixed[][]): Line[] {
  const prefixes = new Map(runs.flat().map(({ at, prefix }) => [at, prefix.length]));
  const width = lines.reduce((longest, { text }) => Math.max(longest, text.length), 0);
  const result: Line[] = [];
  let isFull = false;
  for (const [at, line] of lines.entries()) {
    const prefix = prefixes.get(at);
    const last = result.at(-1);
    if (prefix === undefined && isFull && last !== undefined && line.text !== '') {
      result[result.length - 1] = { text: last.text + line.text, lines: [last.lines[0], line.lines[1]] };
    } else {
      result.push(prefix === undefined ? line : { text: line.text.slice(prefix), lines: line.lines });
    }
    isFull = line.text.length === width && width <= WIDEST && (prefix !== undefined || isFull);
  }
  return result;
}

/** Lines with the prefix that follow each other, but for blank ones and a gap. */
function findRuns(lines: readonly Line[], kind: PrefixKind): Prefixed[][] {
  const runs: Prefixed[][] = [];
  let run: Prefixed[] = [];
  let misses = 0;
  // An index beside the line, not `entries()`: its pairs cost more than all that is done with most lines.
  let at = -1;
  for (const line of lines) {
    at += 1;
    const prefix = prefixOf(line.text, kind);
    if (prefix === undefined && run.length === 0) {
      continue;
    }
    const last = run.at(-1)?.prefix.trim();
    const fits = prefix !== undefined && (!kind.sameText || last === undefined || last === prefix.trim());
    misses = fits ? 0 : misses + (line.text.trim() === '' ? 0 : 1);
    if (misses > GAP) {
      runs.push(run);
      run = [];
      misses = 0;
    }
    if (prefix !== undefined && (fits || run.length === 0)) {
      run.push({ at, prefix });
    }
  }
  return [...runs, run];
}

function prefixOf(text: string, kind: PrefixKind): string | undefined {
  return kind.canStart(firstCode(text), text) ? kind.pattern.exec(text)?.[0] : undefined;
}
