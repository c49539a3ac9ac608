import type { SettingsForm } from '#src/cards/settings-card.ts';
import { readClock } from '#src/follow-ups/read-clock.ts';
import { readCountry } from '#src/follow-ups/read-country.ts';
import { readSetting } from '#src/follow-ups/read-setting.ts';
import { readZone } from '#src/follow-ups/read-zone.ts';
import type { FollowUpSetting } from '#src/follow-ups/setting.ts';
import type { Text } from '#src/language/text.ts';
import { noDays, noHolidays, noTime, noZone } from './words.ts';

export type FormRead =
  | { readonly kind: 'setting'; readonly setting: Omit<FollowUpSetting, 'since'> }
  /** What is wrong with each field that cannot be read. */
  | { readonly kind: 'wrong'; readonly said: readonly Text[] };

/** Reads what was typed into the form, each field as it may be typed in a message. */
export function readForm({ time, zone, days, holidays, language }: SettingsForm): FormRead {
  const clock = readTime(time);
  const place = readZone(zone.trim().replaceAll(' ', '_'));
  const week = readWeek(days);
  const country = holidays.trim() === '' ? null : readCountry(holidays.trim());
  const said = [
    ...(clock === null ? [noTime(time.trim())] : []),
    ...(place === null ? [noZone(zone.trim())] : []),
    ...(week === null ? [noDays(days.trim())] : []),
    ...(country === null && holidays.trim() !== '' ? [noHolidays(holidays.trim())] : []),
  ];
  return clock === null || place === null || week === null || said.length > 0
    ? { kind: 'wrong', said }
    : { kind: 'setting', setting: { time: clock, zone: place, days: week, holidays: country, language } };
}

function readTime(said: string): string | null {
  const clock = readClock(said.normalize('NFKC').trim());
  return clock?.time && clock.rest.trim() === '' ? clock.time : null;
}

/** Days and nothing else. */
function readWeek(said: string): number[] | null {
  const nothing = { time: '00:00', zone: '', days: [], holidays: null };
  const read = readSetting(said, nothing);
  const isDays = read.kind === 'setting' && read.setting.days.length > 0 && read.setting.zone === '';
  return isDays && read.setting.time === '00:00' ? read.setting.days : null;
}
