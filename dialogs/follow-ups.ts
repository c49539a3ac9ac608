import { isPlaceholder } from '#src/cases/placeholder.ts';
import { WORKING_WEEK } from '#src/follow-ups/read-days.ts';
import { readSetting } from '#src/follow-ups/read-setting.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { FollowUp } from '#src/ports/follow-up-store.ts';
import { placeOf, placeTarget } from '#src/ports/place.ts';
import type { Turn } from '#src/ports/turn.ts';
import { actorOf } from './actor.ts';
import { ownZone } from './cases/case-calendar.ts';
import { cardAnswer } from './cases/case-view.ts';
import { DIGESTS_OFF, EDITED, NEEDS_TIME } from './cases/case-words.ts';
import { defineDialog, type Tools } from './dialog.ts';
import { readFollowUpCommand, USUAL_TIME } from './hearing/follow-up-command.ts';
import { hint, say } from './say.ts';
import { showSettings } from './settings/settings.ts';
import { settingText } from './settings/words.ts';

/** `follow-ups`, `follow-ups off`, `follow-ups at 09:00 Asia/Shanghai Mon-Fri`. */
export const followUps = defineDialog({
  name: 'follow-ups',
  read: readFollowUpCommand,
  reply: async (command, turn, tools) => {
    const current = await tools.followUps.find(placeOf(turn.target));
    if (command.kind === 'show') {
      return cardAnswer(await showSettings(await actorOf(turn, tools), tools));
    }
    if (turn.message.kind === 'edit') {
      return hint(turn, EDITED);
    }
    return command.kind === 'off' ? switchOff(turn, tools) : switchOn(command.said, turn, current, tools);
  },
});

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
