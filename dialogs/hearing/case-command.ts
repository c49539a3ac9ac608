import { type Change, LONGEST_LINE, LONGEST_NOTE } from '#src/cases/case-event.ts';
import { cleanLine } from '#src/cases/clean-text.ts';
import type { Text } from '#src/language/text.ts';
import { readVerb } from './case-verbs.ts';
import { halfWidth } from './half-width.ts';
import type { MailAsked } from './mail-asked.ts';

/** What one asks about cases. `ref` is our number or the customer's, as it was typed. */
export type CaseCommand =
  /** `rest` is what follows the line of the title: debugger output, perhaps. */
  | { readonly kind: 'new'; readonly title: string; readonly rest: string }
  | { readonly kind: 'list'; readonly which: ListOf }
  | { readonly kind: 'of'; readonly ref: string; readonly wish: Wish }
  /** A command whose number still only stands for one: `case <number> archive`. */
  | { readonly kind: 'which' };

export type ListOf = 'open' | 'all' | 'mine';

export type Wish =
  | { readonly kind: 'show' }
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'take-over' }
  | { readonly kind: 'follow-up'; readonly phrase: string }
  | { readonly kind: 'reanalyse' }
  /** `id` as the card numbers the dumps: `c2`. */
  | { readonly kind: 'remove-dump'; readonly id: string; readonly isSure: boolean }
  | { readonly kind: 'report'; readonly asked: MailAsked }
  | { readonly kind: 'draft'; readonly asked: MailAsked }
  | { readonly kind: 'collect'; readonly asked: MailAsked }
  | { readonly kind: 'forget' }
  /** It is clear what is meant, but not what it should be. */
  | { readonly kind: 'unclear'; readonly said: Text }
  /** The rest of the message is no wish: debugger output, perhaps. */
  | { readonly kind: 'text'; readonly text: string };

/** A number of ours, or anything with a digit in it that may be a customer's. */
const REF = '#?[A-Za-z0-9][A-Za-z0-9_./#-]{0,59}';
const CASE = '(?:case|ticket|案例|案件|工单)';
const CASES = '(?:cases|tickets|案例|案件|工单)';

/** What polite people write before a command. */
const COURTESY =
  /^(?:(?:please|pls|kindly|can you|could you|would you|请帮我|请帮忙|请你|请|麻烦你?|帮我|帮忙)[ ,，]{0,2}){1,3}/i;
/** `set case 3 severity A`, `把案例 3 的级别改为 A`. */
const SETTING = new RegExp(`^(?:set|change|update|put|把|将) ?(?=${CASE} ?#?\\w)`, 'i');
const NUMBER_FIRST = new RegExp(`^第? ?(\\d{1,9}) ?号 ?(${CASE})`, 'i');

const SHOW = new RegExp(
  `^(?:(?:show|view|see|display)(?: me)?(?: the)?|查看|显示|看) ?${CASE} ?(${REF})$|^(?:open|打开) ?${CASE} ?(#?\\d{1,9})$`,
  'i',
);
const NEW =
  /^(?:(?:case|ticket) (?:new|create)|(?:new|open|create|start) (?:an? )?(?:new )?(?:case|ticket)|(?:新建|创建|新开|新增|建立|新|开)(?:一个|个)? ?(?:案例|案件|工单|case)|(?:案例|案件|工单) ?(?:新建|创建)|开案|立案)(?![A-Za-z])[ \t:：,，]{0,3}(.*)$/is;
const LIST = new RegExp(
  `^(?:(?:list|show|view)(?: me)?(?: the)? )?(?:(all|my|our|open) )?${CASES}(?: ?(all|open|list|mine|全部|列表|清单))?$` +
    `|^(?:case|ticket) list$` +
    `|^(?:查看|显示|列出)? ?(全部|所有|我的|打开的|未关闭的)?的? ?(?:案例|案件|工单)(?:列表|清单)?$`,
  'i',
);
const OF_CASE = new RegExp(`^${CASE} ?(${REF})(?: ?的)?[ :：,，]{0,3}(.*)$`, 'is');

