import type { Language } from '#src/language/text.ts';
import type { Vocabulary } from '#src/telling/vocabulary.ts';
import { askingSigns, isAskingWord } from '../vocabulary.ts';

const PART = /\{[A-Z]\d{1,4}\}|\p{Script=Han}+|[^\s\p{Script=Han}{}]+|\s+|[{}]/gu;
const SLOT = /^\{[A-Z]\d{1,4}\}$/;
const HAN = /^\p{Script=Han}/u;
/** A word of English between marks that may stand around one. */
const WORD = /^(?<before>["'(]?)(?<word>[a-z]+(?:'[a-z]{1,3})?)(?<behind>[)"'.,:;?!%]{0,3})$/;
const SIGNS = /^[-.,:;?!，。：；？！、]{1,3}$/;
const HIDDEN = '…';

/**
 * A question in small letters with `…` for every word that is in no list of ours: names of people, hosts and products, numbers,
 * secrets. `capitals`: words that were typed with a capital, small: such a word
 * is a name, unless questions are made of it.
 */
export function listWords(
  text: string,
  language: Language,
  capitals: ReadonlySet<string>,
  vocabulary: Vocabulary,
): string {
  const isListed = (word: string) => isAskingWord(word) || (!capitals.has(word) && vocabulary.isWord(word));
  const shown = (part: string): string => {
    if (SLOT.test(part) || /^\s/.test(part) || SIGNS.test(part)) {
      return part;
    }
    if (HAN.test(part)) {
      return language === 'zh' ? askingSigns(part, HIDDEN) : HIDDEN;
    }
    const { before = '', word = '', behind = '' } = WORD.exec(part)?.groups ?? {};
    return word !== '' && isListed(word) ? `${before}${word}${behind}` : HIDDEN;
  };
  const parts = text.match(PART) ?? [];
  return parts
    .map(shown)
    .join('')
    .replace(/…{2,}|…(?: …)+/g, HIDDEN);
}
