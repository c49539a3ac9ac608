import type { Paste } from '../diagnosis/crash.ts';
import type { Lines } from '../diagnosis/facts.ts';

const LONGEST_QUOTE = 160;
const MOST_QUOTES = 4;

export interface Quote {
  readonly line: number;
  readonly text: string;
}

/** A function that quotes lines of one paste, each cut to 160 characters, four at most, blank ones left out. */
export function quoter(pastes: readonly Paste[], source: string | null): (lines: readonly Lines[]) => readonly Quote[] {
  const paste = pastes.find((candidate) => candidate.source === source);
  const text = paste ? linesOf(paste) : [];
  return (ranges) => {
    const quotes: Quote[] = [];
    for (const line of distinctLines(ranges)) {
      const quoted = (text[line - 1] ?? '').trim();
      if (quoted) quotes.push({ line, text: shorten(quoted) });
      if (quotes.length === MOST_QUOTES) break;
    }
    return quotes;
  };
}

/** Split once per paste: one of 8 MB may hold a hundred crashes that all quote from it. */
const split = new WeakMap<Paste, readonly string[]>();

function linesOf(paste: Paste): readonly string[] {
  const lines = split.get(paste) ?? paste.text.split(/\r\n|\r|\n/);
  split.set(paste, lines);
  return lines;
}

/** Every line number of the ranges, ascending and once; at most 200, so that a wide range costs nothing. */
export function distinctLines(ranges: readonly Lines[]): number[] {
  const seen = new Set<number>();
  for (const [from, to] of ranges) {
    for (let line = from; line <= to && seen.size < 200; line++) seen.add(line);
  }
  return [...seen].sort((a, b) => a - b);
}

function shorten(text: string): string {
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE - 1)}…`;
}
