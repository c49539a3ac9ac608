import type { Text } from '#src/language/text.ts';

/** Characters that draw nothing, end a line, or turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu;
const LONGEST = 80;

/** The name of a file as it may be shown: it was chosen by whoever sent it. Both ends tell files apart. */
export function shownName(name: string): string {
  const plain = name
    .slice(0, 500)
    .replace(UNSEEN, ' ')
    .replace(/\s{1,100}/g, ' ')
    .trim()
    .toWellFormed();
  const characters = [...plain];
  if (characters.length <= LONGEST) {
    return plain === '' ? '?' : plain;
  }
  return `${characters.slice(0, LONGEST - 20).join('')}…${characters.slice(-19).join('')}`;
}

const MOST_NAMED = 12;

/** Several names in one sentence; of very many the first, and how many there are. */
export function shownNames(names: readonly string[]): Text {
  const shown = names.slice(0, MOST_NAMED).map(shownName);
  const hidden = names.length - shown.length;
  return {
    en: `${shown.map((name) => `"${name}"`).join(', ')}${hidden > 0 ? ` and ${hidden} more` : ''}`,
    zh: `${shown.map((name) => `“${name}”`).join('、')}${hidden > 0 ? `等 ${names.length} 个文件` : ''}`,
  };
}
