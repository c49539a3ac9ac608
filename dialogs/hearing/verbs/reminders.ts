import { isPlaceholder } from '#src/cases/placeholder.ts';
import { HINTS } from '../../cases/case-hints.ts';
import { unclear, type Wish } from '../case-wish.ts';
import { END, type Subject } from './verb.ts';

const FOLLOW_UP = `(?:next follow[- ]?up|follow[- ]?up|remind(?: me| us)?|ping(?: me| us)?|nudge(?: me| us)?|snooze|下次跟进|跟进|提醒我?|推迟|延后)${END}`;

/** When to be reminded of a case again. */
export const REMINDERS: Subject = {
  verbs: [
    {
      pattern: new RegExp(
        `^${FOLLOW_UP}[ :：]{0,2}(?:(?:on|at|until|for|to|is|by)[ :：]{1,2}|(?:于|在|到|至|改为|改到|改成|设为|为)[ :：]{0,2})?(?<said>.{1,60})$`,
        'i',
      ),
      wish: followUp,
    },
    {
      pattern:
        /^(?<said>(?:过|今|明|后|大后|下|本|这|\d|[一二两三四五六七八九十]|周|星期|礼拜|月).{0,12}?)再?(?:跟进|跟|看看|看|说|聊|提醒我?)$/u,
      wish: followUp,
    },
  ],
  asks: { pattern: new RegExp(`^${FOLLOW_UP}`, 'i'), hint: HINTS.followUp },
};

function followUp(phrase: string): Wish | null {
  if (phrase === '下次' || isPlaceholder(phrase)) {
    return unclear(HINTS.followUp);
  }
  return phrase === '' ? null : { kind: 'follow-up', phrase };
}
