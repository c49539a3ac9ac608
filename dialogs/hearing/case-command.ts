import { readWish } from './case-verbs.ts';
import type { CaseCommand, Wish } from './case-wish.ts';
import { asksWhether, halfWidth, type Said, withoutCourtesy } from './courtesy.ts';
import { readFewWords } from './few-words.ts';
import { takeCase, takeNumbered, withDigits } from './named-case.ts';
import { readOpening } from './opening.ts';
import { readOwnList } from './own-list.ts';
import { isPlanned, isReported } from './reported.ts';

/** A number of ours, or anything with a digit in it that may be a customer's. */
const REF = '#?[A-Za-z0-9][A-Za-z0-9_./#-]{0,59}';
const CASE = '(?:case|ticket|案例|案件|工单)';

/** `set case 3 severity A`, `把案例 3 的级别改为 A`. */
const SETTING = new RegExp(`^(?:set|change|update|put|把|将) ?(?=${CASE} ?#?\\w)`, 'i');
const NUMBER_FIRST = new RegExp(`^第? ?(?<number>\\d{1,9}) ?号 ?(?<word>${CASE})`, 'i');

/** `also have a look at case 3`, `顺便看下案例 3`. */
const LOOKING = [
  '(?:also |and |then |next )?(?:show|view|see|display|check|pull up|bring up|go to)(?: me)?(?: the)?',
  '(?:also |and |then |next )?(?:have |take )?(?:a |another )?(?:quick )?look at(?: the)?',
  '(?:顺便|再|也|另外|然后){0,2}(?:查看|显示|看看|看一下|看下|看一看|瞧瞧|瞧下|打开看看|看)',
].join('|');
const SHOW = new RegExp(
  `^(?:${LOOKING}) ?${CASE} ?(?<ref>${REF}?)(?:,? (?:too|also|as well|next|again)|吧)?[?？]?$|^(?:what|how) about(?: the)? ?${CASE} ?(?<about>${REF}?)[?？]?$|^(?:open|打开) ?${CASE} ?(?<own>#?\\d{1,9})$`,
  'i',
);
const OF_CASE = new RegExp(`^${CASE} ?(?<ref>${REF})(?: ?的)?[ :：,，]{0,3}(?<words>.*)$`, 'is');

/** Wishes that are said before the number, with or without the word "case" between. */
const BEFORE_NUMBER =
  '(?:short |brief |full )?(?:analysis )?report|(?:draft (?:an? |the )?)?(?:archiv(?:e|ing)|clos(?:e|ing)|re-?open(?:ing)?) (?:e-?)?mail|' +
  'draft(?: (?:a |the )?(?:follow[- ]?up|mail|reminder)){0,2}|follow[- ]?up mail|collect(?: (?:the )?logs?)?|log request|' +
  'export|forget|archive|re-?open|re-?analy[sz]e|' +
  '(?:英文|中文|简短|简版|简要|完整|详细){0,2}的?(?:分析)?报告|(?:草拟|起草|写)?(?:(?:临时)?归档|关闭|结案|重新打开|重开)(?:邮件|通知)|' +
  '(?:草拟|起草|写)(?:跟进)?(?:邮件)?|跟进邮件|收集(?:日志|信息)?|导出(?:案例)?(?:记录)?|忘记|删除|归档|重新打开|重新分析';
/** Those that mean something else where no "case" follows. */
const BEFORE_CASE = 'close|delete|take|assign|rename|remind me|follow[- ]?up|关闭|结案|认领|跟进|提醒我?跟进|提醒我?';
const VERB_FIRST = new RegExp(
  `^(?:(?<free>${BEFORE_NUMBER})(?: for| of| on)?(?: the)? ?(?:${CASE} ?)?|(?<bound>${BEFORE_CASE})(?: of| about| on)?(?: the)? ?${CASE} ?)(?<ref>${REF})(?: ?的)?(?<words>.*)$`,
  'i',
);

/** A command fits into a line; what is longer begins with its number. */
const LONGEST_COMMAND = 300;
const MOST_READ = 20_000;

/** Reads what was said as a command about cases; null where it is none. */
export function readCaseCommand({ text, plain }: Said): CaseCommand | null {
  const said = { text: text.slice(0, MOST_READ), plain: plain.slice(0, MOST_READ) };
  const read = readAsTyped(said);
  if (said.text.length > LONGEST_COMMAND) {
    return read;
  }
  if (read) {
    return isUnread(read) ? (readAnywhere(halfWidth(said.text)) ?? read) : read;
  }
  const usual = { text: halfWidth(said.text), plain: halfWidth(said.plain) };
  const numbered = { text: withDigits(usual.text), plain: withDigits(usual.plain) };
  return (
    (usual.text === said.text ? null : readAsTyped(usual)) ??
    (numbered.text === usual.text ? null : understood(readAsTyped(numbered))) ??
    readAnywhere(numbered.text) ??
    readWithoutNumber(usual.text)
  );
}

