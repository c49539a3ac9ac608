import { localDay } from '#src/follow-ups/next-follow-up.ts';
import { readFollowUpDay } from '#src/follow-ups/read-day.ts';
import { WORKING_WEEK } from '#src/follow-ups/read-days.ts';
import { withoutEnd } from './courtesy.ts';

const ONE_DAY = localDay('2000-01-03T00:00:00.000Z', 'UTC');

/** Any day will do: when it is, is for whoever knows today. */
export function isDay(phrase: string): boolean {
  return readFollowUpDay(withoutEnd(phrase), ONE_DAY, { days: WORKING_WEEK, holidays: null }) !== null;
}
