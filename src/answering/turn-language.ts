import { languageOfLocale } from '../language/language-of.ts';
import type { Language } from '../language/text.ts';
import type { Message } from '../ports/message.ts';

/** A paste is judged by its prose, where it is read; this is for everything said in a few words. */
const SHORT = 200;

/** The language to answer a message in: Chinese for few words that hold Chinese, else that of the author's client. */
export function turnLanguage({ text, locale }: Message): Language {
  if (text.length <= SHORT && /\p{Script=Han}/u.test(text)) {
    return 'zh';
  }
  return languageOfLocale(locale);
}
