import { findCustomerNumber } from '#src/cases/customer-number.ts';
import { change, type Wish } from './case-wish.ts';
import { asWord, halfWidth, type Said, withoutEnd } from './courtesy.ts';
import { isDay } from './day-said.ts';
import { bareOf, type FewWords, readFewWords, wishOf } from './few-words.ts';
import { anyOf, CARRIERS, isMadeOf } from './made-of.ts';
import { spelt } from './misspelt.ts';
import { isNod } from './nods.ts';
import { readCorrection, withoutOpening } from './said-first.ts';
import { partyOf } from './verbs/parties.ts';

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
const NUMBER = /^[[【(（]?#?(?<ref>(?!0x)[A-Za-z0-9][A-Za-z0-9_./#-]{0,59})[\])】）]?$/iu;
const NOTE =
  /^(?:(?:add|make) (?:a )?note(?: that)?|notes?(?: that)?|comment|(?:添加|加|记|写)(?:个|一条)?备注|备注|记录|记一下|记一笔|备忘)(?![A-Za-z])/iu;

const STOP =
  /^(?:stop|cancel|abort|quit|exit|never ?mind|forget it|停|停止|停下|取消|算了|不要了|先不用了?|先这样吧?|退出|终止)(?: it| that)?$/iu;
const UNDO = anyOf(
  ['undo, revert, take (?:it|that|this) back, roll (?:it|that) back, put (?:it|that) back'],
  ['撤销, 撤回, 撤消, 退回去, 退回, 改回去, 改回来, 恢复上一步'],
);
/** "Can I roll it back?" asks about the driver: a question takes no change back. */
const ASKS_FOR_DRIVER = /\broll (?:it|that|this)? ?back\b.{0,40}\?/iu;
const BESIDE_UNDO = anyOf(
  [
    'oops, sorry, pls, ouch, damn, did, is, what, just, step, i, the, my, last, previous, change, step, wrong, my mistake, mistake, was, i, clicked, thing',
  ],
  [
    '刚才, 刚刚, 上一条, 上条, 上一步, 上次, 上一个, 操作, 修改, 更改, 改错, 弄错, 点错, 写错, 搞错, 说错, 错, 抱歉, 不好意思, 回, 去, 那个, 那条, 那一步, 这步, 一步, 掉, 上, 条, 的',
  ],
);
const FREE: ReadonlySet<string> = new Set(['noted', 'titled', 'owner-set', 'closed', 'numbered']);
const LONGEST_SPELT = 60;

/** Reads few words as something about what is at hand; null where they are nothing of the kind. */
export function readBareCommand({ text, plain }: Said): BareCommand | null {
  const isNote = NOTE.test(text);
  if (!isNote && (text.includes('\n') || text.length > LONGEST)) {
    return null;
  }
  const word = asWord(withoutOpening(halfWidth(plain)));
  if (isNod(text)) {
    return { kind: 'nod' };
  }
  if (STOP.test(word)) {
    return { kind: 'stop' };
  }
  if (isNote) {
    return obeying(wishOf(text));
  }
  const [typed, usual] = [halfWidth(text), halfWidth(plain)];
  if (isMadeOf(asWord(usual), UNDO, BESIDE_UNDO, ...CARRIERS) && !ASKS_FOR_DRIVER.test(halfWidth(text))) {
    return { kind: 'undo' };
  }
  return (
    obeying(readFewWords(typed) ?? readFewWords(usual) ?? misspelt(bareOf(typed)) ?? corrected(usual)) ??
    numberOf(withoutEnd(plain).trim())
  );
}

function obeying(read: FewWords | null): BareCommand | null {
  return read && { kind: 'wish', ...read };
}

/** Free words are as they were typed, misspelt or not. */
function misspelt(typed: string): FewWords | null {
  const meant = typed.length > LONGEST_SPELT ? null : spelt(typed);
  const read = meant === null ? null : readFewWords(meant);
  const isFree = read?.wish.kind === 'change' && FREE.has(read.wish.change.kind);
  return isFree ? null : read;
}

/** `no, Thursday`, `不是 B，是 C`: a value alone, in place of the one before. */
function corrected(typed: string): FewWords | null {
  const value = readCorrection(typed);
  const wish = value === null ? null : valueAlone(withoutEnd(value));
  return wish === null || wish.kind === 'text' ? null : { wish, said: typed };
}

function valueAlone(value: string): Wish | null {
  if (isDay(value)) {
    return { kind: 'follow-up', phrase: value };
  }
  const { letter } = /^(?:sev(?:erity)? )?(?<letter>[abc])(?: ?级)?$/iu.exec(value)?.groups ?? {};
  const upper = letter?.toUpperCase();
  if (upper === 'A' || upper === 'B' || upper === 'C') {
    return change({ kind: 'severity-set', severity: upper });
  }
  const party = partyOf(value.replace(/^the /iu, ''));
  return party ? change({ kind: 'waiting-set', for: party }) : null;
}

function numberOf(line: string): BareCommand | null {
  const { ref = '' } = NUMBER.exec(line)?.groups ?? {};
  const isNumber = /^\d{1,4}$/.test(ref) || findCustomerNumber(ref) !== null;
  return isNumber ? { kind: 'number', ref } : null;
}
