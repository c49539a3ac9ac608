import type { Knowledge } from '../diagnosis/knowledge/knowledge.ts';

/** The longest name of the reference has nine words. */
const MOST_WORDS = 12;

/**
 * Parts the words after `explain` into the stop code and its arguments. Stop screens print names with blanks, so a name
 * may come as several words: `irql not less or equal 4 2`.
 */
export function splitQuestion(
  words: readonly string[],
  knowledge: Knowledge,
): { readonly code: string; readonly args: readonly string[] } {
  for (let count = Math.min(words.length, MOST_WORDS); count > 1; count--) {
    const name = words.slice(0, count).join(' ');
    if (knowledge.bugcheckByName(name)) return { code: name, args: words.slice(count) };
  }
  return { code: words[0] ?? '', args: words.slice(1) };
}
