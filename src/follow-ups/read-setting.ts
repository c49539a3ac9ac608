import type { Text } from '../diagnosis/text.ts';
import { isKnownCountry } from './holidays.ts';
import { readDays, WORKING_WEEK } from './read-days.ts';
import { readZone } from './read-zone.ts';
import type { FollowUpSetting } from './setting.ts';

type Wanted = Omit<FollowUpSetting, 'since' | 'language'>;

export type SettingRead =
  | { readonly kind: 'setting'; readonly setting: Wanted }
  | { readonly kind: 'wrong'; readonly text: Text };

const HOLIDAY_WORD = /^(?:holidays|holiday|节假日|假期|假日)[:=]?$/i;

/**
 * Reads what follows `follow-ups at`: `09:00 [zone] [days] [holidays DE]`, in any order after the time.
 * `zone` is used where none is named.
 */
export function readSetting(words: readonly string[], zone: string): SettingRead {
  const [clock = '', ...rest] = words;
  const time = readTime(clock);
  if (time === null) return wrongTime(clock);
  let wanted: Wanted = { time, zone, days: WORKING_WEEK, holidays: null };
  for (let index = 0; index < rest.length; index++) {
    const word = rest[index] ?? '';
    const isHolidays = HOLIDAY_WORD.test(word);
    if (isHolidays) index++;
    const read = isHolidays ? readHolidays(rest[index] ?? '') : readWord(word);
    if ('kind' in read) return read;
    wanted = { ...wanted, ...read };
  }
  return { kind: 'setting', setting: wanted };
}

function readWord(word: string): Partial<Wanted> | Extract<SettingRead, { kind: 'wrong' }> {
  const days = readDays(word);
  if (days) return { days };
  const zone = readZone(word);
  return zone ? { zone } : wrongWord(word);
}

function readHolidays(word: string): Partial<Wanted> | Extract<SettingRead, { kind: 'wrong' }> {
  if (/^(?:off|none|no|无|不)$/i.test(word)) return { holidays: null };
  const country = word === '中国' ? 'CN' : word.toUpperCase();
  return isKnownCountry(country) ? { holidays: country } : wrongCountry(word);
}

/** `9:00`, `09:00`, `9：00`, `18:30`; null for anything else. */
function readTime(word: string): string | null {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:：](\d{2})$/.exec(word) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}

function wrongTime(word: string): SettingRead {
  return {
    kind: 'wrong',
    text: {
      en: `"${word}" is no time of day. Like this: follow-ups at 09:00 Asia/Shanghai Mon-Fri`,
      zh: `“${word}”不是时间。示例：follow-ups at 09:00 Asia/Shanghai Mon-Fri（跟进提醒 09:00 Asia/Shanghai 周一至周五）`,
    },
  };
}

function wrongWord(word: string): Extract<SettingRead, { kind: 'wrong' }> {
  return {
    kind: 'wrong',
    text: {
      en: `I know "${word}" neither as a time zone (Asia/Shanghai, Europe/Berlin, UTC …) nor as days (Mon-Fri, Mon,Wed, Mon-Sun).`,
      zh: `“${word}”既不是时区（如 Asia/Shanghai、Europe/Berlin、UTC），也不是星期（如 Mon-Fri、周一至周五、每天）。`,
    },
  };
}

function wrongCountry(word: string): Extract<SettingRead, { kind: 'wrong' }> {
  return {
    kind: 'wrong',
    text: {
      en: `I know no holidays of "${word}". Use the two letters of a country (CN, DE, US), or with a region DE-BY.`,
      zh: `没有“${word}”的节假日数据。请使用国家/地区的两位代码（CN、DE、US），或带地区，如 DE-BY。`,
    },
  };
}
