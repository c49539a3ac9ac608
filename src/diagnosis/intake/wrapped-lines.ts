import type { Line } from './line.ts';
import { startsLine } from './line-starts.ts';

/** Widths at which mail and consoles wrap. */
const NARROWEST = 56;
const WIDEST = 140;
const DECORATION = /^[\s*=_-]*$|^\s*\*.*\*\s*$/;

/**
 * Joins lines that were cut at a fixed width, also inside a word or address. A width shows itself: no line is longer,
 * several are exactly as long, and what follows them does not begin as a line of debugger output does.
 */
export function joinWrappedLines(lines: readonly Line[]): Line[] {
  const width = hardWidth(lines);
  if (width === null) {
    return [...lines];
  }
  const result: Line[] = [];
  let open: { pieces: string[]; from: number; to: number; last: string } | null = null;
  const flush = () => {
    if (open !== null) result.push({ text: open.pieces.join(''), lines: [open.from, open.to] });
    open = null;
  };
  for (const line of lines) {
    if (open !== null && isRest(open.last, line.text, width)) {
      const separator: string = open.last.length === width && !isBetweenValues(open.last, line.text) ? '' : ' ';
      open.pieces.push(separator, line.text);
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

function isRest(last: string, next: string, width: number): boolean {
  if (next === '' || DECORATION.test(last)) {
    return false;
  }
  if (last.length === width || last.length === width - 1) {
    return !startsLine(next);
  }
  return false;
}

/** Two whole values side by side: the wrap fell between words and swallowed the blank. */
function isBetweenValues(last: string, next: string): boolean {
  return (
    /(?<![0-9a-f`])[0-9a-f]{8}`?[0-9a-f]{8}$|:$/i.test(last) &&
    /^(?:[0-9a-f]{8}`?[0-9a-f]{8}(?![0-9a-f`])|: )/i.test(next)
  );
}

function hardWidth(lines: readonly Line[]): number | null {
  let longest = 0;
  for (const { text } of lines) {
    longest = Math.max(longest, text.length);
  }
  if (longest < NARROWEST || longest > WIDEST) {
    return null;
  }
  let full = 0;
  let goingOn = 0;
  for (const [at, { text }] of lines.entries()) {
    if (text.trimEnd().length >= longest - 1 && !DECORATION.test(text)) {
      full += 1;
      goingOn += isRest(text, lines[at + 1]?.text ?? '', longest) ? 1 : 0;
    }
  }
  return goingOn >= 2 && goingOn * 2 >= full ? longest : null;
}
