import { Temporal } from 'temporal-polyfill';
import type { Case } from '../cases/case.ts';
import type { FollowUpSetting } from './setting.ts';
import { addWorkingDays, workingDayFrom } from './working-days.ts';

/** A case, and when a digest last reminded of it. */
export interface Reminded {
  readonly case: Case;
  /** ISO instant; null: never. */
  readonly remindedAt: string | null;
}

type Calendar = Pick<FollowUpSetting, 'zone' | 'days' | 'holidays'>;

/**
 * The day on which a case is due in the calendar of its conversation; null for one that is archived or closed.
 * A day that somebody chose comes first, until a digest has reminded on it or somebody has worked on the case after it;
 * else the severity counts from the last activity or reminder: A the next working day, B the second, C a week later.
 */
export function nextFollowUp({ case: it, remindedAt }: Reminded, calendar: Calendar): Temporal.PlainDate | null {
  if (it.status !== 'open') {
    return null;
  }
  const chosen = chosenDay(it, remindedAt, calendar);
  if (chosen) {
    return workingDayFrom(chosen, calendar);
  }
  const last = remindedAt !== null && remindedAt > it.activeAt ? remindedAt : it.activeAt;
  return bySeverity(it.severity, localDay(last, calendar.zone), calendar);
}

function chosenDay(
  { chosenFollowUp, activeAt }: Case,
  remindedAt: string | null,
  { zone }: Calendar,
): Temporal.PlainDate | null {
  if (!chosenFollowUp) {
    return null;
  }
  const day = Temporal.PlainDate.from(chosenFollowUp.day);
  if (Temporal.PlainDate.compare(localDay(activeAt, zone), day) > 0) {
    return null;
  }
  if (remindedAt === null || remindedAt < chosenFollowUp.chosenAt) {
    return day;
  }
  return Temporal.PlainDate.compare(localDay(remindedAt, zone), day) < 0 ? day : null;
}

function bySeverity(severity: Case['severity'], from: Temporal.PlainDate, calendar: Calendar): Temporal.PlainDate {
  if (severity === 'C') {
    return workingDayFrom(from.add({ days: 7 }), calendar);
  }
  return addWorkingDays(from, severity === 'A' ? 1 : 2, calendar);
}

/** The calendar day of an instant in a zone. */
export function localDay(instant: string, zone: string): Temporal.PlainDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate();
}