/** The case that is named is not the one that something is to be done to: `close as duplicate of case 2`. */
const ONLY_LIKE =
  /(?<![a-z])(?:dup(?:e|licates?|licated)?|same as|same (?:issue|problem|crash) as|merged (?:in|into|with)|covered by)(?![a-z])|[,，;(] ?see |重复|一样|相同|同一个?问题/iu;

function understood(read: CaseCommand | null): CaseCommand | null {
  return read && isUnread(read) ? null : read;
}

/** The number of a case, and behind it nothing that is understood as it stands. */
function isUnread(read: CaseCommand): boolean {
  return read.kind === 'of' && (read.wish.kind === 'text' || read.wish.kind === 'unclear');
}

/** `push case 3 to Monday`: the case is named somewhere, and the words without it wish something of a case. */
function readAnywhere(text: string): CaseCommand | null {
  const naming = takeCase(text) ?? takeNumbered(text);
  if (naming === null || ONLY_LIKE.test(text) || isReported(naming.before) || isPlanned(naming.before)) {
    return null;
  }
  const wish = readFewWords(naming.rest)?.wish ?? readFewWords(withoutCourtesy(naming.rest).plain)?.wish;
  if (asksWhether(naming.rest) || (wish?.kind !== 'show' && /[吗么嘛][?？]?$/u.test(naming.rest))) {
    return null;
  }
  if (naming.isCustomers && wish?.kind !== 'show') {
    return null;
  }
  const isOfNote = readFewWords(naming.before)?.wish;
  if (
    !wish ||
    wish.kind === 'unclear' ||
    (naming.rest !== naming.before && isFree(wish) && isOfNote && isFree(isOfNote))
  ) {
    return null;
  }
  return about(naming.ref, wish);
}

/** What takes any words may have taken the case as some of them: `note: see case 3`. */
function isFree(wish: Wish): boolean {
  return wish.kind === 'change' && ['noted', 'titled'].includes(wish.change.kind);
}

/** What a list of commands shows where a number belongs. */
const STANDS_FOR = /[<‹〈＜[{【][^<>‹›〈〉＜＞[\]{}【】\n]{1,30}[>›〉＞\]}】]/u;

function readWithoutNumber(text: string): CaseCommand | null {
  if (text.includes('\n')) {
    return null;
  }
  const plain = text.replace(/&lt;/gi, '<').replace(/&gt;/gi, '>');
  if (!STANDS_FOR.test(plain)) {
    return null;
  }
  const numbered = plain.replace(STANDS_FOR, '1');
  const read = readAsTyped({ text: numbered, plain: numbered });
  return read?.kind === 'of' && read.wish.kind !== 'text' ? { kind: 'which' } : null;
}

function readAsTyped({ text, plain }: Said): CaseCommand | null {
  const isLine = text.length <= LONGEST_COMMAND && !text.includes('\n');
  const typed = isLine ? tidy(text) : text;
  const line = isLine ? tidy(plain) : null;
  const shown = line && SHOW.exec(line)?.groups;
  if (shown && line !== null && /\d/u.test(line)) {
    const { ref, own, about: asked } = shown;
    return about(ref ?? own ?? asked ?? '', { kind: 'show' });
  }
  const opened = readOpening(typed, line);
  if (opened) {
    return opened;
  }
  const which = line === null ? null : readOwnList(line);
  if (which) {
    return { kind: 'list', which };
  }
  const ofCase = readOfCase(typed);
  return line === null || ofCase ? ofCase : (readVerbFirst(typed) ?? readVerbFirst(line));
}

function tidy(text: string): string {
  return text.replace(SETTING, '').replace(NUMBER_FIRST, '$<word> $<number>').trim();
}

function readOfCase(typed: string): CaseCommand | null {
  const { ref = '', words = '' } = OF_CASE.exec(typed)?.groups ?? {};
  return about(ref, readWish(words.trim().replace(/^[?？]{1,3}$/u, '')));
}

function readVerbFirst(line: string): CaseCommand | null {
  const { free, bound, ref = '', words = '' } = VERB_FIRST.exec(line)?.groups ?? {};
  const wish = readWish(`${free ?? bound ?? ''} ${words.replace(/^[ :：,，]{1,3}/, '')}`.trim());
  return wish.kind === 'text' || wish.kind === 'unclear' ? null : about(ref, wish);
}

/** Only what has a digit is a number: "case in point" is none. */
function about(ref: string, wish: Wish): CaseCommand | null {
  return /\d/.test(ref) ? { kind: 'of', ref: bare(ref), wish } : null;
}

/** The number without its sign, and without a full stop that ended the sentence. */
function bare(ref: string): string {
  return ref.replace(/^#/, '').replace(/[./#-]{1,5}$/, '');
}
