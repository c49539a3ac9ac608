import { readFileSync } from 'node:fs';

/** Which words a model may be told of, and may say. No word is a name. */
export interface Vocabulary {
  /** A word of our own texts: only these are sent. In any case of letters. */
  readonly isOurs: (word: string) => boolean;
  /** A word of our own texts or of everyday English: all that a model may say. */
  readonly isWord: (word: string) => boolean;
  /** `IRQL`, `LIST_ENTRY`: a public name in capitals that our own texts print. Letter by letter. */
  readonly isMark: (word: string) => boolean;
  /** Whether our own texts hold every two neighbours of these Chinese signs. */
  readonly isChineseOfOurs: (signs: string) => boolean;
  /** Latin words that stand in Chinese prose as they are. Letter by letter. */
  readonly isChineseTerm: (word: string) => boolean;
}

/**
 * Reads the kept lists: `src/telling/words/`, which `npm run words` writes of our texts, our tables and SCOWL (see there), and
 * `prompts/terms.zh.txt`.
 */
export function loadVocabulary(): Vocabulary {
  const ours = list('words/ours.en.txt');
  const common = list('words/common.en.txt');
  const marks = list('words/marks.txt');
  const pairs = list('words/pairs.zh.txt');
  const terms = list('../../prompts/terms.zh.txt');
  const isOurs = (word: string) => ours.has(word.toLowerCase().replaceAll('’', "'"));
  return {
    isOurs,
    isWord: (word) => isOurs(word) || common.has(word.toLowerCase().replaceAll('’', "'")),
    isMark: (word) => marks.has(word),
    isChineseOfOurs: (signs) => {
      const all = [...signs];
      return all.slice(1).every((sign, at) => pairs.has(`${all[at]}${sign}`));
    },
    isChineseTerm: (word) => terms.has(word),
  };
}

function list(file: string): ReadonlySet<string> {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8').split(/\r?\n/);
  return new Set(lines.filter((line) => line !== '' && !line.startsWith('#')));
}
