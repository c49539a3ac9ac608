import type { Text } from './text.ts';

const DAYS: readonly Text[] = [
  { en: 'Sun', zh: '周日' },
  { en: 'Mon', zh: '周一' },
  { en: 'Tue', zh: '周二' },
  { en: 'Wed', zh: '周三' },
  { en: 'Thu', zh: '周四' },
  { en: 'Fri', zh: '周五' },
  { en: 'Sat', zh: '周六' },
];

/** The weekday of a calendar day, `2026-12-02`; empty for a text that is none. */
function weekdayOf(day: string): Text {
  const date = new Date(`${day}T00:00:00Z`);
  return DAYS[date.getUTCDay()] ?? { en: '', zh: '' };
}

/** `2026-12-02 (Wed)`: people say weekdays, and disagree about which one "next Wednesday" is. */
export function dayText(day: string): Text {
  const { en, zh } = weekdayOf(day);
  return en === '' ? { en: day, zh: day } : { en: `${day} (${en})`, zh: `${day}（${zh}）` };
}
