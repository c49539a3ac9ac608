import { isExplaining, isThought } from './sentence-signs.ts';
import type { Sentence } from './sentences.ts';
import type { StopNames } from './stop-names.ts';
import { STOP } from './stop-words.ts';
import { withoutNames } from './without-names.ts';

const ANNOUNCES = /[:：]\W{0,6}$/;
/** "Which of these blue screens come from memory:" */
const ASKS =
  /^\W{0,6}(?:which|what|who|why|how|welche[rs]?|was|quels?|quelles?|cuáles|qué|quais|quali|какие|哪些|どの|어떤)(?![\p{L}])/iu;
/** One name below a colon may be the rest of the sentence. */
const FEWEST = 2;
const LONGEST_ROW = 120;
/** What may stand beside the name in a row: its code, a file, a day or a number. */
const BESIDE_NAME = /\b0x[0-9a-f]{1,16}\b|\([0-9a-f]{1,3}\)|[\w-]{1,60}\.sys\b|\b\d{1,4}(?:[./-]\d{1,4}){0,2}\b/gi;

/** The line is the name of a stop, with its code, a file or a day, and has no other words. */
export function isBareStop(text: string, names: StopNames): boolean {
  if (text.length > LONGEST_ROW || names.in(text).length !== 1) {
    return false;
  }
  return !/[\p{L}\p{N}]/u.test(withoutNames(text, names).replace(BESIDE_NAME, ' '));
}

/** The sentence above a list of stops. */
export interface Announcement {
  readonly at: number;
  /** It explains, supposes or asks: its stops are nobody's. */
  readonly isOfNobody: boolean;
}

/**
 * Lists of stops: "All three that I got:" and below it a name in each line. Whose stops they are says the sentence above.
 * @returns for the place of a row the sentence that announces it
 */
export function announcedRows(sentences: readonly Sentence[], names: StopNames): ReadonlyMap<number, Announcement> {
  const rows = new Map<number, Announcement>();
  for (const [at, { text }] of sentences.entries()) {
    if (!ANNOUNCES.test(text) || !STOP().test(text)) {
      continue;
    }
    const isOfNobody = isExplaining(text) || isThought(text) || ASKS.test(text);
    const below = sentences.slice(at + 1);
    const end = below.findIndex((row) => !isBareStop(row.text, names));
    const count = end === -1 ? below.length : end;
    for (let row = 1; count >= FEWEST && row <= count; row += 1) {
      rows.set(at + row, { at, isOfNobody });
    }
  }
  return rows;
}
