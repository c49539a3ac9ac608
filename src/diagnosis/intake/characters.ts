/** Invisible marks that chat and PDF put between letters: zero-width, direction marks, soft hyphen, BOM. */
const INVISIBLE = /\p{Cf}/gu;
/** Controls, and what turns the reading direction: nobody's letters, and not to be read as if they were not there. */
const STEERING = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
const BLANK = /[\t\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const DASH = /[\u2010-\u2015\u2212\ufe58\ufe63]/g;
const SINGLE_QUOTE = /[\u2018-\u201b\u2032\u00b4]/g;
const DOUBLE_QUOTE = /[\u201c-\u201f\u2033]/g;
const NEEDS_CLEANING = /[^\n -~\u4e00-\u9fff]/;

/** True where a line holds what `cleanCharacters` or `restoreEmoji` may change; most lines hold none of it. */
export function needsCleaning(text: string): boolean {
  return NEEDS_CLEANING.test(text);
}

/** Brings look-alike characters back to what the debugger prints; leaves prose in other scripts as it is. */
export function cleanCharacters(text: string): string {
  return text
    .replace(BLANK, ' ')
    .replace(STEERING, ' ')
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(DASH, '-')
    .replace(SINGLE_QUOTE, "'")
    .replace(DOUBLE_QUOTE, '"')
    .replaceAll('\u2026', '...');
}
