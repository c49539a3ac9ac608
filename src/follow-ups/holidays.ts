import chineseDays from 'chinese-days';
import Holidays from 'date-holidays';
import type { Temporal } from 'temporal-polyfill';

/**
 * What a country's calendar says of a day: `off`, `working` (China moves working days onto weekends around its long
 * holidays), or null where it says nothing and the weekday decides. Public holidays only, by package `date-holidays`;
 * for mainland China by package `chinese-days`, which follows the State Council's yearly notice and therefore ends
 * with the last year announced; after it, the fixed rules of `date-holidays` are the best there is.
 */
export function holidayWord(country: string, date: Temporal.PlainDate): 'off' | 'working' | null {
  const day = date.toString();
  if (country === 'CN' && isAnnounced(date.year)) {
    const isWeekend = date.dayOfWeek > 5;
    if (chineseDays.isWorkday(day) === !isWeekend) {
      return null;
    }
    return isWeekend ? 'working' : 'off';
  }
  return daysOff(country, date.year).has(day) ? 'off' : null;
}

/** Whether the country (or `DE-BY`, a region of it) is one whose holidays are known. */
export function isKnownCountry(country: string): boolean {
  const [code = '', region] = country.split('-');
  const all = new Holidays();
  if (!Object.hasOwn(all.getCountries(), code)) {
    return false;
  }
  return region === undefined || Object.hasOwn(all.getStates(code) ?? {}, region);
}

/** The two letters of every country whose holidays are known. */
export function knownCountries(): string[] {
  return Object.keys(new Holidays().getCountries());
}

const announced = new Map<number, boolean>();

function isAnnounced(year: number): boolean {
  const known =
    announced.get(year) ??
    chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).some((day) => isWeekday(day));
  announced.set(year, known);
  return known;
}

/** A holiday on a weekday: where there is none in a whole year, the year has not been announced. */
function isWeekday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday > 0 && weekday < 6;
}

const years = new Map<string, ReadonlySet<string>>();
const LONGEST_HOLIDAY_DAYS = 14;
const DAY_MS = 86_400_000;

/** Kept per country and year: reading the rules takes milliseconds, and the digest asks for many days. */
function daysOff(country: string, year: number): ReadonlySet<string> {
  const key = `${country} ${year}`;
  const days = years.get(key) ?? readDaysOff(country, year);
  years.set(key, days);
  return days;
}

function readDaysOff(country: string, year: number): Set<string> {
  const [code = '', region] = country.split('-');
  const calendar = region ? new Holidays(code, region) : new Holidays(code);
  const days = new Set<string>();
  for (const { date, start, end, type } of calendar.getHolidays(year)) {
    if (type !== 'public') {
      continue;
    }
    const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
    const length = Math.min(LONGEST_HOLIDAY_DAYS, Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS)));
    for (let day = 0; day < length; day++) {
      days.add(new Date(first + day * DAY_MS).toISOString().slice(0, 10));
    }
  }
  return days;
}
