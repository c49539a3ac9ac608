import type { WaitingFor } from '#src/cases/case-event.ts';
import type { CaseFilter } from '#src/cases/case-filter.ts';
import { asWord, halfWidth } from './courtesy.ts';

/** `cases A`, `cases waiting for customer`, `等待客户的案例`, `search vwifimf.sys`. */

const HEAD =
  /^(?:(?:list|show)(?: me)?(?: the| all)? )?(?:open )?(?:cases|tickets|案例列表|案例|案件|工单)[ :：]{1,2}(?<words>.{1,60})$/iu;
const BEHIND =
  /^(?:(?:list|show)(?: me)?(?: all)?(?: the)? |查看|列出)?(?<words>.{1,30}?) ?(?:的(?:案例|案件|工单)|级(?:案例|案件|工单)| cases| tickets)$/iu;
const SEARCH =
  /^(?:search|find|look for|seen(?! (?:this|that|it|these)(?![a-z]))|查找|搜索|检索|搜)(?: for)?[ :：]{1,2}(?<term>\S.{0,60})$/iu;
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
const DUE = new RegExp(`^(?:${[...DUE_ENGLISH, ...DUE_CHINESE].join('|')})$`, 'iu');
const SEVERITY = /^(?:(?:with )?(?:severity|sev|级别) ?)?(?<letter>[abc])(?: ?级)?$/iu;
const WAITING =
  /^(?:are )?(?:waiting|wait|pending|(?:我们)?(?:正|还)?在?等待?)(?: for| on)? ?(?:the )?(?<whom>customer|client|vendor|us|客户|用户|厂商|我们)$/iu;
const STATUS = /^(?<status>archived|closed|open|已归档|归档|已关闭|关闭)$/iu;
const OWNER = /^(?:of|owned by|owner|assigned to|负责人) ?@?(?<owner>\S.{0,40})$/iu;
const ONE_WORD = /^[^\s,，、]{2,60}$/u;

const WHOM: Readonly<Record<string, WaitingFor>> = {
  ...{ customer: 'customer', client: 'customer', 客户: 'customer', 用户: 'customer' },
  ...{ vendor: 'vendor', 厂商: 'vendor', us: 'us', 我们: 'us' },
};

/** Which cases are to be listed; `due` is what comes up today. Null where the words list nothing. */
export function readCaseList(plain: string): CaseFilter | 'due' | null {
  const line = halfWidth(plain)
    .trim()
    .replace(
      /^(?:which|what) (?=(?:open )?(?:cases|tickets))|^(?:有|查看|看)?哪些(?=\S{1,20}(?:案例|案件|工单))/iu,
      '',
    );
  if (line.length > 90 || line.includes('\n')) {
    return null;
  }
  if (DUE.test(asWord(line))) {
    return 'due';
  }
  const { term } = SEARCH.exec(line)?.groups ?? {};
  if (term !== undefined) {
    return { term: bare(term) };
  }
  const { words } = HEAD.exec(line)?.groups ?? {};
  if (words !== undefined) {
    return filterOf(bare(words)) ?? termOf(bare(words));
  }
  const { words: before } = BEHIND.exec(line)?.groups ?? {};
  return before === undefined ? null : filterOf(before.trim());
}

function bare(words: string): string {
  return words.trim().replace(/[?？!！。]{1,3}$/u, '');
}

/** A number is a case, and one word of prose is no driver. */
function termOf(word: string): CaseFilter | null {
  return ONE_WORD.test(word) && !/^#?\d{1,6}$/.test(word) ? { term: word } : null;
}

function filterOf(words: string): CaseFilter | null {
  const { letter } = SEVERITY.exec(words)?.groups ?? {};
  const upper = letter?.toUpperCase();
  if (upper === 'A' || upper === 'B' || upper === 'C') {
    return { severity: upper };
  }
  const { whom = '' } = WAITING.exec(words)?.groups ?? {};
  const waiting = WHOM[whom.toLowerCase()];
  if (waiting) {
    return { waiting };
  }
  const { status } = STATUS.exec(words)?.groups ?? {};
  if (status !== undefined) {
    return { status: /archiv|归档/iu.test(status) ? 'archived' : /clos|关闭/iu.test(status) ? 'closed' : 'open' };
  }
  const { owner } = OWNER.exec(words)?.groups ?? {};
  return owner === undefined ? null : { owner };
}
