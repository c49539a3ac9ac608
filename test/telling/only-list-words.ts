import assert from 'node:assert/strict';
import { vocabulary } from './told-of.ts';

const KEYS =
  /"(?:language|verdicts|items|slots|culprit|confidence|strongest|name|role|verdict|text|refused|statements|cites|problems|statement|problem|question|crashes|subjects|place)":/g;
/** Our own words for languages, roles and verdicts. */
const FIXED =
  /^(?:English|Chinese|nobody|hardware|windows|high|medium|low|for|lead|against|other|reason|doubt|known|step|third|party|usb)$/;

/** Words that a request may hold besides those of our texts. */
interface Further {
  readonly isWord: (word: string) => boolean;
  readonly isChinese: (signs: string) => boolean;
}
const NONE: Further = { isWord: () => false, isChinese: () => false };

/** Promise 1: outside our fixed text a request holds list words and slots, and nothing else. */
export function assertOnlyListWords(sent: string, of: string, further = NONE): void {
  const rest = sent
    .replace(KEYS, ' ')
    .replace(/\{[A-Z]\d{1,4}\}/g, ' ')
    .replace(/"[EKRS]\d{1,3}"/g, ' ')
    .replace(/(?<=[[,: ]) ?\d{1,2}(?=[,}\]])/g, ' ');
  for (const word of rest.match(/[A-Za-z0-9_]+(?:['’][a-z]{1,3})?/g) ?? []) {
    const isKnown =
      vocabulary.isOurs(word) ||
      vocabulary.isMark(word) ||
      vocabulary.isChineseTerm(word) ||
      FIXED.test(word) ||
      further.isWord(word);
    assert.ok(isKnown, `${of}: ${word} is sent`);
  }
  for (const signs of rest.match(/\p{Script=Han}{2,}/gu) ?? []) {
    assert.ok(vocabulary.isChineseOfOurs(signs) || further.isChinese(signs), `${of}: ${signs} is sent`);
  }
  assert.doesNotMatch(rest, /[^\p{Script=Han} -~—–…·→“”‘’，。；：、？！（）《》]/u, of);
}
