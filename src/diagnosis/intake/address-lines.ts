/**
 * Words to the bot are no part of a dump: `case 3`, `案例 3:`, `@Stopcode case 3`, `report 3` at the beginning of a line.
 * Below a table such a line is a name and a number, which a row may be too.
 */
const ADDRESS =
  /^[ \t>*]{0,8}(?:@[\w.-]{1,40}(?: bot)?[,:：，]?[ \t]{0,4})?(?:\b(?:case|ticket|report)[ \t]{0,2}#?|(?:案例|案件|工单|报告)[ \t]{0,2}#?)\d{1,9}(?![\w.-])[ \t*]{0,4}[:：,，]?[ \t]{0,4}/gimu;
/** A mention alone; registers (`@rbx`, on a line of its own where a mail was narrow) have small letters. */
const MENTION = /^[ \t>*]{0,8}@[A-Z][\w.-]{1,40}(?: [Bb]ot)?[,:：，]?[ \t]{0,8}$/gmu;
const SIGNS = /case|ticket|report|案例|案件|工单|报告|@/i;

/** The text without the words that address the bot or a case; its lines keep their numbers. */
export function withoutAddress(text: string): string {
  return SIGNS.test(text) ? text.replace(ADDRESS, '').replace(MENTION, '') : text;
}
