import type { Temporal } from 'temporal-polyfill';

const END_OF_WEEK = /^(?:the )?(?:end of (?:the |this )?week|eow|later this week)$|^(?:本|这个?)?周底$/u;
const WEEKEND = /^(?:the |this )?weekend$|^(?:本|这个?)?周末$/u;
const END_OF_NEXT_WEEK = /^(?:the )?end of next week$|^(?:late )next week$|^下个?周[末底]$/u;
const MIDDLE_OF_NEXT_WEEK = /^(?:the )?(?:mid|middle of) next week$|^下个?周中$/u;
const AFTER_THE_WEEK = /^(?:after )?the weekend$|^周末之?后$/u;
const END_OF_MONTH = /^(?:the )?(?:end of (?:the |this )?month|month[- ]?end|eom)$|^(?:本|这个?)?月[底末]$/u;
const END_OF_NEXT_MONTH = /^(?:the )?end of next month$|^下个?月[底末]$/u;
const NEXT_MONTH = /^(?:early |beginning of |the beginning of )?next month$|^下个?月(?:初|再说)?$/u;
const END_OF_YEAR = /^(?:the )?(?:end of (?:the |this )?year|year[- ]?end|eoy)$|^年[底末]$/u;

/** The end, the middle or the beginning of a week, month or year, seen from `today`; the end of a week is its Friday. Null for any other phrase. */
export function readEnd(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const monday = mondayOf(today);
  if (END_OF_WEEK.test(text)) {
    return today.dayOfWeek > 5 ? monday.add({ days: 11 }) : monday.add({ days: 4 });
  }
  if (WEEKEND.test(text)) {
    return monday.add({ days: today.dayOfWeek > 6 ? 12 : 5 });
  }
  if (END_OF_NEXT_WEEK.test(text)) {
    return monday.add({ days: 11 });
  }
  if (MIDDLE_OF_NEXT_WEEK.test(text)) {
    return monday.add({ days: 9 });
  }
  if (AFTER_THE_WEEK.test(text)) {
    return monday.add({ days: 7 });
  }
  return byEndOfMonth(text, today);
}

function byEndOfMonth(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  if (END_OF_MONTH.test(text)) {
    return today.with({ day: today.daysInMonth });
  }
  const next = today.with({ day: 1 }).add({ months: 1 });
  if (END_OF_NEXT_MONTH.test(text)) {
    return next.with({ day: next.daysInMonth });
  }
  if (NEXT_MONTH.test(text)) {
    return next;
  }
  return END_OF_YEAR.test(text) ? today.with({ month: 12, day: 31 }) : null;
}

export function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}
