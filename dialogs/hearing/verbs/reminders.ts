import { isPlaceholder } from '#src/cases/placeholder.ts';
import { HINTS } from '../../cases/case-hints.ts';
import { unclear, type Wish } from '../case-wish.ts';
import { isDay } from '../day-said.ts';
import { END, type Subject } from './verb.ts';

const FOLLOW_UP = `(?:(?:next )?(?:follow[- ]?up|f[/-]?up?)|remind(?: me| us)?|ping(?: me| us)?|nudge(?: me| us)?|snooze|下次跟进|跟进|提醒我?|推迟|延后)${END}`;

/** Other words for it. They mean more than that: only what follows them tells. */
const MOVING = [
  ...[
    'check(?: back| in| again)?',
    'come back(?: to (?:it|this))?',
    'get back(?: to (?:it|this|me))?',
    'look(?: at (?:it|this))?(?: again)?',
    'revisit',
  ],
  ...[
    'push(?: out| back)?',
    'postpone',
    'defer',
    'delay',
    'move',
    'reschedule',
    'bump',
    'set',
    'change',
    'due',
    'wake me(?: up)?',
    'chase',
    'chase them',
  ],
  ...[
    'bring (?:it|this) (?:back|up)',
    'reminder',
    'set a reminder',
    'park',
    'wait',
    'hold',
    'hold off',
    'nudge them',
    'ping them',
    'tell me',
  ],
  ...[
    'follow[- ]?up with (?:them|the customer|customer|the vendor|vendor)',
    'remind (?:me|us)',
    'ping(?: me| us)?',
    'nudge(?: me| us)?',
    'snooze',
    'f/?up',
    'fup',
  ],
];
const ABOUT =
  '(?: (?:it|this|that|again|about (?:it|this|that)|in with (?:them|the customer|the vendor)|with (?:them|the customer|customer|the vendor|vendor|li)|the case|the follow[- ]?up|the reminder))';
const WHEN = '(?:on|at|until|till|til|for|to|is|by|from|not before|no earlier than|again)';
const MOVING_ZH =
  '(?:下次)?(?:先)?(?:推迟|推|延期|延后|延|改期|改|挪|拖|放|缓|等|定|约|排|跟进|提醒我?|叫我|回访|催一?催?)(?:一下)?(?:到|至|在|个|于)?';
const BEHIND_ZH =
  '(?:再|来|去|要|记得|请|帮我|的时候)*(?:跟进|跟|看看|看一看|看|说|聊|提醒我?|叫我|催催?|回访|联系|问问|问|处理|回头看|fup|follow ?up|check|ping我?|弄)(?:一下|一次|一声|下)?(?:我|客户|厂商|厂家|用户|他们|对方|进度|进展|这个)?(?:催客户|催厂商|跟进|看看)?';

/** When to be reminded of a case again. */
export const REMINDERS: Subject = {
  verbs: [
    {
      pattern: new RegExp(`^(?:${MOVING.join('|')})${ABOUT}{0,2}(?: ${WHEN}){0,2} (?<said>\\S.{1,40})$`, 'i'),
      wish: onDay,
    },
    { pattern: new RegExp(`^(?<said>\\S.{1,30}?),? (?:${MOVING.join('|')})${ABOUT}{0,2}$`, 'i'), wish: onDay },
    {
      pattern:
        /^(?:not (?:before|until|till)|no (?:earlier|sooner) than|not earlier than|(?:nothing|no action|no need)(?: to do| needed| due| here)? (?:before|until|till)) (?<said>\S.{1,40})$/i,
      wish: onDay,
    },
    { pattern: new RegExp(`^${MOVING_ZH} ?(?<said>\\S.{1,30})$`, 'iu'), wish: onChineseDay },
    {
      pattern:
        /^(?:不到)?(?<said>\S.{0,16}?)(?:之?前|以前)?(?:都)?(?:先)?(?:别|不用|不要|不必)再?(?:提醒我?|跟进?|催|管|找我)(?:了)?$/u,
      wish: onChineseDay,
    },
    { pattern: new RegExp(`^(?:等|到|在)?(?<said>\\S.{0,20}?) ?${BEHIND_ZH}$`, 'iu'), wish: onChineseDay },
    {
      pattern: new RegExp(
        `^${FOLLOW_UP}[ :：]{0,2}(?:(?:on|at|until|till|for|to|is|by)[ :：]{1,2}|(?:于|在|到|至|改为|改到|改成|设为|为)[ :：]{0,2})?(?<said>.{1,60})$`,
        'i',
      ),
      wish: followUp,
    },
    {
      pattern:
        /^(?<said>(?:过|今|明|后|大后|下|本|这|\d|[一二两三四五六七八九十]|周|星期|礼拜|月).{0,12}?)再?(?:跟进|跟|看看|看一看|看|说|聊|提醒我?)$/u,
      wish: followUp,
    },
  ],
  asks: { pattern: new RegExp(`^${FOLLOW_UP}`, 'i'), hint: HINTS.followUp },
};

function onDay(phrase: string): Wish | null {
  const day = phrase.replace(/^(?:on|at|until|till|for|to|by) /iu, '');
  return isDay(day) ? { kind: 'follow-up', phrase: day } : null;
}

/** `12/1`: in Chinese the month stands first. */
const MONTH_AND_DAY = /^(?<month>\d{1,2})[/.-](?<day>\d{1,2})$/u;

function onChineseDay(phrase: string): Wish | null {
  const day = phrase.replace(/(?:再|吧)$/u, '').trim();
  return onDay(day.replace(MONTH_AND_DAY, '$<month>月$<day>日'));
}

function followUp(phrase: string): Wish | null {
  if (phrase === '下次' || isPlaceholder(phrase)) {
    return unclear(HINTS.followUp);
  }
  return phrase === '' ? null : { kind: 'follow-up', phrase };
}
