import { largePattern } from '../../language/large-pattern.ts';
import { lazy } from './lazy.ts';
import { readNames } from './name-list.ts';
import { inSimplified } from './simplified.ts';

/** Scripts that put no blanks between words: a word of theirs stands anywhere. */
const UNSPACED: ReadonlySet<string> = new Set(['zh', 'ja', 'ko']);
const CHINESE = 'zh';
/** No Chinese word is without one. */
const HAN = /[\u4e00-\u9fff]/;

/**
 * Words of one meaning in all languages (`words/blame.txt`), read and compiled when the first text is asked about. A line is
 * a language and its words, `de: wegen | schuld*`; each is a pattern of whole words, and one with a `*` behind it may go on.
 * `#` begins a comment. A Chinese word stands for both scripts. No list is whole: several signs together decide.
 */
export function wordList(meaning: string): (text: string) => boolean {
  const patterns = lazy(() => compiled(readNames(`words/${meaning}.txt`)));
  return (text) => {
    const small = text.toLowerCase();
    const { chinese, others } = patterns();
    return others().test(small) || (HAN.test(small) && chinese?.test(inSimplified(small)) === true);
  };
}

interface Patterns {
  /** Of simplified characters; null where the list has no Chinese word. */
  readonly chinese: RegExp | null;
  readonly others: () => RegExp;
}

/** Small letters on both sides: a pattern that folds case itself takes several times as long. */
function compiled(lines: readonly string[]): Patterns {
  const rows = lines.map((line) => {
    const [language = '', words = ''] = line.split(/: (?<words>.*)/s);
    return { language, words: words.split(' | ') };
  });
  const wordsOf = (isOf: (language: string) => boolean) =>
    rows.flatMap(({ language, words }) => (isOf(language) ? words : []));
  const spaced = wordsOf((language) => !UNSPACED.has(language));
  const unspaced = wordsOf((language) => UNSPACED.has(language) && language !== CHINESE);
  const chinese = wordsOf((language) => language === CHINESE);
  return {
    chinese: chinese.length > 0 ? new RegExp([...new Set(chinese.map(inSimplified))].join('|')) : null,
    others: largePattern([...(spaced.length > 0 ? [bordered(spaced)] : []), ...unspaced].join('|')),
  };
}

/**
 * Digits and small letters of all scripts, as ranges that leave out the marks between them: `\p{L}` costs more to compile
 * than all words of a list, and there are some forty lists.
 */
const LETTER = [
  '0-9a-z\\u00aa\\u00b5\\u00ba\\u00df-\\u02ff',
  // Greek to Hebrew, Arabic, and the scripts of India to Greek with accents.
  '\\u0370-\\u037d\\u037f-\\u060b\\u0620-\\u0669\\u066e-\\u06d3\\u06d5-\\u0963\\u0966-\\u1fff',
  '\\u2c00-\\u2dff\\u3005-\\u3007\\u3040-\\ud7ff\\uf900-\\ufdff\\uff10-\\uff19\\uff41-\\uffdc',
].join('');

function bordered(words: readonly string[]): string {
  const whole = words.filter((word) => !word.endsWith('*'));
  const begun = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  const ends = whole.length === 0 ? [] : [`(?:${byFirstLetter(whole)})(?![${LETTER}])`];
  const beginnings = begun.length === 0 ? [] : [byFirstLetter(begun)];
  // The sign before a word is part of the match: to look back at each place takes twice as long. The look at any sign behind
  // it says nothing; across one the engine does not work out how all words go on, which is half the time of compiling them.
  return `(?:^|[^${LETTER}'])(?=[^])(?:${[...ends, ...beginnings].join('|')})`;
}

const FIRST_LETTER = /^[a-z](?![?*+{])/;

/** Words of one letter share it: a place in a text is compared with some twenty letters, and not with every word. */
function byFirstLetter(words: readonly string[]): string {
  const groups = Map.groupBy(words, (word) => FIRST_LETTER.exec(word)?.[0] ?? '');
  return [...groups]
    .map(([letter, own]) => `${letter}(?:${own.map((word) => word.slice(letter.length)).join('|')})`)
    .join('|');
}
