import { findCustomerNumber } from '#src/cases/customer-number.ts';

/** A line that names one case somewhere, and the same line without that. */
export interface NamingCase {
  /** Its number, as it was typed. */
  readonly ref: string;
  readonly rest: string;
  /** What stands before the case is named. */
  readonly before: string;
  /** Known by the customer's number: the line may hold that for another reason. */
  readonly isCustomers?: boolean;
}

const LINK = '(?<![\\p{L}])(?:for|of|on|about|regarding|to|into|in|from) (?:the )?';
const NAMED = new RegExp(
  `(?:${LINK})?(?:(?<![\\p{Script=Latin}])(?:case|ticket)|案例|案件|工单) ?#?(?<ref>\\d{1,6})(?![\\w-])(?: ?号)?(?: ?(?:的|里面|里|中|上)|'s)?`,
  'giu',
);
const LONGEST = 160;

/** Null where a line names none, or several. */
export function takeCase(line: string): NamingCase | null {
  if (line.length > LONGEST || line.includes('\n')) {
    return null;
  }
  const [found, another] = [...line.matchAll(NAMED)];
  if (!found || another) {
    return null;
  }
  const [before, behind] = [
    line.slice(0, found.index).replace(/(?:给|对|在|往|为|把|将) ?$/u, ''),
    line.slice(found.index + found[0].length),
  ];
  const rest = `${before.trimEnd()} ${behind.trimStart()}`.replace(/ (?=[,，.。:：;；!！?？])/gu, '');
  return {
    ref: found.groups?.ref ?? '',
    rest: rest.replace(/^[ ,，.。:：;；、]{1,4}|[ ,，、]{1,4}$/gu, ''),
    before: before.trim(),
  };
}

/** Of a version, an update or a day, which are no case's. */
const NO_CASE = /\.|^(?:KB|v|20\d{6}$)/iu;

/** `is 2406-11873 still open?`: a case by the customer's number. Null where a line names none. */
export function takeNumbered(line: string): NamingCase | null {
  const ref =
    line.length > LONGEST || line.includes('\n') ? null : findCustomerNumber(line.replace(/[?？。.!！]+$/u, ''));
  if (ref === null || NO_CASE.test(ref)) {
    return null;
  }
  const [before = '', ...behind] = line.split(ref);
  const around = `${before.replace(ASKING_OF, '').trimEnd()} ${behind
    .join(ref)
    .replace(/^ ?(?:的|现在|'s)/u, '')
    .trimStart()}`;
  return { ref, rest: around.trim(), before: before.trim(), isCustomers: true };
}

const ASKING_OF = /(?<![a-z])(?:for|of|on|about|with|case|ticket|案例|案件|工单) ?#?$/iu;

const NUMBERS: Readonly<Record<string, number>> = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 },
};
const SPELT =
  /(?<word>case|ticket|案例|案件|工单) ?(?:(?<english>one|two|three|four|five|six|seven|eight|nine|ten)(?![a-z])|(?<chinese>[一二三四五六七八九十])(?![个位\p{N}一二三四五六七八九十]))/iu;
const SIGN = /(?<![\p{L}\p{N}#&/])#(?<number>\d{1,6})(?![\p{L}\p{N}])/u;
const NUMBER_FIRST = /(?<![A-Za-z\p{N}])第? ?(?<number>\d{1,6}) ?号 ?(?<word>案例|案件|工单|case)/iu;
/** `close 3, driver updated`: with a mark behind the number it is no number of things. */
const ALONE =
  /^(?<verb>close|snooze|take|assign|delete|delay|push|remind me (?:about|of)|chase|follow up on) #?(?<number>\d{1,4})(?=$|[,，:：;；]| (?:on|in|until|till|to|next|tomorrow)(?![a-z]))/iu;
const BEFORE_SIGN = /(?:case|ticket|案例|案件|工单) ?$/iu;

/** `case three`, `案例三`, `#3`, `3号案例` as `case 3`, `案例 3`. */
export function withDigits(line: string): string {
  return line
    .replace(ALONE, '$<verb> case $<number>')
    .replace(SPELT, (...found) => {
      const { word, english, chinese } = found.at(-1) as Record<string, string | undefined>;
      return `${word} ${NUMBERS[(english ?? chinese ?? '').toLowerCase()]}`;
    })
    .replace(NUMBER_FIRST, '$<word> $<number>')
    .replace(SIGN, (sign, _number, at: number, whole: string) =>
      BEFORE_SIGN.test(whole.slice(0, at)) ? sign : `case ${sign.slice(1)}`,
    );
}
