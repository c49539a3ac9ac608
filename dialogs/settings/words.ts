import { nextDigestDay } from '#src/follow-ups/reminder-day.ts';
import type { FollowUpSetting } from '#src/follow-ups/setting.ts';
import type { Text } from '#src/language/text.ts';

/** What is said of the follow-ups of a place. */

const DAYS = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
} as const;

/** `Mon–Fri`, or each day by its name where they do not follow each other. */
export function daysText(days: readonly number[]): Text {
  const [first = 1, last = first] = [days[0], days.at(-1)];
  const name = (day: number) => ({ en: DAYS.en[day - 1] ?? '', zh: DAYS.zh[day - 1] ?? '' });
  if (days.length > 2 && last - first === days.length - 1) {
    return { en: `${name(first).en}–${name(last).en}`, zh: `${name(first).zh}至${name(last).zh}` };
  }
  return { en: days.map((day) => name(day).en).join(', '), zh: days.map((day) => name(day).zh).join('、') };
}

export function settingText(setting: FollowUpSetting, lastAt: string | null, now: Date): Text {
  const { time, zone, days, holidays } = setting;
  const next = nextDigestDay({ ...setting, digests: { ...setting, lastAt } }, now.toISOString());
  const off =
    holidays === null ? { en: '', zh: '' } : { en: `, not on holidays of ${holidays}`, zh: `，${holidays} 节假日除外` };
  return {
    en: `Follow-ups at ${time} ${zone}, ${daysText(days).en}${off.en}. Next: ${next}, if a case is due; nothing due, nothing posted.`,
    zh: `跟进提醒：${time}（${zone}），${daysText(days).zh}${off.zh}。下一次：${next}（有到期案例时）；没有到期案例时不发送。`,
  };
}

export const SAVED: Text = { en: 'Saved.', zh: '已保存。' };

export const SET_MEANWHILE: Text = {
  en: 'Not saved: somebody has changed the setting meanwhile. This is how it is now; change it again if you still want to.',
  zh: '未保存：设置在此期间已被他人修改。当前设置如下；如仍需修改，请重新填写。',
};

export function noTime(said: string): Text {
  return {
    en: `Not saved: "${said}" is no time of day. Write it like 09:00.`,
    zh: `未保存：“${said}”不是时间，请写成 09:00 的形式。`,
  };
}

export function noZone(said: string): Text {
  return {
    en: `Not saved: "${said}" is no time zone that I know. Write it like Asia/Shanghai, Berlin or UTC; an offset knows no summer time.`,
    zh: `未保存：“${said}”不是可识别的时区。请写成 Asia/Shanghai、上海或 UTC 的形式；偏移量不含夏令时。`,
  };
}

export function noDays(said: string): Text {
  return {
    en: `Not saved: "${said}" names no days. Write them like Mon-Fri, Mon,Wed or daily.`,
    zh: `未保存：“${said}”不是星期。请写成周一至周五、周一、周三或每天的形式。`,
  };
}

export function noHolidays(said: string): Text {
  return {
    en: `Not saved: I know no holidays of "${said}". Use the two letters of a country (CN, DE), with a region DE-BY; empty: holidays are ordinary days.`,
    zh: `未保存：没有“${said}”的节假日数据。请使用国家/地区的两位代码（CN、DE），带地区时写 DE-BY；留空则不考虑节假日。`,
  };
}
