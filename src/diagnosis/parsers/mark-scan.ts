import type { Marks } from './marks.ts';

/**
 * Finds all words of many lists in one pass over a text, upper or lower case (Aho and Corasick, "Efficient string
 * matching", 1975): each character costs one step, however many words there are.
 */
export interface WordMachine {
  /** Column of a character, 0 for those that no word has. */
  readonly columns: Uint8Array;
  /** Bits of a column: as many as the characters of all words need. */
  readonly rowBits: number;
  /** The row that a character leads to, at `row << rowBits | column`; row 0 is the start. With `ENDS` where words are found there. */
  readonly next: Uint16Array;
  /** By row, which lists the words found on it are of. */
  readonly found: readonly (readonly number[])[];
}

/** A column is one byte: so many characters all words may have together, in all their scripts. */
export const MOST_CHARACTERS = 255;

/** Added to the number of a row on which words are found, so that a character costs one look. */
export const ENDS = 0x8000;

/** The number of a list is its place among them. */
export function buildMachine(declared: readonly Marks[]): WordMachine {
  const words = declared.flatMap((marks, mark) => marks.map((word) => ({ word, mark })));
  const characters = new Set(words.map(({ word }) => word).join(''));
  const columns = columnsOf(characters);
  const nodes: Node[] = [{ children: new Map(), marks: [] }];
  for (const { word, mark } of words) {
    let row = 0;
    for (let at = 0; at < word.length; at += 1) {
      row = childOf(nodes, row, columns[word.charCodeAt(at)] ?? 0);
    }
    nodes[row]?.marks.push(mark);
  }
  if (nodes.length > ENDS) {
    throw new RangeError(`${nodes.length} rows leave no bit to mark those on which words are found`);
  }
  // Column 0 is no character's. Narrow rows keep the table small, and with it near the processor.
  const rowBits = 32 - Math.clz32(characters.size);
  const next = linkRows(nodes, rowBits);
  const found = nodes.map(({ marks }) => marks);
  return { columns, rowBits, next: next.map((row) => ((found[row] ?? []).length > 0 ? row | ENDS : row)), found };
}

/** What was read up to a row, as a tree of words; the row is its place in the list. */
interface Node {
  readonly children: Map<number, number>;
  marks: number[];
}

function childOf(nodes: Node[], row: number, column: number): number {
  const known = nodes[row]?.children.get(column);
  if (known !== undefined) {
    return known;
  }
  const child = nodes.push({ children: new Map(), marks: [] }) - 1;
  nodes[row]?.children.set(column, child);
  return child;
}

/** Capitals share the column of their small letters. */
function columnsOf(characters: ReadonlySet<string>): Uint8Array {
  const columns = new Uint8Array(0x10000);
  // A column too many would be taken for another one, and other words would be found than are there.
  if (characters.size > MOST_CHARACTERS) {
    throw new RangeError(`${characters.size} characters in all marks do not fit into ${MOST_CHARACTERS} columns`);
  }
  for (const [at, character] of [...characters].entries()) {
    columns[character.charCodeAt(0)] = at + 1;
    columns[character.toUpperCase().charCodeAt(0)] = at + 1;
  }
  return columns;
}

/**
 * Where no word goes on, the longest end of what was read that begins a word does: a row starts as a copy of that row.
 * Shortest first, so that the row to copy is already complete.
 */
function linkRows(nodes: readonly Node[], rowBits: number): Uint16Array {
  const next = new Uint16Array(nodes.length << rowBits);
  const fallback = new Uint16Array(nodes.length);
  const rows = [0];
  for (const row of rows) {
    const begin = row << rowBits;
    const copied = (fallback[row] ?? 0) << rowBits;
    next.copyWithin(begin, copied, copied + (1 << rowBits));
    for (const [column, child] of nodes[row]?.children ?? []) {
      const other = row === 0 ? 0 : (next[begin | column] ?? 0);
      fallback[child] = other;
      next[begin | column] = child;
      addMarks(nodes[child], nodes[other]);
      rows.push(child);
    }
  }
  return next;
}

function addMarks(node: Node | undefined, shorter: Node | undefined): void {
  if (node !== undefined && shorter !== undefined && shorter.marks.length > 0) {
    node.marks = [...new Set([...node.marks, ...shorter.marks])];
  }
}
