import type { Text } from '../../language/text.ts';
import { lazy } from './lazy.ts';
import { readTable } from './read-table.ts';
import type { TermRow } from './term-row.ts';

/** A word of the trade, by the first of its names, and what it means. */
export interface Term {
  readonly name: Text;
  readonly meaning: Text;
}

export interface TermTable {
  /** By any of its names, in whatever case. */
  readonly find: (name: string) => Term | null;
  /** All names, longest first, in lower case: `pool tag` before `pool`. */
  readonly names: () => readonly string[];
}

export function termTable(): TermTable {
  const terms = lazy(() => byName(readTable<TermRow>('terms.json')));
  const names = lazy(() => [...terms().keys()].sort((a, b) => b.length - a.length));
  return { find: (name) => terms().get(name.trim().toLowerCase()) ?? null, names };
}

function byName(rows: readonly TermRow[]): ReadonlyMap<string, Term> {
  const found = new Map<string, Term>();
  for (const { words, en, zh } of rows) {
    const [english, chinese] = [words.en.split(' | '), words.zh === '' ? [] : words.zh.split(' | ')];
    const first = english[0] ?? '';
    const term = { name: { en: first, zh: chinese[0] ?? first }, meaning: { en, zh } };
    for (const name of [...english, ...chinese]) {
      found.set(name, term);
    }
  }
  return found;
}
