import type { Line } from './line.ts';
import { countLikelyStarts } from './line-starts.ts';

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

export interface Joined {
  readonly line: Line;
  readonly seams: readonly Seam[];
}

/**
 * Joins lines of a text that lost its breaks first and was wrapped between words afterwards: most of them hold several
 * beginnings of lines. Others come back as they are, without seams.
 */
export function joinRewrapped(lines: readonly Line[]): Joined[] {
  const width = lines.reduce(
    (longest, { text }) => (text.length > WIDEST ? longest : Math.max(longest, text.length)),
    0,
  );
  const joined: Joined[] = [];
  let run: Line[] = [];
  const flush = () => {
    joined.push(...(isRewrapped(run) ? [joinRun(run)] : run.map((line): Joined => ({ line, seams: [] }))));
    run = [];
  };
  for (const line of lines) {
    const last = run.at(-1);
    if (last !== undefined && !goesOn(last.text, line.text, width)) flush();
    run.push(line);
  }
  flush();
  return joined;
}

/** The first word of the next line did not fit behind the last one. */
function goesOn(last: string, next: string, width: number): boolean {
  if (width < NARROWEST || next === '' || last === '' || last.length > WIDEST || next.length > WIDEST) {
    return false;
  }
  const space = next.indexOf(' ');
  return last.length + 1 + (space === -1 ? next.length : space) > width;
}

function isRewrapped(run: readonly Line[]): boolean {
  if (run.length < LEAST_LINES || run.slice(0, 2).every(({ text }) => ROW.test(text))) {
    return false;
  }
  return isMostlyStarts(run.slice(0, LEAST_LINES)) && isMostlyStarts(run);
}

/** Asked of the first lines before it is asked of all: most runs are listings, and the question is dear. */
function isMostlyStarts(lines: readonly Line[]): boolean {
  return lines.filter(holdsStarts).length >= lines.length * SHARE;
}

function holdsStarts({ text }: Line): boolean {
  return countLikelyStarts(text.replace(/^\s*\S+/, ''), LEAST_STARTS) >= LEAST_STARTS;
}

function joinRun(run: readonly Line[]): Joined {
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
export function linesOfStretch({ line, seams }: Joined, from: number, to: number): Line['lines'] {
  const touched = seams.filter(({ at, line: { text } }) => at < to && at + text.length > from);
  const [first] = touched;
  const last = touched.at(-1);
  return first === undefined || last === undefined ? line.lines : [first.line.lines[0], last.line.lines[1]];
}
