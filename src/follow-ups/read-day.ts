import { Temporal } from 'temporal-polyfill';
import { readDay as readWeekday } from './read-days.ts';
import type { FollowUpSetting } from './setting.ts';
import { addWorkingDays } from './working-days.ts';

type Calendar = Pick<FollowUpSetting, 'days' | 'holidays'>;

const IN_DAYS = /^(?:in )?(\d{1,3}) ?(working |work |business )?(days?|weeks?|months?)$/;
const IN_DAYS_ZH = /^(\d{1,3}) ?个?(工作日|天|日|周|星期|月)(?:之?后|以后)?$/u;
const ISO = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u;
const MONTH_DAY_ZH = /^(\d{1,2})月(\d{1,2})[日号]$/u;
const WEEKDAY = /^(?:on )?(next |this )?([a-z]{3,9})$/;
const WEEKDAY_ZH = /^(下个?|本|这个?)?((?:周|週|星期|礼拜)[一二三四五六日天])$/u;

const WORDS: Readonly<Record<string, number>> = {
  today: 0,
  今天: 0,
  今日: 0,
  tomorrow: 1,
  明天: 1,
  明日: 1,
  后天: 2,
  大后天: 3,
};

/**
 * The day that a phrase means, seen from `today`: `today`, `2026-12-01`, `in 3 days`, `3 working days`, `next Monday`,
 * `下周一`, `12月1日`. Null where it means none, or one that is over.
 *
 * A weekday alone is the next one after today. `下周一` is the Monday of next week, whatever day it is today, as
 * Chinese has it; English `next Monday` is read the same way as `Monday`, its reading without surprise.
 */
export function readFollowUpDay(
  phrase: string,
  today: Temporal.PlainDate,
  calendar: Calendar,
): Temporal.PlainDate | null {
  const text = phrase.trim().toLowerCase().slice(0, 60);
  const day = byWord(text, today) ?? byCount(text, today, calendar) ?? byDate(text, today) ?? byWeekday(text, today);
  return day && Temporal.PlainDate.compare(day, today) >= 0 ? day : null;
}

function byWord(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const days = Object.hasOwn(WORDS, text) ? WORDS[text] : undefined;
  if (days !== undefined) return today.add({ days });
  return text === 'next week' || text === '下周' ? mondayOf(today).add({ weeks: 1 }) : null;
}

function byCount(text: string, today: Temporal.PlainDate, calendar: Calendar): Temporal.PlainDate | null {
  const [, english, working, unit = ''] = IN_DAYS.exec(text) ?? [];
  const [, chinese, unitZh = ''] = IN_DAYS_ZH.exec(text) ?? [];
  const count = Number(english ?? chinese ?? Number.NaN);
  if (Number.isNaN(count)) return null;
  if (working || unitZh === '工作日') return addWorkingDays(today, count, calendar);
  if (unit.startsWith('week') || /周|星期/u.test(unitZh)) return today.add({ weeks: count });
  if (unit.startsWith('month') || unitZh === '月') return today.add({ months: count });
  return today.add({ days: count });
}

function byDate(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const [, year, month, day] = ISO.exec(text) ?? [];
  if (year) return plainDate(Number(year), Number(month), Number(day));
  const [, monthZh, dayZh] = MONTH_DAY_ZH.exec(text) ?? [];
  if (!monthZh) return null;
  const thisYear = plainDate(today.year, Number(monthZh), Number(dayZh));
  if (thisYear && Temporal.PlainDate.compare(thisYear, today) >= 0) return thisYear;
  return plainDate(today.year + 1, Number(monthZh), Number(dayZh));
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
  const [, , english] = WEEKDAY.exec(text) ?? [];
  const [, which, chinese] = WEEKDAY_ZH.exec(text) ?? [];
  const weekday = readWeekday(english ?? chinese ?? '');
  if (weekday === undefined) return null;
  if (which?.startsWith('下')) return mondayOf(today).add({ weeks: 1, days: weekday - 1 });
  if (which) return mondayOf(today).add({ days: weekday - 1 });
  return today.add({ days: ((weekday - today.dayOfWeek + 6) % 7) + 1 });
}

function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}
