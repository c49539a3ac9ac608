import type { CaseFilter } from '#src/cases/case-filter.ts';
import { asWord, halfWidth } from './courtesy.ts';
import { anyOf, CARRIERS, isMadeOf } from './made-of.ts';
import { partyOf } from './verbs/parties.ts';

/** `cases A`, `cases waiting for customer`, `等待客户的案例`, `search vwifimf.sys`. */

const HEAD =
  /^(?:(?:list|show)(?: me)?(?: the| all)? )?(?:open )?(?:cases|tickets|案例列表|案例|案件|工单)[ :：]{1,2}(?<words>.{1,60})$/iu;
const BEHIND =
  /^(?:(?:list|show)(?: me)?(?: all)?(?: the)? |查看|列出)?(?<words>.{1,30}?) ?(?:的(?:案例|案件|工单)|级(?:案例|案件|工单)| cases| tickets)$/iu;
const SEARCH =
  /^(?:search|find|look for|seen(?! (?:this|that|it|these)(?![a-z]))|查找|搜索|检索|搜)(?: for)?[ :：]{1,2}(?<term>\S.{0,60})$/iu;
const LOOKING_UP = /^(?:look up|lookup|查询|查|找|搜)(?:一下|下)?[ :：]{0,2}(?<term>[\w.!-]{3,60})$/iu;
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
const SEVERITY = /^(?:(?:with )?(?:severity|sev|严重(?:性|程度|级别|等级)|级别) ?)?(?<letter>[abc])(?: ?级)?$/iu;
const WAITING =
  /^(?:are )?(?:waiting|wait|pending|blocked|with|(?:我们)?(?:正|还)?在?等待?)(?: for| on| by)? ?(?:the )?(?<whom>[a-z]{2,12}|\p{Script=Han}{2,3})(?:回复|的)?$/iu;
const STATUS = /^(?<status>archived|closed|resolved|open|已归档|归档|已关闭|关闭|关掉|已结|已结案|关了)$/iu;
const OWNER = /^(?:of|owned by|owner|assigned to|负责人) ?@?(?<owner>\S.{0,40})$/iu;
const OWNER_FIRST =
  /^(?<owner>[A-Za-z][\w ]{1,30})'s$|^(?<chinese>[^\s我你他她]{1,10}?) ?(?:手上|名下|手里|手头|负责|在跟|跟进)$/iu;
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
  if (DUE.test(asWord(line)) || (IS_DUE_ASKED.test(line) && isMadeOf(line, DUE_TODAY, BESIDE_DUE, ...CARRIERS))) {
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
  return (before === undefined ? null : filterOf(before.trim())) ?? readAsked(bare(line)) ?? ofPerson(line);
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

/** What opens a question for some cases, and what ends it. */
const ASKED_FIRST = new RegExp(
  `^(?:${[
    ...[
      '(?:list|show|give|get|display|pull up)(?: me| us)?',
      'which',
      'what',
      'any(?:thing|one)?',
      'all',
      'every(?:thing)?',
      'the',
      'cases',
      'tickets',
      'ones',
    ],
    ...[
      'are there',
      'is there',
      'do we have',
      'have we got',
      'that are',
      'are',
      'open',
      'still',
      'find',
      'stuff',
      'who has',
      "who's got",
    ],
  ].join(
    '|',
  )})(?![a-z]) ?|^(?:列出|列一下|列下|查看|看看|看下|看一下|找出|有没有|有哪些|哪些|哪几个|还有|都有|有|所有|全部)(?:(?:案例|案件|工单|单子)(?=\\S))?`,
  'iu',
);
const LAST_EN = [
  'cases',
  'tickets',
  'ones',
  'open',
  'please',
  'are there',
  'is there',
  'do we have',
  'there',
  'stuff',
  'now',
  'case',
];
const LAST_ZH =
  '列一下|列出来|列下|列|都?有哪些|有没有|有吗|有几个|都?有谁|哪些|看看|的|案例|案件|工单|单子|case|吗|呢|了';
const ASKED_LAST = new RegExp(` (?:${LAST_EN.join('|')})$|(?:${LAST_ZH}) ?$`, 'iu');
const MOST_WORDS = 6;

/** `any sev A open?`, `A级的都有哪些`: what is left when the asking is taken off says which. */
function readAsked(line: string): CaseFilter | null {
  let rest = line;
  for (let count = 0; count < MOST_WORDS; count++) {
    rest = rest.replace(ASKED_FIRST, '').replace(ASKED_LAST, '').trim();
  }
  if (rest === line.replace(/ (?:now|please)$/iu, '') || rest === '') {
    return null;
  }
  const isLetter = /^[a-c]$/iu.test(rest);
  return (isLetter ? null : filterOf(rest)) ?? markOf(rest);
}

const ANYTHING =
  /^(?:anything|everything|any|all|cases?|tickets?|stuff|ones)(?: (?:with|about|on|for|involving|like))? (?=\S)/iu;
const KIND = /^(?:the )?(?:driver|pool ?tag|tag|bucket|stop ?code|code|word|驱动|标记|停止代码) (?=\S)/iu;
const HOLDING =
  /^(?:with|about|on|containing|for|involving|mentioning|that (?:have|mention)|like|含|带|关于|涉及|用过|用到|出现过?|和|跟)? ?/iu;
/** A file, a code, a tag after its word: no word of prose. */
const MARK = /^(?:[\w-]{2,40}\.(?:sys|exe|dll)|0x[0-9a-f]{1,8})(?: ?(?:有关|相关))?$/iu;

function markOf(words: string): CaseFilter | null {
  const held = words.replace(HOLDING, '');
  const named = held.replace(KIND, '');
  const isNamed = named !== held && /^[\w.-]{2,40}$/u.test(named);
  return isNamed || MARK.test(named) ? { term: named.replace(/ ?(?:有关|相关)$/u, '') } : null;
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

function filterOf(words: string): CaseFilter | null {
  const { letter } = SEVERITY.exec(words)?.groups ?? {};
  const upper = letter?.toUpperCase();
  if (upper === 'A' || upper === 'B' || upper === 'C') {
    return { severity: upper };
  }
  const { whom = '' } = WAITING.exec(words)?.groups ?? {};
  const waiting = partyOf(whom);
  if (waiting) {
    return { waiting };
  }
  const { status } = STATUS.exec(words)?.groups ?? {};
  if (status !== undefined) {
    return {
      status: /archiv|归档/iu.test(status) ? 'archived' : /clos|resolv|关|结/iu.test(status) ? 'closed' : 'open',
    };
  }
  const { owner } = OWNER.exec(words)?.groups ?? {};
  const first = OWNER_FIRST.exec(words)?.groups;
  const whose = owner ?? first?.owner ?? first?.chinese;
  return whose === undefined ? null : { owner: whose };
}
