import type { Language } from '../language/text.ts';
import type { Vocabulary } from './vocabulary.ts';

const SLOT = /\{[A-Z]\d{1,4}\}/g;
const LATIN = /[A-Za-z0-9_]+(?:['’][a-z]{1,3})?/g;
const HAN = /\p{Script=Han}+/gu;
/** Letters, digits and signs of other scripts, and what nobody sees. */
const STRANGE = /[^\p{Script=Han} -~—–…·→“”‘’，。；：、？！（）《》]/u;

/** Whether a text holds words of our own texts and slots, and nothing else. */
export function isSendable(text: string, language: Language, vocabulary: Vocabulary): boolean {
  const words = text.replace(SLOT, ' ');
  if (text.trim() === '' || STRANGE.test(words)) {
    return false;
  }
  const isKnown = (word: string) =>
    vocabulary.isOurs(word) || vocabulary.isMark(word) || vocabulary.isChineseTerm(word);
  const isChinese = (words.match(HAN) ?? []).every(vocabulary.isChineseOfOurs);
  return (words.match(LATIN) ?? []).every(isKnown) && (language === 'zh' ? isChinese : !/\p{Script=Han}/u.test(words));
}
