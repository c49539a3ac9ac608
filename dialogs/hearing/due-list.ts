import { asWord } from './courtesy.ts';
import { anyOf, CARRIERS, isMadeOf } from './made-of.ts';

const DUE_ENGLISH = [
  "(?:what(?:'s| is) |(?:is )?anything |is something |show |list )?(?:due|overdue)(?: today| now)?",
  "today's cases|cases? (?:due|overdue)(?: today)?",
  'what (?:do i|do we|should i) (?:have )?(?:to )?do today',
];
const DUE_CHINESE = [
  '(?:今天|今日|当天)?(?:到期|要跟进|该跟进|需要跟进)(?:的)?(?:案例|案件)?(?:有哪些)?|今天(?:的)?跟进',
  '今天有?(?:什么|哪些)(?:案例)?(?:要|需要|该)?(?:跟进|处理|到期)的?(?:案例)?',
  '今天(?:要|需要|该)(?:跟进|处理)(?:什么|哪些)(?:案例)?',
];
const DUE_TODAY = anyOf(
  [
    'due, overdue, up (?:for )?today, on (?:for )?today, on my list(?: for)? today, needs? (?:an? |to be )?(?:follow[- ]?up|chas(?:e|ing)|calls?)',
    "today's (?:list|follow[- ]?ups)",
    '(?:to|should i|do i|must i|i should) (?:chase|follow up|ping|call|nudge|contact)(?: with| on)?',
  ],
  ['今天|今日|当天'],
);
const BESIDE_DUE = anyOf(
  [
    "today, what's, whats, what, who, whom, which, is, are, do, i, have, need, should, anything, any",
    'something, cases, ones, list, show, my, comes',
  ],
  [
    '有没有, 有, 啥, 什么, 哪些, 哪几个, 谁, 几个, 要, 该, 需要, 得, 应该, 跟进, 催, 到期, 处理, 联系, 回访, 跟, 吗, 呢, 看看, 列, [?？]',
  ],
);
/** Of the Chinese ones: what is to be done, and that it is asked. */
const IS_DUE_ASKED = /today|due|(?=.*(?:跟|催|到期|处理|联系|回访))(?:.*(?:有|啥|什么|哪|谁|几|吗))/iu;
const DUE = new RegExp(`^(?:${[...DUE_ENGLISH, ...DUE_CHINESE].join('|')})$`, 'iu');
/** `what's due today`, `今天有啥要跟进的`. */
export function asksForDue(line: string): boolean {
  return DUE.test(asWord(line)) || (IS_DUE_ASKED.test(line) && isMadeOf(line, DUE_TODAY, BESIDE_DUE, ...CARRIERS));
}
