import { cleanCharacters, needsCleaning } from './characters.ts';
import type { Line } from './line.ts';
import { startsLine, surelyStartsLine } from './line-starts.ts';
import { unescapeMarkdown } from './markdown.ts';
import { restoreBackticks } from './repair.ts';
import { areRows } from './rows-alike.ts';

/** Widths at which mail and consoles wrap. */
const NARROWEST = 56;
const WIDEST = 140;
/** One line that goes on below may be chance. */
const FEWEST_CUTS = 2;
const MOST_WRAPS = 3;
/** So many rows of one length that are seldom a line's beginning were one line: it had lost its breaks before the cut. */
const LEAST_SOLID = 6;
const MOST_STARTS = 0.25;
/** Blanks a cut may leave at the end of a line; more are padding, unless they go on in the next line. */
const MOST_BLANKS = 4;
/** A row of STACK_TEXT has seven addresses. */
const MOST_BACKTICKS = 7;
const WHOLE_VALUE_LAST = /(?<![0-9a-f`])[0-9a-f]{8}`?[0-9a-f]{8}$|:$/i;
const WHOLE_VALUE_FIRST = /^(?:[0-9a-f]{8}`?[0-9a-f]{8}(?![0-9a-f`])|: )/i;
const OFFSET_LAST = /\+0x[0-9a-f]{0,8}$/i;
/** So far to the right stands a column of a listing (`!stacks`, `!process`): no line has such a gap that a cut could fall behind. */
const COLUMN = /^ {24}/;
const ROW_NUMBER = /^\s{0,8}(?<number>[0-9a-f]{1,3})\s{1,4}(?:\s{1,8}[0-9a-f]{1,5}\s{1,4})?[0-9a-f]{8}/i;
const HEX_WORD = /[0-9a-f]{9,}/gi;
/** So many words of nine digits fit into the widest line: it was that much longer before it lost their backticks. */
const MOST_WORDS = 14;
const DECORATION = /^[\s*=_-]*$|^\s*\*.*\*\s*$/;

/**
 * Joins lines that were cut at a fixed width, also inside a word or address. A width shows itself: no line is longer,
 * several are exactly as long, and what follows them does not begin as a line of debugger output does. A mail that was
 * wrapped and passed on was cut again at another width.
 */
export function joinWrappedLines(lines: readonly Line[]): readonly Line[] {
  let current = lines;
  for (let round = 0; round < MOST_WRAPS; round += 1) {
    const best = wrapWidth(current);
    if (best.cuts < FEWEST_CUTS) {
      break;
    }
    current = joinAt(best.width, current);
  }
  return current;
}

/** The width at which lines look cut, and how many of them. */
export function wrapWidth(lines: readonly Line[]): Width {
  const longest = longestWidth(lines);
  const before = hasNoLongLine(lines) ? commonestWidth(lines) : NO_WIDTH;
  return before.cuts > longest.cuts ? before : longest;
}

/** Words of nine to sixteen hexadecimal digits are addresses, or parts of them, that had a backtick inside. */
function withLostBackticks(text: string): number {
  let length = text.length;
  if (text.search(HEX_WORD) === -1) {
    return length;
  }
  for (const [word] of text.matchAll(HEX_WORD)) {
    length += word.length <= 16 ? 1 : 0;
  }
  return length;
}

function joinAt(width: number, lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  let open: { pieces: string[]; from: number; to: number; last: string } | null = null;
  const flush = () => {
    if (open !== null) {
      result.push({ text: open.pieces.join(''), lines: [open.from, open.to] });
    }
    open = null;
  };
  const isSolid = solidRuns(width, lines);
  for (const [at, line] of lines.entries()) {
    if (open !== null && (isSolid(at) || isRest(open.last, line.text, width))) {
      const isCutWord: boolean = isFilled(open.last, width) && !isBetweenValues(open.last, line.text);
      open.pieces.push(isCutWord ? '' : ' ', line.text);
      open.to = line.lines[1];
      open.last = line.text;
      continue;
    }
    flush();
    open = { pieces: [line.text], from: line.lines[0], to: line.lines[1], last: line.text };
  }
  flush();
  return result;
}

