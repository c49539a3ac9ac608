import { isPlaceholder } from '#src/cases/placeholder.ts';
import { WORKING_WEEK } from '#src/follow-ups/read-days.ts';
import { readSetting } from '#src/follow-ups/read-setting.ts';
import { nextDigestDay } from '#src/follow-ups/reminder-day.ts';
import type { FollowUpSetting } from '#src/follow-ups/setting.ts';
import type { Text } from '#src/language/text.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { FollowUp } from '#src/ports/follow-up-store.ts';
import { placeOf, placeTarget } from '#src/ports/place.ts';
import type { Turn } from '#src/ports/turn.ts';
import { ownZone } from './cases/case-calendar.ts';
import { DIGESTS_OFF, EDITED, NEEDS_TIME, NO_DIGESTS } from './cases/case-words.ts';
import { defineDialog, type Tools } from './dialog.ts';
import { readFollowUpCommand, USUAL_TIME } from './hearing/follow-up-command.ts';
import { hint, say } from './say.ts';

/** `follow-ups`, `follow-ups off`, `follow-ups at 09:00 Asia/Shanghai Mon-Fri`. */
export const followUps = defineDialog({
  name: 'follow-ups',
  read: readFollowUpCommand,
  reply: async (command, turn, tools) => {
    const current = await tools.followUps.find(placeOf(turn.target));
    if (command.kind === 'show') {
      return show(turn, current, tools);
    }
    if (turn.message.kind === 'edit') {
      return hint(turn, EDITED);
    }
    return command.kind === 'off' ? switchOff(turn, tools) : switchOn(command.said, turn, current, tools);
  },
});

function show(turn: Turn, current: FollowUp | null, { now }: Tools): Answer {
  return say(turn, current ? settingText(current.setting, current.lastDigestAt, now()) : NO_DIGESTS);
}

async function switchOff(turn: Turn, { followUps: store }: Tools): Promise<Answer> {
  await store.save(placeTarget(turn.target), null);
  return { ...say(turn, DIGESTS_OFF), acts: true };
}

/** Whoever changes one thing of a setting keeps the others: the answer shows them all. */
async function switchOn(said: string, turn: Turn, current: FollowUp | null, tools: Tools): Promise<Answer> {
  if (isPlaceholder(said.replace(/^at /i, ''))) {
    return hint(turn, NEEDS_TIME);
  }
  const zone = ownZone(turn.message.timeZone, turn.language);
  const base = current?.setting ?? { time: null, zone, days: WORKING_WEEK, holidays: null };
  const read = readSetting(said, said === '' ? { ...base, time: base.time ?? USUAL_TIME } : base);
  if (read.kind === 'wrong') {
    return hint(turn, read.text);
  }
  const now = tools.now();
  const setting = { ...read.setting, since: now.toISOString(), language: turn.language };
  await tools.followUps.save(placeTarget(turn.target), setting);
  return { ...say(turn, settingText(setting, current?.lastDigestAt ?? null, now)), acts: true };
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

function settingText(setting: FollowUpSetting, lastAt: string | null, now: Date): Text {
  const { time, zone, days, holidays } = setting;
  const next = nextDigestDay({ ...setting, digests: { ...setting, lastAt } }, now.toISOString());
  const off =
    holidays === null ? { en: '', zh: '' } : { en: `, not on holidays of ${holidays}`, zh: `，${holidays} 节假日除外` };
  return {
    en: `Follow-ups at ${time} ${zone}, ${daysText(days).en}${off.en}. Next: ${next}, if a case is due; nothing due, nothing posted.`,
    zh: `跟进提醒：${time}（${zone}），${daysText(days).zh}${off.zh}。下一次：${next}（有到期案例时）；没有到期案例时不发送。`,
  };
}