/** Wishes that are said before the number, with or without the word "case" between. */
const BEFORE_NUMBER =
  '(?:analysis )?report|draft(?: (?:a |the )?(?:follow[- ]?up|mail|reminder)){0,2}|follow[- ]?up mail|collect(?: (?:the )?logs?)?|log request|' +
  'forget|archive|re-?open|re-?analy[sz]e|' +
  '(?:英文|中文)?(?:分析)?报告|(?:草拟|起草|写)(?:跟进)?(?:邮件)?|跟进邮件|收集(?:日志|信息)?|忘记|删除|归档|重新打开|重新分析';
/** Those that mean something else where no "case" follows. */
const BEFORE_CASE = 'close|delete|take|assign|rename|remind me|follow[- ]?up|关闭|结案|认领|跟进|提醒我?跟进|提醒我?';
const VERB_FIRST = new RegExp(
  `^(?:(${BEFORE_NUMBER})(?: for| of| on)?(?: the)? ?(?:${CASE} ?)?|(${BEFORE_CASE})(?: of| about| on)?(?: the)? ?${CASE} ?)(${REF})(?: ?的)?(.*)$`,
  'i',
);

/** A command fits into a line; what is longer begins with its number. */
const LONGEST_COMMAND = 300;

/** Reads a message as a command about cases; null where it is none. */
export function readCaseCommand(message: string): CaseCommand | null {
  const text = message.trim().slice(0, 20_000);
  const read = readAsTyped(text);
  if (read || text.length > LONGEST_COMMAND) {
    return read;
  }
  const usual = halfWidth(text);
  return (usual === text ? null : readAsTyped(usual)) ?? readWithoutNumber(usual);
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
  const read = readAsTyped(plain.replace(STANDS_FOR, '1'));
  return read?.kind === 'of' && read.wish.kind !== 'text' ? { kind: 'which' } : null;
}

function readAsTyped(text: string): CaseCommand | null {
  const line = text.length > LONGEST_COMMAND || text.includes('\n') ? null : tidy(text);
  const shown = line && SHOW.exec(line);
  if (shown) {
    return about(shown[1] ?? shown[2] ?? '', { kind: 'show' });
  }
  const opened = NEW.exec(line ?? text);
  if (opened) {
    return readNew(opened[1] ?? '');
  }
  const which = line === null ? null : readList(line);
  if (which) {
    return { kind: 'list', which };
  }
  return readOfCase(line ?? text, text) ?? (line === null ? null : readVerbFirst(line));
}

function tidy(text: string): string {
  return text.replace(COURTESY, '').replace(SETTING, '').replace(NUMBER_FIRST, '$2 $1').trim();
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
  const said = LIST.exec(line.replace(/[。.!！?？]{1,5}$/u, ''));
  if (!said) {
    return null;
  }
  const words = said.slice(1).join(' ');
  if (/my|mine|我的/i.test(words)) {
    return 'mine';
  }
  return /all|全部|所有/i.test(words) ? 'all' : 'open';
}

/** Only what has a digit is a number: "case in point" is none. `whole` keeps what a note ends with. */
function readOfCase(line: string, whole: string): CaseCommand | null {
  const [, ref = '', rest = ''] = OF_CASE.exec(line) ?? OF_CASE.exec(whole) ?? [];
  return about(ref, readVerb(rest.trim()));
}

function readVerbFirst(line: string): CaseCommand | null {
  const [, free, bound, ref = '', rest = ''] = VERB_FIRST.exec(line) ?? [];
  const wish = readVerb(`${free ?? bound ?? ''} ${rest.replace(/^[ :：,，]{1,3}/, '')}`.trim());
  return wish.kind === 'text' || wish.kind === 'unclear' ? null : about(ref, wish);
}

function about(ref: string, wish: Wish): CaseCommand | null {
  return /\d/.test(ref) ? { kind: 'of', ref: bare(ref), wish } : null;
}

/** The number without its sign, and without a full stop that ended the sentence. */
function bare(ref: string): string {
  return ref.replace(/^#/, '').replace(/[./#-]{1,5}$/, '');
}
