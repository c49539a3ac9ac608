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
      const separator: string = open.last.length === width ? '' : ' ';
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
  if (next.trim() === '' || DECORATION.test(last)) {
    return false;
  }
  if (last.length === width || last.length === width - 1) {
    return !startsLine(next);
  }
  return false;
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
  for (const { text } of lines) {
    full += text.length >= longest - 1 && !DECORATION.test(text) ? 1 : 0;
  }
  return full >= 2 ? longest : null;
}
