import { LONGEST_LINE, LONGEST_NOTE } from '#src/cases/case-event.ts';
import { cleanLine } from '#src/cases/clean-text.ts';
import { readWish } from './case-verbs.ts';
import type { CaseCommand, ListOf, Wish } from './case-wish.ts';
import { halfWidth, type Said, withoutEnd } from './courtesy.ts';

/** A number of ours, or anything with a digit in it that may be a customer's. */
const REF = '#?[A-Za-z0-9][A-Za-z0-9_./#-]{0,59}';
const CASE = '(?:case|ticket|案例|案件|工单)';
const CASES = '(?:cases|tickets|案例|案件|工单)';

/** `set case 3 severity A`, `把案例 3 的级别改为 A`. */
const SETTING = new RegExp(`^(?:set|change|update|put|把|将) ?(?=${CASE} ?#?\\w)`, 'i');
const NUMBER_FIRST = new RegExp(`^第? ?(?<number>\\d{1,9}) ?号 ?(?<word>${CASE})`, 'i');

const SHOW = new RegExp(
  `^(?:(?:show|view|see|display)(?: me)?(?: the)?|查看|显示|看) ?${CASE} ?(?<ref>${REF})$|^(?:open|打开) ?${CASE} ?(?<own>#?\\d{1,9})$`,
  'i',
);
const OPENING = [
  '(?:case|ticket) (?:new|create)',
  '(?:new|open|create|start) (?:an? )?(?:new )?(?:case|ticket)',
  '(?:新建|创建|新开|新增|建立|新|开)(?:一个|个)? ?(?:案例|案件|工单|case)',
  '(?:案例|案件|工单) ?(?:新建|创建)',
  '开案',
  '立案',
];
const NEW = new RegExp(`^(?:${OPENING.join('|')})(?![A-Za-z])[ \\t:：,，]{0,3}(?<said>.*)$`, 'is');
const LIST = new RegExp(
  `^(?:(?:list|show|view)(?: me)?(?: the)? )?(?:(?<which>all|my|our|open) )?${CASES}(?: ?(?<after>all|open|list|mine|全部|列表|清单))?$` +
    `|^(?:case|ticket) list$` +
    `|^(?:查看|显示|列出)? ?(?<chinese>全部|所有|我的|打开的|未关闭的)?的? ?(?:案例|案件|工单)(?:列表|清单)?$`,
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
  if (read || said.text.length > LONGEST_COMMAND) {
    return read;
  }
  const usual = { text: halfWidth(said.text), plain: halfWidth(said.plain) };
  return (usual.text === said.text ? null : readAsTyped(usual)) ?? readWithoutNumber(usual.text);
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
  if (shown) {
    const { ref, own } = shown;
    return about(ref ?? own ?? '', { kind: 'show' });
  }
  const opened = NEW.exec(typed)?.groups;
  if (opened) {
    const { said = '' } = opened;
    return readNew(said);
  }
  const which = line === null ? null : readList(line);
  if (which) {
    return { kind: 'list', which };
  }
  const ofCase = readOfCase(typed);
  return line === null || ofCase ? ofCase : (readVerbFirst(typed) ?? readVerbFirst(line));
}

function tidy(text: string): string {
  return text.replace(SETTING, '').replace(NUMBER_FIRST, '$<word> $<number>').trim();
}

function readNew(said: string): CaseCommand {
  const [title = '', ...rest] = said.split('\n');
  if (title.trim() === '' && rest.length > 0) {
    return readNew(rest.join('\n').trim());
  }
  const whole = cleanLine(title, LONGEST_NOTE);
  // A title has an end; what is longer than one is kept below it as it was written.
  const below = whole.length > LONGEST_LINE ? [whole, ...rest] : rest;
  return { kind: 'new', title: cleanLine(whole, LONGEST_LINE), rest: below.join('\n').trim() };
}

function readList(line: string): ListOf | null {
  const said = LIST.exec(withoutEnd(line))?.groups;
  if (!said) {
    return null;
  }
  const words = Object.values(said).join(' ');
  if (/my|mine|我的/i.test(words)) {
    return 'mine';
  }
  return /all|全部|所有/i.test(words) ? 'all' : 'open';
}

function readOfCase(typed: string): CaseCommand | null {
  const { ref = '', words = '' } = OF_CASE.exec(typed)?.groups ?? {};
  return about(ref, readWish(words.trim()));
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