/** Tells for a line by its index whether it goes on a line that was cut wherever the width fell, whatever it looks like. */
function solidRuns(width: number, lines: readonly Line[]): (at: number) => boolean {
  const solid = new Set<number>();
  let from = 0;
  for (let at = 0; at <= lines.length; at += 1) {
    if (lines[at]?.text.length === width) {
      continue;
    }
    const rests = lines.slice(from + 1, at + 1);
    const starts = rests.filter(
      ({ text }, row) => surelyStartsLine(asPrinted(text)) || areRows(lines[from + row]?.text ?? '', text),
    ).length;
    if (at - from >= LEAST_SOLID && starts <= rests.length * MOST_STARTS) {
      for (let rest = from + 1; rest <= at; rest += 1) {
        solid.add(rest);
      }
    }
    from = at + 1;
  }
  return (at) => solid.has(at);
}

function isRest(last: string, next: string, width: number): boolean {
  const isFull = last.length === width - 1 || isFilled(last, width);
  return (
    isFull &&
    (last.trimEnd().length >= last.length - MOST_BLANKS || next.startsWith(' ')) &&
    next !== '' &&
    !DECORATION.test(last) &&
    !isRowBelowOffset(last, next) &&
    !areRows(last, next) &&
    !(COLUMN.test(next) && !last.endsWith(' ')) &&
    !startsLine(asPrinted(next))
  );
}

/** The beginning of a line as it will be once all is cleaned: a text may have been wrapped with its damages in it. */
function asPrinted(text: string): string {
  return unescapeMarkdown(restoreBackticks(needsCleaning(text) ? cleanCharacters(text) : text));
}

/** True where a line reached the width when it was cut: as it stands, or with the backticks it lost since. */
function isFilled(text: string, width: number): boolean {
  if (text.length === width) {
    return true;
  }
  const isShorter = text.length < width && text.length >= width - MOST_BACKTICKS;
  return isShorter && !text.includes('`') && withLostBackticks(text) === width;
}

/** Two whole values side by side: the wrap fell between words and swallowed the blank. */
function isBetweenValues(last: string, next: string): boolean {
  return (WHOLE_VALUE_LAST.test(last) && WHOLE_VALUE_FIRST.test(next)) || isRowBelowOffset(last, next);
}

/** `01 … +0x12` and `02 fffff800…`: two rows of a stack, as their numbers count, though the first is as wide as a wrapped one. */
function isRowBelowOffset(last: string, next: string): boolean {
  if (!OFFSET_LAST.test(last)) {
    return false;
  }
  const [above, below] = [last, next].map((row) => ROW_NUMBER.exec(row)?.groups?.number);
  return above !== undefined && below !== undefined && Number.parseInt(below, 16) === Number.parseInt(above, 16) + 1;
}

/** A width, and how many lines look cut at it. */
export interface Width {
  readonly width: number;
  readonly cuts: number;
}

const NO_WIDTH: Width = { width: 0, cuts: 0 };

/** The length of the longest line, where most lines of that length have a rest below them. */
function longestWidth(lines: readonly Line[]): Width {
  let width = 0;
  for (const { text } of lines) {
    width = Math.max(width, text.length);
  }
  if (width < NARROWEST || width > WIDEST) {
    return NO_WIDTH;
  }
  let full = 0;
  let goingOn = 0;
  for (const [at, { text }] of lines.entries()) {
    if (text.length >= width - 1 && !text.endsWith(' ') && !DECORATION.test(text)) {
      full += 1;
      goingOn += isRest(text, lines[at + 1]?.text ?? '', width) ? 1 : 0;
    }
  }
  return goingOn * 2 >= full ? { width, cuts: goingOn } : NO_WIDTH;
}

/** Whatever the width was before backticks were lost, no line may be longer than it. */
function hasNoLongLine(lines: readonly Line[]): boolean {
  return lines.every(({ text }) => text.length <= WIDEST + MOST_WORDS);
}

/** The length that most lines with a rest below them had before they lost their backticks. */
function commonestWidth(lines: readonly Line[]): Width {
  const counts = new Map<number, number>();
  for (const [at, { text }] of lines.entries()) {
    const length = text.length > WIDEST || text.length < NARROWEST ? 0 : withLostBackticks(text);
    if (length > text.length && isRest(text, lines[at + 1]?.text ?? '', length)) {
      counts.set(length, (counts.get(length) ?? 0) + 1);
    }
  }
  let best = NO_WIDTH;
  for (const [width, cuts] of counts) {
    if (cuts > best.cuts) {
      best = { width, cuts };
    }
  }
  const isWithin = lines.every(({ text }) => text.length <= best.width);
  return isWithin && best.cuts > FEWEST_CUTS ? best : NO_WIDTH;
}
