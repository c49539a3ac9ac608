import { lazy } from './lazy.ts';
import { readNames } from './name-list.ts';

/** Scripts that put no blanks between words: a word of theirs stands anywhere. */
const UNSPACED: ReadonlySet<string> = new Set(['zh', 'ja', 'ko']);

/**
 * Words of one meaning in all languages (`words/blame.txt`), read and compiled when the first text is asked about. A line is
 * a language and its words, `de: wegen | schuld*`; each is a pattern of whole words, and one with a `*` behind it may go on.
 * `#` begins a comment. No list is whole: several signs together decide.
 */
export function wordList(meaning: string): (text: string) => boolean {
  const pattern = lazy(() => compiled(readNames(`words/${meaning}.txt`)));
  return (text) => pattern().test(text.toLowerCase());
}

/** Small letters on both sides: a pattern that folds case itself takes several times as long. */
function compiled(lines: readonly string[]): RegExp {
  const rows = lines.map((line) => {
    const [language = '', words = ''] = line.split(/: (?<words>.*)/s);
    return { isSpaced: !UNSPACED.has(language), words: words.split(' | ') };
  });
  const wordsOf = (isSpaced: boolean) => rows.flatMap((row) => (row.isSpaced === isSpaced ? row.words : []));
  const spaced = wordsOf(true);
  return new RegExp([...(spaced.length > 0 ? [bordered(spaced)] : []), ...wordsOf(false)].join('|'));
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
  const ends = whole.length === 0 ? [] : [`(?:${whole.join('|')})(?![${LETTER}])`];
  return `(?<![${LETTER}'])(?:${[...ends, ...begun].join('|')})`;
}
