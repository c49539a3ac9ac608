import type { CaseFilter } from '#src/cases/case-filter.ts';
import { partyOf } from './verbs/parties.ts';

const SEVERITY = /^(?:(?:with )?(?:severity|sev|严重(?:性|程度|级别|等级)|级别) ?)?(?<letter>[abc])(?: ?级)?$/iu;
const WAITING =
  /^(?:are )?(?:waiting|wait|pending|blocked|with|(?:我们)?(?:正|还)?在?等待?)(?: for| on| by)? ?(?:the )?(?<whom>[a-z]{2,12}|\p{Script=Han}{2,3})(?:回复|的)?$/iu;
const STATUS = /^(?<status>archived|closed|resolved|open|已归档|归档|已关闭|关闭|关掉|已结|已结案|关了)$/iu;
const OWNER = /^(?:of|owned by|owner|assigned to|负责人) ?@?(?<owner>\S.{0,40})$/iu;
const OWNER_FIRST =
  /^(?<owner>[A-Za-z][\w ]{1,30})'s$|^(?<chinese>[^\s我你他她]{1,10}?) ?(?:手上|名下|手里|手头|负责|在跟|跟进)$/iu;
/** Cases by severity, by whom they wait for, by how they stand, by owner: `sev A`, `waiting for customer`, `closed`, `of Li`. */
export function filterOf(words: string): CaseFilter | null {
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

/** What a mark is called before it is named: `driver nwifi`, `停止代码 0x9f`. */
export const KIND = /^(?:the )?(?:driver|pool ?tag|tag|bucket|stop ?code|code|word|驱动|标记|停止代码) (?=\S)/iu;
const HOLDING =
  /^(?:with|about|on|containing|for|involving|mentioning|that (?:have|mention)|like|含|带|关于|涉及|用过|用到|出现过?|和|跟)? ?/iu;
/** A file, a code, a tag after its word: no word of prose. */
const MARK = /^(?:[\w-]{2,40}\.(?:sys|exe|dll)|0x[0-9a-f]{1,8})(?: ?(?:有关|相关))?$/iu;

/** Cases that hold a driver, a code or a tag: `with vwifimf.sys`, `带 0x9f`. */
export function markOf(words: string): CaseFilter | null {
  const held = words.replace(HOLDING, '');
  const named = held.replace(KIND, '');
  const isNamed = named !== held && /^[\w.-]{2,40}$/u.test(named);
  return isNamed || MARK.test(named) ? { term: named.replace(/ ?(?:有关|相关)$/u, '') } : null;
}
