import type { Temporal } from 'temporal-polyfill';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LAST = /^(?:last|previous)(?: month)?$|^上个?月$/u;
const THIS = /^(?:(?:the |this )?month)?$|^(?:本月|这个月)$/u;
const ISO = /^(?<year>\d{4})-(?<month>\d{1,2})$/;
const CHINESE = /^(?<month>\d{1,2})月$/u;
const SPELT = ['一月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '十一月', '十二月'];
const ENGLISH = /^(?<name>[a-z]{3,9})(?: (?<year>\d{4}))?$/;

/** The first and the last day of the month that a phrase means, seen from `today`; null where it means none. */
export function readMonth(
  phrase: string,
  today: Temporal.PlainDate,
): { readonly from: string; readonly to: string } | null {
  const text = phrase.trim().toLowerCase().slice(0, 30);
  const first = firstDay(text, today);
  return first && { from: first.toString(), to: first.with({ day: first.daysInMonth }).toString() };
}

function firstDay(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const here = today.with({ day: 1 });
  if (THIS.test(text)) {
    return here;
  }
  if (LAST.test(text)) {
    return here.subtract({ months: 1 });
  }
  const { year, month } = (ISO.exec(text) ?? CHINESE.exec(text))?.groups ?? {};
  const { name = '', year: said } = ENGLISH.exec(text)?.groups ?? {};
  const spelt = SPELT.indexOf(text) + 1 || MONTHS.indexOf(name.slice(0, 3)) + 1;
  const number = month === undefined ? spelt : Number(month);
  if (number < 1 || number > 12) {
    return null;
  }
  const given = year ?? said;
  const found = here.with({ month: number, ...(given === undefined ? {} : { year: Number(given) }) });
  // Nothing has happened in a month to come: last year's is meant.
  return given === undefined && found.toString() > today.toString() ? found.subtract({ years: 1 }) : found;
}
