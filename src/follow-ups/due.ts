import { Temporal } from 'temporal-polyfill';
import { localDay, nextFollowUp, type Reminded } from './next-follow-up.ts';
import type { FollowUpSetting } from './setting.ts';
import { isWorkingDay } from './working-days.ts';

/** The digest of one local day. */
export interface Slot {
  /** The local day. */
  readonly day: string;
  /** Names the digest once and for all within its conversation: the day and the zone it was counted in. */
  readonly key: string;
  /** When it should go out; later the same day it is the catch-up. */
  readonly at: string;
}

/**
 * The digest that should be out by `now`, or null: it is no working day, too early, the setting is younger than the
 * hour, or the day has had its digest (`lastDigestAt`, an ISO instant). Only today is ever looked at, so an outage
 * over several days ends with one digest, never with yesterday's.
 */
export function slotAt(setting: FollowUpSetting, now: string, lastDigestAt: string | null): Slot | null {
  const today = localDay(now, setting.zone);
  if (lastDigestAt !== null && localDay(lastDigestAt, setting.zone).equals(today)) {
    return null;
  }
  if (!isWorkingDay(today, setting)) {
    return null;
  }
  const at = slotInstant(today, setting.time, setting.zone);
  if (Temporal.Instant.compare(at, Temporal.Instant.from(now)) > 0) {
    return null;
  }
  if (Temporal.Instant.compare(at, Temporal.Instant.from(setting.since)) < 0) {
    return null;
  }
  return { day: today.toString(), key: `${today} ${setting.zone}`, at: new Date(at.epochMilliseconds).toISOString() };
}

/** An hour that the clocks skip is taken after the jump, one that comes twice is taken the first time. */
export function slotInstant(day: Temporal.PlainDate, time: string, zone: string): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant();
}

/** The cases that a digest of this day reminds of: severity first, then the oldest. */
export function dueCases(cases: readonly Reminded[], setting: FollowUpSetting, day: string): Reminded[] {
  const today = Temporal.PlainDate.from(day);
  return cases
    .filter((reminded) => {
      const next = nextFollowUp(reminded, setting);
      return next !== null && Temporal.PlainDate.compare(next, today) <= 0;
    })
    .sort(({ case: a }, { case: b }) => a.severity.localeCompare(b.severity) || a.createdAt.localeCompare(b.createdAt));
}
