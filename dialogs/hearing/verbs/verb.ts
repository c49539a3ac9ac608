import type { Text } from '#src/language/text.ts';
import type { Wish } from '../case-wish.ts';

/** A form of words and what is wished with it. */
export interface Verb {
  /** The group `said` is what the wish is made of, if anything. */
  readonly pattern: RegExp;
  /** Null where the words after the verb make no sense. */
  readonly wish: (said: string) => Wish | null;
}

/** What may follow the number of a case about one subject, in both languages. */
export interface Subject {
  /** Their words are kept as they were written, closing punctuation and courtesy and all. */
  readonly free?: readonly Verb[];
  /** The longer words before their beginnings. */
  readonly verbs?: readonly Verb[];
  /** The first word says what is meant; without a sensible rest it is asked for. */
  readonly asks?: { readonly pattern: RegExp; readonly hint: Text };
}

/** Between a field and its new value: `severity: A`, `severity is A`, `级别改为 A`. */
export const SET =
  '[ :：=]{0,2}(?:(?:is|to)[ :：]{1,2}|(?:换成|换为|改为|改成|改到|设为|设成|调整为|调整到|变更为|调为|调到|升到|升为|降到|降为|提到|为|是)[ :：]{0,2})?';

/** Not the beginning of a longer English word: a notebook is no note. */
export const END = '(?![A-Za-z])';

/** The wish of the first form that the words have. */
export function firstWish(verbs: readonly Verb[], words: string): Wish | null {
  for (const { pattern, wish } of verbs) {
    const match = pattern.exec(words);
    const { said = '' } = match?.groups ?? {};
    const read = match && wish(said.trim());
    if (read) {
      return read;
    }
  }
  return null;
}
