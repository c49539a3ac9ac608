export const WORKING_WEEK = [1, 2, 3, 4, 5];

const NAMES: Readonly<Record<string, number>> = {
  mon: 1,
  monday: 1,
  tue: 2,
  tues: 2,
  tuesday: 2,
  wed: 3,
  weds: 3,
  wednesday: 3,
  thu: 4,
  thur: 4,
  thurs: 4,
  thursday: 4,
  fri: 5,
  friday: 5,
  sat: 6,
  saturday: 6,
  sun: 7,
  sunday: 7,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
};

const WHOLE_WEEK = /^(?:daily|everyday|every-day|每天|每日)$/;
const WORKDAYS = /^(?:weekdays|workdays|working-days|工作日)$/;

/** ISO weekdays named by `Mon-Fri`, `mon,wed`, `Sat-Mon`, `周一至周五`, `每天`; null where the word names no days. */
export function readDays(word: string): number[] | null {
  const text = word.toLowerCase().slice(0, 100);
  if (WHOLE_WEEK.test(text)) {
    return [1, 2, 3, 4, 5, 6, 7];
  }
  if (WORKDAYS.test(text)) {
    return WORKING_WEEK;
  }
  const parts = text.split(/[,，、;+]/).map(readRange);
  if (parts.length === 0 || parts.includes(null)) {
    return null;
  }
  const days = new Set(parts.flatMap((part) => part ?? []));
  return days.size === 0 ? null : [...days].sort();
}

function readRange(text: string): number[] | null {
  const ends = text.split(/[-–—~～至到]/);
  if (ends.length > 2) {
    return null;
  }
  const from = readDay(ends[0] ?? '');
  const to = readDay(ends.at(-1) ?? '');
  if (!from || !to) {
    return null;
  }
  const length = (to - from + 7) % 7;
  return Array.from({ length: length + 1 }, (_, step) => ((from - 1 + step) % 7) + 1);
}

/** The weekday of one name, `Mon`, `周一`, `星期日`; undefined for anything else. */
export function readDay(name: string): number | undefined {
  const bare = name.toLowerCase().replace(/^(?:周|週|星期|礼拜)/u, '');
  return Object.hasOwn(NAMES, bare) ? NAMES[bare] : undefined;
}
