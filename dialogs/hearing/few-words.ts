import { readAnyOrder } from './any-order.ts';
import { readWish } from './case-verbs.ts';
import type { Wish } from './case-wish.ts';
import { withoutEnd } from './courtesy.ts';
import { isDay } from './day-said.ts';
import { isLeadingIn, isPlanned, isReported } from './reported.ts';
import { withoutOpening } from './said-first.ts';
import { partyNamed } from './verbs/parties.ts';

/** What few words wish of the case at hand, as `said` after what only opens them. */
export interface FewWords {
  readonly wish: Exclude<Wish, { kind: 'text' }>;
  readonly said: string;
}

const LONGEST_HINTED = 24;

/** Whose words are whole sentences only because they begin with one of ours: `closed source drivers are bad`. */
const CLOSING =
  /^(?:closed?|resolved?)(?![A-Za-z])(?! {0,2}(?:$|with\b|as\b|because\b|it\b|this\b|now\b|[:：,，.。]))/iu;
const ITSELF =
  /^(?<verb>archive|close|re-?open|report|export|forget|delete|re-?analy[sz]e|take|assign|snooze|show|rename) (?:this (?:case|one|ticket)|the case|it|this|that)(?=[ ,，.:：;]|$)/iu;
const THIS_CASE =
  /^(?:这个?|该|本|此)(?:案例|案件|工单|case|单子?(?![元独位机步核点个]))的? ?|^这个(?=先|给|交|转|归|关|升|降|下|等|由|让|派|我|要|提|该|定|改)|^(?:set |change |mark )?(?:this|the) (?:case|ticket)(?:'s)? ?/iu;
const THIS_BEHIND = / ?(?:这个?|该|本|此)(?:案例|案件|工单|case|单子?)[吧了]?$/iu;
/** `give me a short report`, `发一份中文报告`, `报告发我`: a mail is asked for. */
const ASKING_FOR =
  /^(?:(?:give|send|get|write|show|make|generate)(?: me| us)? |i need )(?:the |an? )?(?=(?:short|brief|full|analysis|report|follow[- ]?up mail|log request|draft|reminder mail))/iu;
const ASKING_FOR_ZH =
  /^(?:发|给|写|出|来|生成|起草)(?:我|给我|一下)?(?:一份|一个|一封|份|个|封)(?=(?:中文|英文|简短|简版|完整|详细|的){0,4}(?:分析)?报告|跟进邮件)|(?<=报告|邮件)(?:发|给)(?:给)?我(?:一下|看看)?$/u;
/** How soon, and from when on: everything is done at once. */
const AT_ONCE = /^(?:(?:先|要|得|需要|现在|目前|赶紧|赶快|马上|立刻|立即|直接|还是|以后|今后|以后都|这次)(?=\S{2}))/u;
const TO_WHOM =
  /(?<=mail|reminder) (?:to|for) (?:the )?(?:customer|client|vendor)$|(?<=邮件)(?:催|发给|给)(?:一下)?(?:客户|厂商|用户)$/iu;

/** Reads few words as they were typed; null where they wish nothing, or too vaguely. */
export function readFewWords(typed: string): FewWords | null {
  const said = bareOf(typed);
  return wishOf(said) ?? ofAnyOrder(said) ?? ofClauses(said);
}

/** `archive it`, `把这个案例归档`. */
export function bareOf(text: string): string {
  return withoutOpening(text)
    .replace(/^[把将](?=\S)/u, '')
    .replace(ASKING_FOR, '')
    .replace(ASKING_FOR_ZH, '')
    .replace(TO_WHOM, '')
    .replace(ITSELF, '$<verb>')
    .replace(AT_ONCE, '')
    .replace(THIS_CASE, '')
    .replace(AT_ONCE, '')
    .replace(THIS_BEHIND, '')
    .trim();
}

export function wishOf(said: string): FewWords | null {
  if (said === '' || CLOSING.test(said)) {
    return null;
  }
  const wish = readWish(said);
  if (wish.kind === 'text') {
    return isDay(said) ? { wish: { kind: 'follow-up', phrase: withoutEnd(said) }, said } : null;
  }
  const isVague =
    (wish.kind === 'unclear' && said.length > LONGEST_HINTED) || (wish.kind === 'follow-up' && !isDay(wish.phrase));
  return isVague ? null : { wish, said };
}

function ofAnyOrder(said: string): FewWords | null {
  const wish = readAnyOrder(withoutEnd(said));
  return wish === null || wish.kind === 'text' ? null : { wish, said };
}

const APART = /[,，;；。]\s*|[.!！](?:\s+|$)|\s+[-–—]{1,2}\s+/u;
const MOST_CLAUSES = 4;

/** A wish, and beside it why: `客户很急，升 A`, `close it, driver updated`. The reason for closing is how the case ended. */
function ofClauses(said: string): FewWords | null {
  const clauses = said.split(APART).filter((clause) => clause.trim() !== '');
  if (clauses.length < 2 || clauses.length > MOST_CLAUSES || isPlanned(said)) {
    return null;
  }
  const [first = '', last = ''] = [clauses[0], clauses.at(-1)];
  const [head, tail] = [clauses.slice(0, -1).join(', '), clauses.slice(1).join(', ')];
  return withReason(last, head, said) ?? withReason(first, tail, said);
}

function withReason(clause: string, reason: string, said: string): FewWords | null {
  const bare = bareOf(clause.trim());
  const wish = waitingFor(bare, reason) ?? (wishOf(bare) ?? ofAnyOrder(bare))?.wish;
  if (!wish || wish.kind === 'unclear' || wish.kind === 'show' || isFree(wish)) {
    return null;
  }
  const isReopening = wish.kind === 'change' && wish.change.kind === 'reopened';
  if (isReported(reason) && !(isReopening && !isLeadingIn(reason))) {
    return null;
  }
  if (wish.kind === 'change' && wish.change.kind === 'closed') {
    return { wish: { kind: 'change', change: { kind: 'closed', outcome: reason.trim() } }, said };
  }
  return { wish, said };
}

const FOR_THEM =
  /^(?:still |now )?waiting(?: (?:on|for) (?:them|him|her|it|(?:an?|the|their|his|her)? ?(?:reply|answer|response|feedback)))?$/iu;
const FOR_THEM_ZH = /^在?等(?:他们|它们|对方|回复|结果|消息|反馈|答复|回信)$/u;

/** `waiting on them`, `等回复`: on whom stands before. */
function waitingFor(clause: string, reason: string): FewWords['wish'] | null {
  const party = FOR_THEM.test(clause) || FOR_THEM_ZH.test(clause) ? partyNamed(reason) : null;
  return party === null ? null : { kind: 'change', change: { kind: 'waiting-set', for: party } };
}

/** Free words beside a reason may be a part of it. */
function isFree(wish: Wish): boolean {
  return (
    wish.kind === 'change' &&
    (['noted', 'titled', 'numbered'].includes(wish.change.kind) ||
      (wish.change.kind === 'closed' && wish.change.outcome !== ''))
  );
}
