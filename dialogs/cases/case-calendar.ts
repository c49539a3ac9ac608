import type { Case } from '#src/cases/case.ts';
import { readZone } from '#src/follow-ups/read-zone.ts';
import type { FollowUpSetting } from '#src/follow-ups/setting.ts';
import type { Language } from '#src/language/text.ts';
import type { Place } from '#src/ports/place.ts';
import type { Tools } from '../dialog.ts';

export type Calendar = Pick<FollowUpSetting, 'zone' | 'days' | 'holidays'> & {
  /** The digests of the place; null where it has none, so that nobody is reminded of anything. */
  readonly digests: (Pick<FollowUpSetting, 'time' | 'since'> & { readonly lastAt: string | null }) | null;
};

/** The calendar of a place: that of its digests, else working days in the zone of whoever speaks. */
export async function calendarOf(
  place: Place,
  zone: string | undefined,
  language: Language,
  { followUps }: Pick<Tools, 'followUps'>,
): Promise<Calendar> {
  const found = await followUps.find(place);
  if (!found) {
    return { zone: ownZone(zone, language), days: [1, 2, 3, 4, 5], holidays: null, digests: null };
  }
  const { time, since, ...calendar } = found.setting;
  return { ...calendar, digests: { time, since, lastAt: found.lastDigestAt } };
}

/** Where nobody told any when the case was opened. */
const ZONE_UNKNOWN = 'UTC';

/**
 * The calendar in which the days of a case are told, whoever looks: that of the digests of its place, else the zone that it
 * was opened in. One that each reader brought along would show the same case due on two days.
 */
export function calendarFor({ zone }: Pick<Case, 'zone'>, calendar: Calendar): Calendar {
  return calendar.digests ? calendar : { ...calendar, zone: (zone && readZone(zone)) || ZONE_UNKNOWN };
}

/** A client that does not tell its zone is rare; the language is then the best hint there is. */
export function ownZone(said: string | undefined, language: Language): string {
  return (said && readZone(said)) || (language === 'zh' ? 'Asia/Shanghai' : 'UTC');
}
