import type { Line } from './line.ts';
import { startsLine } from './line-starts.ts';

/** Widths at which mail and consoles wrap. */
const NARROWEST = 56;
const WIDEST = 140;
const WHOLE_VALUE_LAST = /(?<![0-9a-f`])[0-9a-f]{8}`?[0-9a-f]{8}$|:$/i;
const WHOLE_VALUE_FIRST = /^(?:[0-9a-f]{8}`?[0-9a-f]{8}(?![0-9a-f`])|: )/i;
const DECORATION = /^[\s*=_-]*$|^\s*\*.*\*\s*$/;

/** How long a line was when it was cut: as it stands, or with the backticks that its addresses lost since. */
type Measure = (text: string) => number;

/**
 * Joins lines that were cut at a fixed width, also inside a word or address. A width shows itself: no line is longer,
 * several are exactly as long, and what follows them does not begin as a line of debugger output does.
 */
export function joinWrappedLines(lines: readonly Line[]): Line[] {
  const width = longestWidth(lines);
  if (width !== null) {
    return joinAt(width, asItStands, lines);
  }
  const widthBefore = commonestWidth(lines);
  return widthBefore === null ? [...lines] : joinAt(widthBefore, withLostBackticks, lines);
}

function asItStands(text: string): number {
  return text.length;
}

/** Words of nine to sixteen hexadecimal digits are addresses, or parts of them, that had a backtick inside. */
function withLostBackticks(text: string): number {
  let length = text.length;
  for (const _word of text.matchAll(/(?<![0-9a-f])[0-9a-f]{9,16}(?![0-9a-f])/gi)) {
    length += 1;
  }
  return length;
}

function joinAt(width: number, measure: Measure, lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  let open: { pieces: string[]; from: number; to: number; last: string } | null = null;
  const flush = () => {
    if (open !== null) result.push({ text: open.pieces.join(''), lines: [open.from, open.to] });
    open = null;
  };
  for (const line of lines) {
    if (open !== null && isRest(measure(open.last), open.last, line.text, width)) {
      const isCutWord: boolean = measure(open.last) === width && !isBetweenValues(open.last, line.text);
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

function isRest(length: number, last: string, next: string, width: number): boolean {
  const isFull = length === width || length === width - 1;
  return isFull && next !== '' && !DECORATION.test(last) && !startsLine(next);
}

/** Two whole values side by side: the wrap fell between words and swallowed the blank. */
function isBetweenValues(last: string, next: string): boolean {
  return WHOLE_VALUE_LAST.test(last) && WHOLE_VALUE_FIRST.test(next);
}

/** @returns the width at which the lines were cut, null where they were not */
function longestWidth(lines: readonly Line[]): number | null {
  const width = lines.reduce((longest, { text }) => Math.max(longest, text.length), 0);
  if (width < NARROWEST || width > WIDEST) {
    return null;
  }
  let full = 0;
  let goingOn = 0;
  for (const [at, { text }] of lines.entries()) {
    if (text.length >= width - 1 && !text.endsWith(' ') && !DECORATION.test(text)) {
      full += 1;
      goingOn += isRest(text.length, text, lines[at + 1]?.text ?? '', width) ? 1 : 0;
    }
  }
  return goingOn >= 2 && goingOn * 2 >= full ? width : null;
}

/** The length that most lines with a rest below them had before they lost their backticks; null below three of them. */
function commonestWidth(lines: readonly Line[]): number | null {
  const counts = new Map<number, number>();
  for (const [at, { text }] of lines.entries()) {
    const length = text.length > WIDEST || text.length < NARROWEST ? 0 : withLostBackticks(text);
    const isCut = length > text.length && isRest(length, text, lines[at + 1]?.text ?? '', length);
    if (isCut) {
      counts.set(length, (counts.get(length) ?? 0) + 1);
    }
  }
  let width: number | null = null;
  for (const [length, count] of counts) {
    if (count >= 3 && count > (counts.get(width ?? 0) ?? 0)) width = length;
  }
  const isWithin = lines.every(({ text }) => text.length <= (width ?? 0));
  return isWithin ? width : null;
}
