import type { Paste } from '../diagnosis/crash.ts';
import type { Lines } from '../diagnosis/facts.ts';
import { inert, visible } from '../diagnosis/names/inert.ts';
import { distinctLines } from './distinct-lines.ts';
import { excerptAround, shares, wordsOf } from './excerpt.ts';
import { type PasteLines, pasteLines } from './paste-lines.ts';

const MOST_QUOTES = 4;

export interface Quote {
  readonly line: number;
  readonly text: string;
}

/** Quotes the lines that a claim cites. */
export type Quoter = (lines: readonly Lines[], claim: string) => readonly Quote[];

/**
 * A quoter for one paste: four lines at most, blank ones left out, long ones cut around what the claim is about. Of a
 * range of many lines only those are quoted that hold a word of the claim, where any does.
 */
export function quoter(pastes: readonly Paste[], source: string | null): Quoter {
  const paste = pastes.find((candidate) => candidate.source === source);
  const text = linesOf(paste ?? NOTHING);
  return (ranges, claim) => {
    const words = wordsOf(claim);
    const tellingOf = (range: Lines) => telling(distinctLines([range]), text, words);
    const lines = distinctLines(ranges.flatMap((range) => tellingOf(range).map((line) => [line, line] as const)));
    const quotes = lines.map((line) => ({ line, text: excerptAround(quotable(text.at(line)), words) }));
    return quotes.filter((quote) => quote.text !== '').slice(0, MOST_QUOTES);
  };
}

/** The lines of one range that say what is claimed; all of them where none shares a word with the claim. */
function telling(lines: readonly number[], text: PasteLines, words: readonly string[]): readonly number[] {
  if (lines.length <= 1) {
    return lines;
  }
  const found = lines.filter((line) => shares(text.at(line), words));
  return found.length > 0 ? found : lines;
}

/** A line may be megabytes long; what is cited stands in its beginning. */
const LONGEST = 20_000;

/** Character for character, but for those that cannot be seen or that a card, a mail or a terminal would take for its own. */
function quotable(line: string): string {
  return inert(visible(line.slice(0, LONGEST))).trim();
}

const NOTHING: Paste = { source: null, text: '' };

/** Looked through once per paste: one of 8 MB may hold a hundred crashes that all quote from it. */
const known = new WeakMap<Paste, PasteLines>();

function linesOf(paste: Paste): PasteLines {
  const lines = known.get(paste) ?? pasteLines(paste.text);
  known.set(paste, lines);
  return lines;
}
