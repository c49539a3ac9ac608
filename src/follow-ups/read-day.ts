import { Temporal } from 'temporal-polyfill';
import { readDay as readWeekday } from './read-days.ts';
import { mondayOf, readEnd } from './read-end.ts';
import type { FollowUpSetting } from './setting.ts';
import { withoutHour } from './without-hour.ts';
import { addWorkingDays } from './working-days.ts';

type Calendar = Pick<FollowUpSetting, 'days' | 'holidays'>;

const COUNT = '\\d{1,3}|a couple(?: of)?|couple(?: of)?|a few|few|an?|one|two|three|four|five|six|seven|eight|nine|ten';
const IN_DAYS = new RegExp(
  `^(?:in |after |for |within )?(?:the next |about |another )?(?<count>${COUNT}) ?(?<working>working |work |business )?(?<unit>days?|weeks?|wks?|months?)(?:'s?)?(?: from now| later| time| or so)?$`,
);
const IN_DAYS_ZH =
  /^(?:再?过|等|隔|晚)?(?<count>\d{1,3}|[一二两三四五六七八九十几]{1,2}|半) ?个?(?<unit>工作日|天|日|周|星期|礼拜|月)(?:之?后|以后)?$/u;
const ISO = /^(?<year>\d{4})[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?$/u;
const MONTH_DAY_ZH = /^(?<month>\d{1,2})月(?<day>\d{1,2})[日号]$/u;
/** Only where one of the two numbers can be no month is it known which is the day. */
const SLASHED = /^(?<first>\d{1,2})\/(?<second>\d{1,2})$/;
const DAY_OF_MONTH_ZH = /^(?<which>下个?月|本月|这个?月)?(?<day>\d{1,2})[日号]$/u;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_DAY = /^(?<name>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\d{4}))?$/;
const DAY_MONTH = /^(?<day>\d{1,2})(?:st|nd|rd|th|\.)?(?: of)? (?<name>[a-z]{3,9})\.?(?:,? (?<year>\d{4}))?$/;
const WEEKDAY =
  /^(?:on |the )?(?:(?<next>next(?: week)?|nxt|the following) |(?:this|the coming|coming|this coming) )?(?<name>[a-z]{3,9})(?<nextWeek> next week)?$/;
const WEEKDAY_ZH = /^(?<which>下下个?|下个?|本|这个?)?(?<name>(?:周|週|星期|礼拜)[一二三四五六日天])$/u;

const WORDS: Readonly<Record<string, number>> = {
  today: 0,
  tonight: 0,
  'this evening': 0,
  'this afternoon': 0,
  'later today': 0,
  eod: 0,
  cob: 0,
  'end of day': 0,
  'end of the day': 0,
  'close of business': 0,
  tmw: 1,
  '2moro': 1,
  明儿: 1,
  后儿: 2,
  下班前: 0,
  下班: 0,
  tmrw: 1,
  tmr: 1,
  明早: 1,
  明晚: 1,
  今晚: 0,
  今天: 0,
  今日: 0,
  tomorrow: 1,
  明天: 1,
  明日: 1,
  后天: 2,
  大后天: 3,
  'the day after tomorrow': 2,
  'day after tomorrow': 2,
};

const NUMBERS: Readonly<Record<string, number>> = {
  ...{ 'a couple': 2, 'a couple of': 2, couple: 2, 'couple of': 2, 'a few': 3, few: 3, 几: 3 },
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 },
};

/**
 * The day that a phrase means, seen from `today`: `today`, `2026-12-01`, `in 3 days`, `3 working days`, `next Monday`,
 * `下周一`, `12月1日`. Null where it means none, or one that is over.
 *
 * A weekday alone is the next one after today. `下周一` and `next Monday` are the Monday of next week, whatever day it is
 * today: who means the one of this week says `Monday`. People disagree about it, so every answer tells the weekday.
 */
export function readFollowUpDay(
  phrase: string,
  today: Temporal.PlainDate,
  calendar: Calendar,
): Temporal.PlainDate | null {
  const whole = phrase.trim().toLowerCase().slice(0, 60);
  const text = withoutHour(whole);
  const day =
    byWord(whole, today) ??
    byWord(text, today) ??
    readEnd(text, today) ??
    byCount(text, today, calendar) ??
    byDate(text, today) ??
    byWeekday(text, today);
  return day && Temporal.PlainDate.compare(day, today) >= 0 ? day : null;
}

function byWord(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const days = Object.hasOwn(WORDS, text) ? WORDS[text] : undefined;
  if (days !== undefined) {
    return today.add({ days });
  }
  if (/^(?:in )?(?:a )?fortnight$/.test(text)) {
    return today.add({ weeks: 2 });
  }
  return /^(?:early |beginning of )?next week$|^下周初?$/u.test(text) ? mondayOf(today).add({ weeks: 1 }) : null;
}

