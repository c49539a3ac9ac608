import type { Line } from './line.ts';
import { countLikelyStarts } from './line-starts.ts';
import { leavesNoRoom } from './next-word.ts';

/** Columns between which mails wrap words. */
const NARROWEST = 50;
const WIDEST = 140;
const LEAST_LINES = 4;
/** Behind a line's first word: a row of debugger output holds its own start only. */
const LEAST_STARTS = 1;
const SHARE = 0.5;

/** Rows of stacks, of memory and of registers: two on top of each other are a listing. */
const ROW = /^\s{0,8}(?:[0-9a-f]{1,2} {1,4})?(?:[0-9a-f]{8}|[a-z0-9]{1,4}=)/i;

/** Where a joined line changes from one line of the paste to the next. */
export interface Seam {
  /** Offset in the joined text from which on the text is of `line`. */
  readonly at: number;
  readonly line: Line;
}

/** The seams of lines that were joined; lines that were not have none. */
export type Seams = ReadonlyMap<Line, readonly Seam[]>;

/**
 * Joins lines of a text that lost its breaks first and was wrapped between words afterwards: most of them hold several
 * beginnings of lines.
 */
export function joinRewrapped(lines: readonly Line[]): { lines: readonly Line[]; seams: Seams } {
  const seams = new Map<Line, readonly Seam[]>();
  const result: Line[] = [];
  let copied = 0;
  for (const [from, to] of rewrappedRuns(lines)) {
    const run = lines.slice(from, to);
    const joined = joinRun(run);
    seams.set(joined.line, joined.seams);
    for (const line of lines.slice(copied, from)) {
      result.push(line);
    }
    result.push(joined.line);
    copied = to;
  }
  return { lines: copied === 0 ? lines : [...result, ...lines.slice(copied)], seams };
}

/** Stretches of lines that go on in each other and were rewrapped, as indexes. */
function rewrappedRuns(lines: readonly Line[]): [from: number, to: number][] {
  const runs: [number, number][] = [];
  const width = widestOf(lines);
  let from = 0;
  for (let at = 1; at <= lines.length; at += 1) {
    if (at < lines.length && goesOn(lines[at - 1]?.text ?? '', lines[at]?.text ?? '', width)) {
      continue;
    }
    if (at - from >= LEAST_LINES && isRewrapped(lines.slice(from, at))) {
      runs.push([from, at]);
    }
    from = at;
  }
  return runs;
}

function widestOf(lines: readonly Line[]): number {
  let width = 0;
  for (const { text } of lines) {
    width = text.length > WIDEST ? width : Math.max(width, text.length);
  }
  return width;
}

/** The first word of the next line did not fit behind the last one. */
function goesOn(last: string, next: string, width: number): boolean {
  if (width < NARROWEST || next === '' || last === '' || last.length > WIDEST || next.length > WIDEST) {
    return false;
  }
  return leavesNoRoom(last, next, width);
}

function isRewrapped(run: readonly Line[]): boolean {
  const isListing = run.slice(0, 2).every(({ text }) => ROW.test(text));
  return !isListing && isMostlyStarts(run.slice(0, LEAST_LINES)) && isMostlyStarts(run);
}

/** Asked of the first lines before it is asked of all: most runs are listings, and the question is dear. */
function isMostlyStarts(lines: readonly Line[]): boolean {
  return lines.filter(holdsStarts).length >= lines.length * SHARE;
}

function holdsStarts({ text }: Line): boolean {
  return countLikelyStarts(text.replace(/^\s*\S+/, ''), LEAST_STARTS) >= LEAST_STARTS;
}

function joinRun(run: readonly Line[]): { line: Line; seams: readonly Seam[] } {
  const seams: Seam[] = [];
  let text = '';
  for (const line of run) {
    text += text === '' ? '' : ' ';
    seams.push({ at: text.length, line });
    text += line.text.trim();
  }
  return { line: { text, lines: [run[0]?.lines[0] ?? 1, run.at(-1)?.lines[1] ?? 1] }, seams };
}

/** The lines of the paste that a stretch of a joined text was made of. */
export function linesOfStretch(line: Line, seams: readonly Seam[], from: number, to: number): Line['lines'] {
  const touched: Seam[] = [];
  for (let index = lastBefore(seams, to); index >= 0; index -= 1) {
    const seam = seams[index];
    // No line of a run is wider than a mail, so none further above reaches down to here.
    if (seam === undefined || seam.at + WIDEST <= from) {
      break;
    }
    if (seam.at + seam.line.text.length > from) {
      touched.push(seam);
    }
  }
  const [last] = touched;
  const first = touched.at(-1);
  return first === undefined || last === undefined ? line.lines : [first.line.lines[0], last.line.lines[1]];
}

/** Index of the last seam that begins before the offset; -1 where none does. */
function lastBefore(seams: readonly Seam[], offset: number): number {
  let low = 0;
  let high = seams.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((seams[middle]?.at ?? 0) < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}
