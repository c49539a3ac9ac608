import { LANGUAGES, type Text } from './text.ts';

/** What stands between the parts of a sentence, and how parts are put together with it. */

/** Between a title and its text. */
export const COLON: Text = { en: ': ', zh: '：' };
/** Between half-sentences. */
export const COMMA: Text = { en: ', ', zh: '，' };
/** Between the names of a list: Chinese has a comma of its own for it. */
export const LIST_COMMA: Text = { en: ', ', zh: '、' };

/** Between parts that have commas of their own. */
export const SEMICOLON: Text = { en: '; ', zh: '；' };

/** One text of several; a name is the same in every language. */
export function joined(parts: readonly (Text | string)[], between: Text): Text {
  return inEach((language) => {
    const said = parts.map((part) => (typeof part === 'string' ? part : part[language]));
    return said.join(between[language]);
  });
}

/** The text that a function writes language by language. */
export function inEach(write: (language: (typeof LANGUAGES)[number]) => string): Text {
  return Object.fromEntries(LANGUAGES.map((language) => [language, write(language)])) as Text;
}
