import type { Language } from '../language/text.ts';
import type { ProblemKind } from './problem.ts';
import type { Item, Told } from './told.ts';
import type { Vocabulary } from './vocabulary.ts';

const SLOT = /\{(?<name>[A-Z]\d{1,4})\}/g;
const HAN = /\p{Script=Han}/u;
/** All that may stand beside words and slots. A dot or a slash within a word would make an address or a path of it. */
const SIGNS: Readonly<Record<Language, RegExp>> = {
  en: /[^A-Za-z0-9 .,;:?!'’"“”()%+\u2013\u2014\u2192-]/,
  zh: /[^\p{Script=Han}A-Za-z0-9 ，。；：？！、“”‘’（）《》—…·→,.;:?!()%+-]/u,
};
const WITHIN =
  /[A-Za-z0-9][.:!?%](?=[A-Za-z0-9])|(?<![A-Za-z)}”"])[.:](?=[A-Za-z])|(?:^|\s)[-!.]{1,3}(?=[A-Za-z])|--|!\s{0,2}!/;
const WORD = /[A-Za-z]+(?:['’][A-Za-z]{1,3})?/g;
const MARK = /(?<!\w)[A-Z][A-Z0-9_]+(?!\w)/g;
const CAPITALS = /^[A-Z]{2,}$/;

/** In words of English; in signs of Chinese. A slot counts as one. */
export function wordCount(text: string, language: Language): number {
  const plain = text.replace(SLOT, ' W ');
  return language === 'zh' ? plain.replace(/\s/g, '').length : (plain.match(/\S+/g)?.length ?? 0);
}

/** What a statement is made of: signs, slots and words, whatever they claim. */
export function signProblems(
  text: string,
  cited: readonly Item[],
  { language, slots, verdicts }: Told,
  vocabulary: Vocabulary,
): ProblemKind[] {
  const used = [...text.matchAll(SLOT)].map(({ groups }) => groups?.name ?? '');
  const words = text.replace(SLOT, ' ').replace(MARK, (mark) => (isCitedMark(mark, cited, vocabulary) ? ' ' : mark));
  const held = new Set(cited.flatMap((item) => item.text.match(SLOT) ?? []));
  const culprits = cited.map(({ of }) => verdicts[of]?.culprit);
  const isCited = (name: string) => held.has(`{${name}}`) || culprits.includes(`{${name}}`);
  const isKnown = (name: string) => slots.some((slot) => slot.name === name);
  const found: ProblemKind[] = [];
  if (words.trim().replace(/[^\p{L}]/gu, '').length < 2) {
    found.push('empty');
  }
  if (/[{}]/.test(words) || !used.every(isKnown)) {
    found.push('broken-slot');
  } else if (!used.every(isCited)) {
    found.push('uncited-slot');
  }
  if (SIGNS[language].test(words.replace(/[{}]/g, '')) || WITHIN.test(words)) {
    found.push('strange-sign');
  }
  if (/\d/.test(words)) {
    found.push('digit');
  }
  return [
    ...found,
    ...(language === 'zh' ? chineseProblems(words, cited, vocabulary) : englishProblems(words, vocabulary)),
  ];
}

function chineseProblems(words: string, cited: readonly Item[], vocabulary: Vocabulary): ProblemKind[] {
  const latin = words.match(/[A-Za-z]+(?:-[A-Za-z]+)*/g) ?? [];
  return [
    ...(HAN.test(words) ? [] : (['wrong-language'] as const)),
    ...(latin.every((word) => vocabulary.isChineseTerm(word) || isHeld(word, cited)) ? [] : (['latin'] as const)),
  ];
}

function englishProblems(words: string, vocabulary: Vocabulary): ProblemKind[] {
  if (HAN.test(words)) {
    return ['wrong-language'];
  }
  const found: ProblemKind[] = [];
  for (const word of words.match(WORD) ?? []) {
    if (CAPITALS.test(word) && vocabulary.isMark(word)) {
      if (!EVERYWHERE.has(word)) {
        found.push('uncited-name');
      }
    } else if (!vocabulary.isWord(word.replace(/['’]s$/, ''))) {
      found.push('word');
    }
  }
  return found;
}

/** A public name that an item which is cited prints, letter by letter. */
function isCitedMark(mark: string, cited: readonly Item[], vocabulary: Vocabulary): boolean {
  return vocabulary.isMark(mark) && isHeld(mark, cited);
}

function isHeld(word: string, cited: readonly Item[]): boolean {
  return cited.some(({ text }) => new Set<string>(text.replace(SLOT, ' ').match(/\w+/g)).has(word));
}

/** Words of the trade, not of a crash. */
const EVERYWHERE: ReadonlySet<string> = new Set([
  'IRQL',
  'NULL',
  'DPC',
  'IRP',
  'ISR',
  'CPU',
  'APC',
  'USB',
  'RAM',
  'IO',
  'DMA',
]);
