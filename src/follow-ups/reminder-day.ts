import { Temporal } from 'temporal-polyfill';
import { slotInstant } from './due.ts';
import { localDay, nextFollowUp, type Reminded } from './next-follow-up.ts';
import type { FollowUpSetting } from './setting.ts';
import { workingDayFrom } from './working-days.ts';

interface Calendar extends Pick<FollowUpSetting, 'zone' | 'days' | 'holidays'> {
  readonly digests: (Pick<FollowUpSetting, 'time' | 'since'> & { readonly lastAt: string | null }) | null;
}

/**
 * The day of the digest that will remind of a case, seen at `now` (ISO instant); null for one that is archived or
 * closed. Where the place has no digests, the day on which it would be due.
 */
export function reminderDay(it: Reminded, calendar: Calendar, now: string): Temporal.PlainDate | null {
  const due = nextFollowUp(it, calendar);
  if (!due || !calendar.digests) {
    return due;
  }
  const first = firstDayToCome(calendar, calendar.digests, now);
  return workingDayFrom(Temporal.PlainDate.compare(due, first) < 0 ? first : due, calendar);
}

/** The day of the next digest of a place, should a case be due. */
export function nextDigestDay(calendar: Calendar & { readonly digests: object }, now: string): Temporal.PlainDate {
  const { zone, digests } = calendar;
  const first = firstDayToCome(calendar, digests, now);
  const isOver = Temporal.Instant.compare(slotInstant(first, digests.time, zone), Temporal.Instant.from(now)) < 0;
  return workingDayFrom(isOver ? first.add({ days: 1 }) : first, calendar);
}

/** Today, where its digest may still come. */
function firstDayToCome(
  { zone }: Pick<Calendar, 'zone'>,
  { time, since, lastAt }: NonNullable<Calendar['digests']>,
  now: string,
): Temporal.PlainDate {
  const today = localDay(now, zone);
  const hasComeToday = lastAt !== null && localDay(lastAt, zone).equals(today);
  const isTooLate = Temporal.Instant.compare(slotInstant(today, time, zone), Temporal.Instant.from(since)) < 0;
  return hasComeToday || isTooLate ? today.add({ days: 1 }) : today;
}
