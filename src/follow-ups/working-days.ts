import { Temporal } from 'temporal-polyfill';
import { holidayWord } from './holidays.ts';
import type { FollowUpSetting } from './setting.ts';

type Calendar = Pick<FollowUpSetting, 'days' | 'holidays'>;

/** No country is closed for longer; bounds the search where a setting names holidays only. */
const LONGEST_BREAK_DAYS = 60;

/** A moved working day counts for those who work Monday to Friday; who asked for Mondays only gets Mondays only. */
export function isWorkingDay(date: Temporal.PlainDate, { days, holidays }: Calendar): boolean {
  const word = holidays === null ? null : holidayWord(holidays, date);
  if (word === 'off') {
    return false;
  }
  if (days.includes(date.dayOfWeek)) {
    return true;
  }
  return word === 'working' && [1, 2, 3, 4, 5].every((day) => days.includes(day));
}

/** Whether a day, `2026-11-28`, is none of the working days. */
export function isDayOff(day: string, calendar: Calendar): boolean {
  return !isWorkingDay(Temporal.PlainDate.from(day), calendar);
}

/** The first working day on or after `date`. */
export function workingDayFrom(date: Temporal.PlainDate, calendar: Calendar): Temporal.PlainDate {
  let day = date;
  for (let tries = 0; tries < LONGEST_BREAK_DAYS; tries++) {
    if (isWorkingDay(day, calendar)) {
      return day;
    }
    day = day.add({ days: 1 });
  }
  return date;
}

/** The `count`-th working day after `date`. */
export function addWorkingDays(date: Temporal.PlainDate, count: number, calendar: Calendar): Temporal.PlainDate {
  let day = date;
  for (let done = 0; done < count; done++) {
    day = workingDayFrom(day.add({ days: 1 }), calendar);
  }
  return day;
}
