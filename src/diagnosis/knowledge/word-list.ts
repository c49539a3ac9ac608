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
  return new RegExp([...(spaced.length > 0 ? [bordered(spaced)] : []), ...wordsOf(false)].join('|'), 'u');
}

function bordered(words: readonly string[]): string {
  const whole = words.filter((word) => !word.endsWith('*'));
  const begun = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  const ends = whole.length === 0 ? [] : [`(?:${whole.join('|')})(?![\\p{L}\\p{N}])`];
  return `(?<![\\p{L}\\p{N}'])(?:${[...ends, ...begun].join('|')})`;
}
