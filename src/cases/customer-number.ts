/** At least six characters of the kinds that ticket systems use, five digits among them. */
const NUMBER_LIKE = /^[A-Za-z0-9][A-Za-z0-9_./#-]{5,59}$/;
const HEX = /^0x[0-9a-f]+$/i;
const DATE = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/;
const AROUND = /[\s,，;；:：()（）[\]【】<>《》"“”]+/;

/**
 * The customer's number in a title or a subject line (`120081126000849`, `CAS-02698-C5V4N5`), null where there is none.
 * Hex values and dates are no numbers of a case.
 */
export function findCustomerNumber(line: string): string | null {
  return line.slice(0, 500).split(AROUND).find(isNumber) ?? null;
}

/** A title without that number, which stands beside it anyway; the title itself where nothing else would be left. */
export function withoutNumber(title: string, number: string | null): string {
  if (number === null) return title;
  const rest = title.replace(number, ' ').replace(/[[(（【]\s{0,3}(?:[A-Za-z]{1,10}[:：#]\s{0,3})?[\])）】]/u, ' ');
  const tidy = rest.replace(/\s{1,20}/g, ' ').replace(/^[\s:：,，–-]{1,5}|[\s:：,，–-]{1,5}$/gu, '');
  return tidy === '' ? title : tidy;
}

function isNumber(word: string): boolean {
  if (!NUMBER_LIKE.test(word) || HEX.test(word) || DATE.test(word)) return false;
  return (word.match(/\d/g) ?? []).length >= 5;
}

/** Whether a text names this number as a word of its own. */
export function mentionsNumber(text: string, number: string): boolean {
  const wanted = number.toLowerCase();
  const hay = text.toLowerCase();
  for (let at = hay.indexOf(wanted); at >= 0; at = hay.indexOf(wanted, at + 1)) {
    if (!isWordCharacter(hay[at - 1]) && !isWordCharacter(hay[at + wanted.length])) return true;
  }
  return false;
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[a-z0-9_-]/.test(character);
}
