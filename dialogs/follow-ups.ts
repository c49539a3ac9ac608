import type { Text } from '#src/diagnosis/text.ts';
import { readSetting } from '#src/follow-ups/read-setting.ts';
import type { FollowUpSetting } from '#src/follow-ups/setting.ts';
import type { Answer } from '#src/ports/answer.ts';
import { placeOf, placeTarget } from '#src/ports/place.ts';
import type { Turn } from '#src/ports/turn.ts';
import { ownZone } from './case-calendar.ts';
import { DIGESTS_OFF, EDITED, NO_DIGESTS } from './case-words.ts';
import type { Dialog, Tools } from './dialog.ts';
import { say } from './say.ts';

const ABOUT = /^(?:follow-?ups|daily follow-?ups?|digest|跟进提醒|每日跟进|跟进|每日提醒)(?:[ :：]{1,3}(.{1,200}))?$/i;
const OFF = /^(?:off|stop|none|关闭|停止|取消|关)$/i;

/** `follow-ups`, `follow-ups off`, `follow-ups at 09:00 Asia/Shanghai Mon-Fri`. */
export const followUps: Dialog = {
  name: 'follow-ups',
  accepts: ({ message }) => asked(message.text) !== null,
  reply: async (turn, tools) => {
    const rest = asked(turn.message.text) ?? '';
    if (rest === '') return say(turn, settingText(await tools.followUps.read(placeOf(turn.target))));
    if (turn.message.kind === 'edit') return say(turn, EDITED);
    if (OFF.test(rest)) return switchOff(turn, tools);
    return switchOn(rest, turn, tools);
  },
};

/** What follows the word, '' for nothing; null where the message is about something else. */
function asked(text: string): string | null {
  const match = ABOUT.exec(text.trim().replace(/[。!！?？]{1,5}$/u, ''));
  return match && (match[1] ?? '').trim();
}

async function switchOff(turn: Turn, { followUps: store }: Tools): Promise<Answer> {
  await store.save(placeTarget(turn.target), null);
  return say(turn, DIGESTS_OFF);
}

async function switchOn(rest: string, turn: Turn, { followUps: store, now }: Tools): Promise<Answer> {
  const words = rest.replace(/^(?:at|在|每天)\s{0,3}/i, '').split(/\s{1,20}/);
  const current = await store.read(placeOf(turn.target));
  const zone = current?.zone ?? ownZone(turn.message.timeZone, turn.language);
  const read = readSetting(words, zone);
  if (read.kind === 'wrong') return say(turn, read.text);
  const setting = { ...read.setting, since: now().toISOString(), language: turn.language };
  await store.save(placeTarget(turn.target), setting);
  return say(turn, settingText(setting));
}

const DAYS = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
} as const;

/** `Mon–Fri`, or each day by its name where they do not follow each other. */
function daysText(days: readonly number[]): Text {
  const [first = 1, last = first] = [days[0], days.at(-1)];
  const name = (day: number) => ({ en: DAYS.en[day - 1] ?? '', zh: DAYS.zh[day - 1] ?? '' });
  if (days.length > 2 && last - first === days.length - 1) {
    return { en: `${name(first).en}–${name(last).en}`, zh: `${name(first).zh}至${name(last).zh}` };
  }
  return { en: days.map((day) => name(day).en).join(', '), zh: days.map((day) => name(day).zh).join('、') };
}

function settingText(setting: FollowUpSetting | null): Text {
  if (!setting) return NO_DIGESTS;
  const { time, zone, days, holidays } = setting;
  const off =
    holidays === null ? { en: '', zh: '' } : { en: `, not on holidays of ${holidays}`, zh: `，${holidays} 节假日除外` };
  return {
    en: `Follow-ups at ${time} ${zone}, ${daysText(days).en}${off.en}. Nothing due, nothing posted.`,
    zh: `跟进提醒：${time}（${zone}），${daysText(days).zh}${off.zh}。没有到期案例时不发送。`,
  };
}
