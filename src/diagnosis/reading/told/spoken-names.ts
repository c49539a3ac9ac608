import { largePattern } from '../../../language/large-pattern.ts';
import { lazy } from '../../knowledge/lazy.ts';
import { readNames } from '../../knowledge/name-list.ts';
import { SCREEN } from './stop-words.ts';
import { tellsWhen } from './when-it-happened.ts';

const rows = lazy(() =>
  readNames('spoken-stops.txt').map((row) => {
    const [printed = '', words = ''] = row.split(/: (?<words>.*)/s);
    const name = printed.replace('!', '');
    const source = `(?<![\\w!])(?:${words.split(' | ').join('|')})(?!\\w)`;
    return { name, isSure: name !== printed, source, pattern: new RegExp(source) };
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

const CRASHES =
  /\b(?:(?:os|pc|windows|system|machine|computer|laptop) crashe[sd]|crashes (?:windows|the (?:os|pc|system|machine)))\b/;

/**
 * The stop that somebody calls by words of his own: "page fault into unpaged area". Only beside a word for a blue screen
 * are they one, or beside when it happened where nothing else is called so: "drv power state failure when undocking".
 * @param small a sentence in small letters
 * @returns its name in the public table; null where no such words stand there, or those of several stops
 */
export function spokenStop(small: string): string | null {
  if (SCREEN().test(small) || CRASHES.test(small)) {
    return spokenName(small);
  }
  const name = surelySpoken(small);
  return name !== null && tellsWhen(small) ? name : null;
}

function spokenName(small: string): string | null {
  if (!ANY()().test(small)) {
    return null;
  }
  const found = rows().filter(({ pattern }) => pattern.test(small));
  return found.length === 1 ? (found[0]?.name ?? null) : null;
}

/** The same where nothing else is called so: no word for a blue screen is needed. */
export function surelySpoken(small: string): string | null {
  const name = spokenName(small);
  return rows().some((row) => row.isSure && row.name === name && row.pattern.test(small)) ? name : null;
}

/** The names of the list: each must be one of the public table. */
export function spokenNames(): readonly string[] {
  return rows().map(({ name }) => name);
}