function byCount(text: string, today: Temporal.PlainDate, calendar: Calendar): Temporal.PlainDate | null {
  const { count: english, working, unit = '' } = IN_DAYS.exec(text)?.groups ?? {};
  const { count: chinese, unit: unitZh = '' } = IN_DAYS_ZH.exec(text)?.groups ?? {};
  if (chinese === '半') {
    return /月/u.test(unitZh) ? today.add({ days: 15 }) : null;
  }
  const count = readCount(english ?? chinese ?? '');
  if (count === null) {
    return null;
  }
  if (working || unitZh === '工作日') {
    return addWorkingDays(today, count, calendar);
  }
  if (/^w(?:ee)?k/.test(unit) || /周|星期|礼拜/u.test(unitZh)) {
    return today.add({ weeks: count });
  }
  if (unit.startsWith('month') || unitZh === '月') {
    return today.add({ months: count });
  }
  return today.add({ days: count });
}

/** `3`, `three`, `三`, `十二`; null for anything else. */
function readCount(word: string): number | null {
  if (/^\d{1,3}$/.test(word)) {
    return Number(word);
  }
  const [first = '', second = ''] = /^十.$|^.十$/u.test(word) ? [word[0], word[1]] : [word];
  const [one, other] = [first, second].map((each) => (Object.hasOwn(NUMBERS, each) ? NUMBERS[each] : undefined));
  if (one === undefined) {
    return null;
  }
  if (second === '') {
    return one;
  }
  if (other === undefined) {
    return null;
  }
  return second === '十' ? one * 10 : one + other;
}

function byDate(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const { year, month, day } = ISO.exec(text)?.groups ?? {};
  if (year) {
    return plainDate(Number(year), Number(month), Number(day));
  }
  const { month: monthZh, day: dayZh } = MONTH_DAY_ZH.exec(text)?.groups ?? {};
  if (monthZh) {
    return nextDate(Number(monthZh), Number(dayZh), today);
  }
  const { first, second } = SLASHED.exec(text)?.groups ?? {};
  if (first && second && Math.max(Number(first), Number(second)) > 12) {
    const [month, dayOf] = [Number(first), Number(second)].sort((a, b) => a - b);
    return nextDate(month ?? 0, dayOf ?? 0, today);
  }
  return byDayOfMonth(text, today) ?? byEnglishMonth(text, today);
}

/** `30号` is the next one there is, `下个月1号` that of the next month. */
function byDayOfMonth(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const { which = '', day } = DAY_OF_MONTH_ZH.exec(text)?.groups ?? {};
  if (!day) {
    return null;
  }
  const from = which.startsWith('下') ? today.with({ day: 1 }).add({ months: 1 }) : today;
  const found = plainDate(from.year, from.month, Number(day));
  if (which !== '' || (found && Temporal.PlainDate.compare(found, today) >= 0)) {
    return found;
  }
  const next = today.with({ day: 1 }).add({ months: 1 });
  return plainDate(next.year, next.month, Number(day));
}

/** `Dec 1`, `1st December 2026`. Only with the month as a word: which number of `12/01` is the month differs by country. */
function byEnglishMonth(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const { name = '', day, year } = (MONTH_DAY.exec(text) ?? DAY_MONTH.exec(text))?.groups ?? {};
  const month = MONTHS.indexOf(name.slice(0, 3)) + 1;
  if (month === 0) {
    return null;
  }
  return year ? plainDate(Number(year), month, Number(day)) : nextDate(month, Number(day), today);
}

/** The day of a month, this year or the next. */
function nextDate(month: number, day: number, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const thisYear = plainDate(today.year, month, day);
  if (thisYear && Temporal.PlainDate.compare(thisYear, today) >= 0) {
    return thisYear;
  }
  return plainDate(today.year + 1, month, day);
}

/** Null for a day that the calendar does not have. */
function plainDate(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}

function byWeekday(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const { name: english, next, nextWeek } = WEEKDAY.exec(text)?.groups ?? {};
  const { which, name: chinese } = WEEKDAY_ZH.exec(text)?.groups ?? {};
  const weekday = readWeekday(english ?? chinese ?? '');
  if (weekday === undefined) {
    return null;
  }
  if (which?.startsWith('下下')) {
    return mondayOf(today).add({ weeks: 2, days: weekday - 1 });
  }
  if (which?.startsWith('下') || next || nextWeek) {
    return mondayOf(today).add({ weeks: 1, days: weekday - 1 });
  }
  if (which) {
    return mondayOf(today).add({ days: weekday - 1 });
  }
  return today.add({ days: ((weekday - today.dayOfWeek + 6) % 7) + 1 });
}
