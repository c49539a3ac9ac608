import type { Text } from '../language/text.ts';
import { readClock } from './read-clock.ts';
import { readCountry } from './read-country.ts';
import { readDays } from './read-days.ts';
import { readZone } from './read-zone.ts';
import type { FollowUpSetting } from './setting.ts';

type Wanted = Omit<FollowUpSetting, 'since' | 'language'>;
/** What holds where nothing else is said; without a time, one must be said. */
export type Base = Omit<Wanted, 'time'> & { readonly time: string | null };

export type SettingRead =
  | { readonly kind: 'setting'; readonly setting: Wanted }
  | { readonly kind: 'wrong'; readonly text: Text };
type Wrong = Extract<SettingRead, { kind: 'wrong' }>;

const DAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}|(?:周|週|星期|礼拜)[一二三四五六日天])';
/** Several words that mean one thing, as that one. */
const PHRASES: readonly (readonly [phrase: RegExp, word: string])[] = [
  [/[,;，；、。]{1,3}/g, ' '],
  [new RegExp(`(${DAY}) {0,3}(?:[-–—~]|至|到|to |through |until ) {0,3}(?=${DAY})`, 'gi'), '$1-'],
  [/\b(?:every|each) (?:single )?day\b|每[天日]/gi, ' daily '],
  [/\b(?:(?:every|each|on) )?(?:weekdays?|working days?|workdays?|business days?)\b|每?个?工作日/gi, ' workdays '],
  [/\bweekends?\b|周末/gi, ' sat-sun '],
  [/\b(?:not on|except(?: on)?|excluding|skip(?:ping)?) (?=(?:public |bank )?holidays?\b)/gi, ''],
  [/\b(?:public|bank) (?=holidays?\b)/gi, ''],
  [/(?:法定)?(?:节假日|假期|假日)(?:除外|不发送|不提醒)?/g, ' holidays '],
];
const MEANS_NOTHING = /^(?:at|on|in|and|the|time|zone|timezone|时间|时区|在|时)$/i;
const HOLIDAYS = /^holidays?[:=]?$/i;
const NONE = /^(?:off|none|no|无|不|关闭)$/i;
/** In Chinese the country stands before its holidays. */
const CHINESE_NAME = /^\p{Script=Han}{2,8}$/u;

/**
 * Reads what follows `follow-ups`: `at 09:00 [zone] [days] [holidays DE]`, in any order and in both languages. What is
 * not said stays as it is in `base`.
 */
export function readSetting(said: string, base: Base): SettingRead {
  const clock = readClock(said.normalize('NFKC').trim());
  if (clock && clock.time === null) {
    return wrongTime(clock.said);
  }
  const words = wordsOf(clock?.rest ?? said.normalize('NFKC'));
  const read = readWords(words);
  if ('kind' in read) {
    return read;
  }
  const time = clock?.time ?? base.time;
  if (time === null) {
    return wrongTime(words.join(' ').slice(0, 60));
  }
  return { kind: 'setting', setting: { ...base, ...read, time } };
}

function wordsOf(text: string): string[] {
  const plain = PHRASES.reduce((now, [phrase, word]) => now.replace(phrase, word), text);
  return plain.split(/\s{1,20}/).filter((word) => word !== '' && !MEANS_NOTHING.test(word));
}

function readWords(words: readonly string[]): Partial<Wanted> | Wrong {
  let found: Partial<Wanted> = {};
  let rest = words;
  while (rest.length > 0) {
    const read = readHolidays(rest) ?? readDaysOrZone(rest, found);
    if ('kind' in read) {
      return read;
    }
    found = { ...found, ...read.found };
    rest = rest.slice(read.length);
  }
  return found;
}

/** What the first words say, and how many of them say it. */
interface Read {
  readonly found: Partial<Wanted>;
  readonly length: number;
}

function readDaysOrZone(
  [first = '', second = '']: readonly string[],
  { days: before = [] }: Partial<Wanted>,
): Read | Wrong {
  const days = readDays(first);
  if (days) {
    return { found: { days: [...new Set([...before, ...days])].sort() }, length: 1 };
  }
  const city = second === '' ? null : readZone(`${first}_${second}`);
  if (city) {
    return { found: { zone: city }, length: 2 };
  }
  const zone = readZone(first);
  return zone ? { found: { zone }, length: 1 } : wrongWord(first);
}

/** Null where the words are about something else. */
function readHolidays([first = '', second = '', third = '']: readonly string[]): Read | Wrong | null {
  if (CHINESE_NAME.test(first) && HOLIDAYS.test(second)) {
    const holidays = readCountry(first);
    return holidays ? { found: { holidays }, length: 2 } : wrongCountry(first);
  }
  if (!HOLIDAYS.test(first)) {
    return null;
  }
  if (NONE.test(second)) {
    return { found: { holidays: null }, length: 2 };
  }
  const long = readCountry(`${second} ${third}`);
  if (long) {
    return { found: { holidays: long }, length: 3 };
  }
  const holidays = readCountry(second);
  return holidays ? { found: { holidays }, length: 2 } : wrongCountry(second);
}

function wrongTime(word: string): Wrong {
  return {
    kind: 'wrong',
    text: {
      en: `"${word}" is no time of day. Like this: follow-ups at 09:00 Asia/Shanghai Mon-Fri`,
      zh: `“${word}”不是时间。示例：跟进提醒 09:00 Asia/Shanghai 周一至周五`,
    },
  };
}

function wrongWord(word: string): Wrong {
  return {
    kind: 'wrong',
    text: {
      en: `I know "${word}" neither as a time zone (Asia/Shanghai, Berlin, UTC …; an offset or CET knows no summer time) nor as days (Mon-Fri, Mon,Wed, Mon-Sun).`,
      zh: `“${word}”既不是时区（如 Asia/Shanghai、上海、Berlin、UTC；偏移量或 CET 不含夏令时），也不是星期（如 Mon-Fri、周一至周五、每天）。`,
    },
  };
}

function wrongCountry(word: string): Wrong {
  if (word === '') {
    return {
      kind: 'wrong',
      text: { en: 'Holidays of which country? For example: holidays CN', zh: '哪个国家/地区的节假日？例如：节假日 CN' },
    };
  }
  return {
    kind: 'wrong',
    text: {
      en: `I know no holidays of "${word}". Use the two letters of a country (CN, DE, US), or with a region DE-BY.`,
      zh: `没有“${word}”的节假日数据。请使用国家/地区的两位代码（CN、DE、US），或带地区，如 DE-BY。`,
    },
  };
}
