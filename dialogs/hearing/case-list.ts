import type { CaseFilter } from '#src/cases/case-filter.ts';
import { readAskedList } from './asked-list.ts';
import { filterOf, KIND, markOf } from './case-filters.ts';
import { halfWidth } from './courtesy.ts';
import { asksForDue } from './due-list.ts';
import { partyOf } from './verbs/parties.ts';

/** `cases A`, `cases waiting for customer`, `等待客户的案例`, `search vwifimf.sys`. */

const ANYTHING =
  /^(?:anything|everything|any|all|cases?|tickets?|stuff|ones)(?: (?:with|about|on|for|involving|like))? (?=\S)/iu;
const HEAD =
  /^(?:(?:list|show)(?: me)?(?: the| all)? )?(?:open )?(?:cases|tickets|案例列表|案例|案件|工单)[ :：]{1,2}(?<words>.{1,60})$/iu;
const BEHIND =
  /^(?:(?:list|show)(?: me)?(?: all)?(?: the)? |查看|列出)?(?<words>.{1,30}?) ?(?:的(?:案例|案件|工单)|级(?:案例|案件|工单)| cases| tickets)$/iu;
const SEARCH =
  /^(?:search|find|look for|seen(?! (?:this|that|it|these)(?![a-z]))|查找|搜索|检索|搜)(?: for)?[ :：]{1,2}(?<term>\S.{0,60})$/iu;
const LOOKING_UP = /^(?:look up|lookup|查询|查|找|搜)(?:一下|下)?[ :：]{0,2}(?<term>[\w.!-]{3,60})$/iu;
const ONE_WORD = /^[^\s,，、]{2,60}$/u;

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
  if (asksForDue(line)) {
    return 'due';
  }
  const { term } = (SEARCH.exec(line) ?? LOOKING_UP.exec(line))?.groups ?? {};
  if (term !== undefined) {
    return { term: bare(term).replace(ANYTHING, '').replace(KIND, '') };
  }
  const { words } = HEAD.exec(line)?.groups ?? {};
  if (words !== undefined) {
    return filterOf(bare(words)) ?? markOf(bare(words)) ?? ofSomebody(bare(words)) ?? termOf(bare(words));
  }
  const { words: before } = BEHIND.exec(line)?.groups ?? {};
  return (before === undefined ? null : filterOf(before.trim())) ?? readAskedList(bare(line)) ?? ofPerson(line);
}

/** `小赵的案例`: a name, and none of the words that cases have. */
const OF_PERSON =
  /^(?:看看|看|列出|查看)?(?<owner>\p{Script=Han}{2,3}|[A-Za-z]{2,20}(?: [A-Za-z]{2,20})?) ?的 ?(?:案例|案件|工单|单子|case)(?:都?有(?:哪些|几个|多少|什么))?$/iu;
const NO_NAME =
  /^(?:all|open|my|our|driver|dump|windows|new|old|this|that)$|客户|厂商|今天|昨天|明天|全部|所有|重要|其[他它]|类似|同样|一样|相关|打开|这些|那些|最近|[本上下这]周|[本上下]月|[你他她它我]|大家|新|旧|关|开|归档/u;

function ofPerson(line: string): CaseFilter | null {
  const { owner } = OF_PERSON.exec(line)?.groups ?? {};
  return owner === undefined || NO_NAME.test(owner) || partyOf(owner) !== null ? null : { owner };
}

function bare(words: string): string {
  return words.trim().replace(/[?？!！。]{1,3}$/u, '');
}

/** `cases for Li`: whose they are, or which customer's; a case is found by both. */
function ofSomebody(words: string): CaseFilter | null {
  const { term } = /^(?:for|by) (?<term>\p{L}[\p{L}.'-]{1,30}(?: \p{L}[\p{L}.'-]{0,30})?)$/u.exec(words)?.groups ?? {};
  return term === undefined || NOBODY.test(term) ? null : { term };
}

const NOBODY =
  /^(?:me|us|him|her|them|you|it|this|that|these|those|the|my|our|your|a|an|all|now|today|tomorrow|yesterday|next|last|customers?|vendors?|review)(?![a-z])/iu;

/** A number is a case, and one word of prose is no driver. */
function termOf(word: string): CaseFilter | null {
  return ONE_WORD.test(word) && !/^#?\d{1,6}$/.test(word) ? { term: word } : null;
}
