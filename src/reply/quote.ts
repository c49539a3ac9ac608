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
 * The quoters of several pastes, by the source of each. A paste is looked through once and only where something is quoted
 * of it: one of 8 MB may hold a hundred crashes that all quote from it.
 */
export function quoters(pastes: readonly Paste[]): (source: string | null) => Quoter {
  const made = new Map<string | null, Quoter>();
  return (source) => {
    const quoter = made.get(source) ?? quoterOf(pastes.find((paste) => paste.source === source)?.text ?? '');
    made.set(source, quoter);
    return quoter;
  };
}

/**
 * A quoter for one text: four lines at most, blank ones left out, long ones cut around what the claim is about. Of a
 * range of many lines only those are quoted that hold a word of the claim, where any does.
 */
export function quoterOf(paste: string): Quoter {
  const text = pasteLines(paste);
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
