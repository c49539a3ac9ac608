import { findCustomerNumber } from '#src/cases/customer-number.ts';
import { localDay } from '#src/follow-ups/next-follow-up.ts';
import { readFollowUpDay } from '#src/follow-ups/read-day.ts';
import { WORKING_WEEK } from '#src/follow-ups/read-days.ts';
import { readWish } from './case-verbs.ts';
import type { Wish } from './case-wish.ts';
import { asWord, halfWidth, type Said, withoutEnd } from './courtesy.ts';

/** Few words about whatever is at hand. */
export type BareCommand =
  | { readonly kind: 'wish'; readonly wish: Exclude<Wish, { kind: 'text' }>; readonly said: string }
  /** A number of ours, or the customer's, and nothing else. */
  | { readonly kind: 'number'; readonly ref: string }
  | { readonly kind: 'undo' }
  /** Something was seen, and nothing is asked for. */
  | { readonly kind: 'nod' }
  /** Something is to end that is not said. */
  | { readonly kind: 'stop' };

const LONGEST = 200;
const LONGEST_HINTED = 24;
const NUMBER = /^[[【(（]?#?(?<ref>(?!0x)[A-Za-z0-9][A-Za-z0-9_./#-]{0,59})[\])】）]?$/iu;
const NOTE = /^(?:add (?:a )?note|notes?|comment|添加备注|加备注|备注|记录|记一下|备忘)(?![A-Za-z])/iu;

const NOD = new Set([
  ...['ok', 'okay', 'k', 'kk', 'yes', 'yep', 'sure', 'got it', 'noted', 'received', 'understood', 'roger', 'perfect'],
  ...['great', 'nice', 'cool', 'fine', 'good', 'done', 'will do', 'all good', 'sounds good', 'good job', 'well done'],
  ...['lgtm', 'right', 'i see', 'no', 'nope', 'i understand', 'makes sense', 'no problem', 'no worries', 'awesome'],
  ...['好', '好的', '好的呢', '好吧', '好滴', '好嘞', '行', '可以', '可以的', '收到', '收到了', '明白', '明白了'],
  ...['了解', '了解了', '知道了', '嗯', '嗯嗯', '哦', '对', '对的', '是', '是的', '没问题', '没事', '没事了', '不用'],
  ...[
    '不用了',
    '辛苦',
    '辛苦了',
    '棒',
    '赞',
    '厉害',
    'ok了',
    'ok的',
    '已阅',
    '知悉',
    '已知悉',
    '太好了',
    '不错',
    '嗯好的',
  ],
]);
const SIGNS = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u200d|\s){1,20}$|^\+1$|^\(y\)$|^:\)$/u;
const STOP =
  /^(?:stop|cancel|abort|quit|exit|never ?mind|forget it|停|停止|停下|取消|算了|不要了|退出|终止)(?: it| that)?$/iu;
const UNDO =
  /^(?:undo|undo (?:it|that|this|the last(?: change)?|last(?: change)?)|revert(?: it| that)?|take (?:it|that) back|撤销|撤回|撤消|撤销(?:刚才的?|上一步|上次)?(?:修改|操作|更改)?|恢复上一步)$/iu;

/** Whose words are whole sentences only because they begin with one of ours: `closed source drivers are bad`. */
const CLOSING =
  /^(?:closed?|resolved?)(?![A-Za-z])(?! {0,2}(?:$|with\b|as\b|because\b|it\b|this\b|now\b|[:：,，.。]))/iu;
const ITSELF =
  /^(?<verb>archive|close|re-?open|report|forget|delete|re-?analy[sz]e|take|assign|snooze|show) (?:this (?:case|one|ticket)|the case|it|this|that)(?= |$)/iu;
const THIS_CASE =
  /^(?:这个?|该|本|此)(?:案例|案件|工单|case)的? ?|^(?:set |change |mark )?(?:this|the) (?:case|ticket)(?:'s)? ?/iu;
const THIS_BEHIND = / ?(?:这个?|该|本|此)(?:案例|案件|工单)$/u;
const ONE_DAY = localDay('2000-01-03T00:00:00.000Z', 'UTC');

/** Reads few words as something about what is at hand; null where they are nothing of the kind. */
export function readBareCommand({ text, plain }: Said): BareCommand | null {
  const isNote = NOTE.test(text);
  if (!isNote && (text.includes('\n') || text.length > LONGEST)) {
    return null;
  }
  const word = asWord(halfWidth(plain));
  if (SIGNS.test(text.trim()) || NOD.has(word)) {
    return { kind: 'nod' };
  }
  if (STOP.test(word)) {
    return { kind: 'stop' };
  }
  if (UNDO.test(word)) {
    return { kind: 'undo' };
  }
  return isNote ? wishOf(text) : (wishOf(bareOf(halfWidth(text))) ?? numberOf(withoutEnd(plain).trim()));
}

/** `archive it`, `把这个案例归档`. */
function bareOf(text: string): string {
  return text
    .replace(/^[把将](?=\S)/u, '')
    .replace(ITSELF, '$<verb>')
    .replace(THIS_CASE, '')
    .replace(THIS_BEHIND, '')
    .trim();
}

function wishOf(said: string): BareCommand | null {
  if (said === '' || CLOSING.test(said)) {
    return null;
  }
  const wish = readWish(said);
  if (wish.kind === 'text') {
    return isDay(said) ? { kind: 'wish', wish: { kind: 'follow-up', phrase: withoutEnd(said) }, said } : null;
  }
  const isVague =
    (wish.kind === 'unclear' && said.length > LONGEST_HINTED) || (wish.kind === 'follow-up' && !isDay(wish.phrase));
  return isVague ? null : { kind: 'wish', wish, said };
}

/** Any day will do: when it is, is for whoever knows today. */
function isDay(phrase: string): boolean {
  return readFollowUpDay(withoutEnd(phrase), ONE_DAY, { days: WORKING_WEEK, holidays: null }) !== null;
}

function numberOf(line: string): BareCommand | null {
  const { ref = '' } = NUMBER.exec(line)?.groups ?? {};
  const isNumber = /^\d{1,4}$/.test(ref) || findCustomerNumber(ref) !== null;
  return isNumber ? { kind: 'number', ref } : null;
}
