import { findCustomerNumber } from '#src/cases/customer-number.ts';
import { localDay } from '#src/follow-ups/next-follow-up.ts';
import { readFollowUpDay } from '#src/follow-ups/read-day.ts';
import { WORKING_WEEK } from '#src/follow-ups/read-days.ts';
import { readWish } from './case-verbs.ts';
import type { Wish } from './case-wish.ts';
import { asWord, halfWidth, type Said, withoutEnd } from './courtesy.ts';
import { spelt } from './misspelt.ts';
import { isNod } from './nods.ts';

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
const NOTE =
  /^(?:(?:add|make) (?:a )?note(?: that)?|notes?(?: that)?|comment|(?:添加|加|记|写)(?:个|一条)?备注|备注|记录|记一下|记一笔|备忘)(?![A-Za-z])/iu;

const STOP =
  /^(?:stop|cancel|abort|quit|exit|never ?mind|forget it|停|停止|停下|取消|算了|不要了|先不用了?|先这样吧?|退出|终止)(?: it| that)?$/iu;
const UNDO =
  /^(?:undo|undo (?:it|that|this|(?:the |my )?last(?: change)?)|revert(?: it| that)?|take (?:it|that) back|撤销|撤回|撤消|撤销(?:刚才的?|上一步|上次)?(?:修改|操作|更改)?|恢复上一步)$/iu;

/** Whose words are whole sentences only because they begin with one of ours: `closed source drivers are bad`. */
const CLOSING =
  /^(?:closed?|resolved?)(?![A-Za-z])(?! {0,2}(?:$|with\b|as\b|because\b|it\b|this\b|now\b|[:：,，.。]))/iu;
const ITSELF =
  /^(?<verb>archive|close|re-?open|report|export|forget|delete|re-?analy[sz]e|take|assign|snooze|show) (?:this (?:case|one|ticket)|the case|it|this|that)(?= |$)/iu;
const THIS_CASE =
  /^(?:这个?|该|本|此)(?:案例|案件|工单|case)的? ?|^这个(?=先|给|交|转|归|关|升|降|下|等)|^(?:set |change |mark )?(?:this|the) (?:case|ticket)(?:'s)? ?/iu;
const THIS_BEHIND = / ?(?:这个?|该|本|此)(?:案例|案件|工单)[吧了]?$/u;
/** What is said before the thing itself. */
const SAID_FIRST = [
  ...['oops', 'sorry', 'ok(?:ay)?', 'well', 'so', 'hm+', 'ah', 'oh', 'alright', 'right', 'yes'],
  ...['嗯+', '哦', '好的?', '那', '那就', '行', '不好意思', '(?:刚才)?(?:弄|点|写)错了'],
];
const WISHING = ["let(?:'s| us)", 'we (?:can|should)', "i(?:'d| would) like to", 'i want to'];
const OPENING = new RegExp(
  `^(?:(?:(?:${SAID_FIRST.join('|')})[,，!！ ]{1,3}){1,2}|(?:${WISHING.join('|')}) )(?=\\S{2})`,
  'iu',
);
/** `give me a short report`, `发一份中文报告`, `报告发我`: a mail is asked for. */
const ASKING_FOR =
  /^(?:(?:give|send|get|write|show|make|generate)(?: me| us)? |i need )(?:the |an? )?(?=(?:short|brief|full|analysis|report|follow[- ]?up mail|log request|draft|reminder mail))/iu;
const ASKING_FOR_ZH =
  /^(?:发|给|写|出|来|生成|起草)(?:我|给我|一下)?(?:一份|一个|一封|份|个|封)(?=(?:中文|英文|简短|简版|完整|详细|的){0,4}(?:分析)?报告|跟进邮件)|(?<=报告|邮件)(?:发|给)(?:给)?我(?:一下|看看)?$/u;
const TO_WHOM =
  /(?<=mail|reminder) (?:to|for) (?:the )?(?:customer|client|vendor)$|(?<=邮件)(?:催|发给|给)(?:一下)?(?:客户|厂商|用户)$/iu;
const FREE: ReadonlySet<string> = new Set(['noted', 'titled', 'owner-set', 'closed', 'numbered']);
const LONGEST_SPELT = 60;
const ONE_DAY = localDay('2000-01-03T00:00:00.000Z', 'UTC');

/** Reads few words as something about what is at hand; null where they are nothing of the kind. */
export function readBareCommand({ text, plain }: Said): BareCommand | null {
  const isNote = NOTE.test(text);
  if (!isNote && (text.includes('\n') || text.length > LONGEST)) {
    return null;
  }
  const word = asWord(halfWidth(plain).replace(OPENING, ''));
  if (isNod(text)) {
    return { kind: 'nod' };
  }
  if (STOP.test(word)) {
    return { kind: 'stop' };
  }
  if (UNDO.test(word)) {
    return { kind: 'undo' };
  }
  if (isNote) {
    return wishOf(text);
  }
  const typed = bareOf(halfWidth(text));
  return wishOf(typed) ?? wishOf(bareOf(halfWidth(plain))) ?? misspelt(typed) ?? numberOf(withoutEnd(plain).trim());
}

/** Free words are as they were typed, misspelt or not. */
function misspelt(typed: string): BareCommand | null {
  const meant = typed.length > LONGEST_SPELT ? null : spelt(typed);
  const command = meant === null ? null : wishOf(meant);
  const isFree = command?.kind === 'wish' && command.wish.kind === 'change' && FREE.has(command.wish.change.kind);
  return isFree ? null : command;
}

/** `archive it`, `把这个案例归档`. */
function bareOf(text: string): string {
  return text
    .replace(OPENING, '')
    .replace(/^[把将](?=\S)/u, '')
    .replace(ASKING_FOR, '')
    .replace(ASKING_FOR_ZH, '')
    .replace(TO_WHOM, '')
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
