import type { SystemFact } from '../facts.ts';

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const DEBUGGER = /\b(?<name>[A-Z][a-z]{2}) {1,2}(?<day>\d{1,2}) [\d:.]{5,16} (?<year>\d{4})\b/;
const ISO = /\b\d{4}-\d{2}-\d{2}\b/;

/**
 * Day of the crash in the debugger's time zone, ISO, from `Fri Nov  3 05:35:00.352 2029 (UTC - 8:00)` or an ISO date;
 * null where the paste prints none.
 */
export function crashDay(systems: readonly SystemFact[]): string | null {
  const text = systems.find(({ name }) => name === 'crash-time')?.value ?? '';
  const iso = ISO.exec(text)?.[0];
  if (iso) {
    return iso;
  }
  const { name, day, year } = DEBUGGER.exec(text)?.groups ?? {};
  const month = name === undefined ? -1 : MONTHS.indexOf(name);
  if (month === -1 || month % 3 !== 0) {
    return null;
  }
  return `${year}-${String(month / 3 + 1).padStart(2, '0')}-${day?.padStart(2, '0')}`;
}
