import type { Text } from './text.ts';

/** The middle of a sentence made its beginning; what begins with a name (`acmeflt.sys`, `0x2a`) stays as it is. */
export function asSentence({ en, zh }: Text): Text {
  return { en: en.replace(/^[a-z]+(?= )/, (word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`), zh };
}
