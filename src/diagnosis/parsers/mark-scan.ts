import { MARKS, type Mark } from './marks.ts';

/**
 * Finds all words of `MARKS` in one pass over a text, upper or lower case (Aho and Corasick, "Efficient string
 * matching", 1975): each character costs one step, however many words there are.
 */
export interface WordMachine {
  /** Column of a character, 0 for those that no word has. */
  readonly columns: Uint8Array;
  /** The row that a character leads to, at `row << ROW_BITS | column`; row 0 is the start. */
  readonly next: Uint16Array;
  /** 1 for rows on which words are found; which marks they are of is in `found`, by row. */
  readonly ends: Uint8Array;
  readonly found: readonly (readonly number[])[];
}

/** Small letters, digits, marks and the Chinese characters of all words fit into a row. */
export const ROW_BITS = 7;

export const MARK_NAMES = Object.keys(MARKS) as Mark[];

let machine: WordMachine | null = null;

/** The machine for all marks, built at its first use: a start without a paste needs none. */
export function markMachine(): WordMachine {
  machine ??= buildMachine(MARK_NAMES.flatMap((name, mark) => MARKS[name].map((word) => ({ word, mark }))));
  return machine;
}

interface Word {
  readonly word: string;
  readonly mark: number;
}

function buildMachine(words: readonly Word[]): WordMachine {
  const columns = columnsOf(words);
  const most = words.reduce((sum, { word }) => sum + word.length, 1);
  const next = new Uint16Array(most << ROW_BITS);
  const found: number[][] = [[]];
  for (const { word, mark } of words) {
    let row = 0;
    for (let at = 0; at < word.length; at += 1) {
      const cell = (row << ROW_BITS) | (columns[word.charCodeAt(at)] ?? 0);
      if (next[cell] === 0) {
        next[cell] = found.push([]) - 1;
      }
      row = next[cell] ?? 0;
    }
    found[row]?.push(mark);
  }
  linkFallbacks(next, found);
  return { columns, next, ends: Uint8Array.from(found, (marks) => (marks.length > 0 ? 1 : 0)), found };
}

/** Capitals share the column of their small letters. */
function columnsOf(words: readonly Word[]): Uint8Array {
  const columns = new Uint8Array(0x10000);
  const characters = new Set(words.map(({ word }) => word).join(''));
  for (const [at, character] of [...characters].entries()) {
    columns[character.charCodeAt(0)] = at + 1;
    columns[character.toUpperCase().charCodeAt(0)] = at + 1;
  }
  return columns;
}

/** Where no word goes on, the longest end of what was read that begins a word does; row by row, the shortest first. */
function linkFallbacks(next: Uint16Array, found: number[][]): void {
  const fallback = new Uint16Array(found.length);
  const rows = [0];
  for (const row of rows) {
    for (let column = 1; column < 1 << ROW_BITS; column += 1) {
      const cell = (row << ROW_BITS) | column;
      const child = next[cell] ?? 0;
      const other = row === 0 ? 0 : (next[((fallback[row] ?? 0) << ROW_BITS) | column] ?? 0);
      if (child === 0) {
        next[cell] = other;
        continue;
      }
      fallback[child] = other;
      found[child] = [...new Set([...(found[child] ?? []), ...(found[other] ?? [])])];
      rows.push(child);
    }
  }
}
