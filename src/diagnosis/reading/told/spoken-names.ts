import { largePattern } from '../../../language/large-pattern.ts';
import { lazy } from '../../knowledge/lazy.ts';
import { readNames } from '../../knowledge/name-list.ts';

const rows = lazy(() =>
  readNames('spoken-stops.txt').map((row) => {
    const [name = '', words = ''] = row.split(/: (?<words>.*)/s);
    const source = `(?<![\\w!])(?:${words.split(' | ').join('|')})(?!\\w)`;
    return { name, source, pattern: new RegExp(source) };
  }),
);
/** The cheap look before them: most sentences hold no such words. */
const ANY = lazy(() =>
  largePattern(
    rows()
      .map(({ source }) => source)
      .join('|'),
  ),
);

/**
 * The stop that somebody calls by words of his own: "page fault into unpaged area". Only beside a word for a blue screen
 * are they one.
 * @param small a sentence in small letters
 * @returns its name in the public table; null where no such words stand there, or those of several stops
 */
export function spokenName(small: string): string | null {
  if (!ANY()().test(small)) {
    return null;
  }
  const found = rows().filter(({ pattern }) => pattern.test(small));
  return found.length === 1 ? (found[0]?.name ?? null) : null;
}

/** The names of the list: each must be one of the public table. */
export function spokenNames(): readonly string[] {
  return rows().map(({ name }) => name);
}
