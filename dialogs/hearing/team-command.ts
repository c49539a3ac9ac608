import type { CaseFilter } from '#src/cases/case-filter.ts';
import { type BulkCommand, readBulk } from './bulk-command.ts';
import { readCaseCommand } from './case-command.ts';
import { readCaseList } from './case-list.ts';
import { asWord, type Said } from './courtesy.ts';

/** What concerns several cases of a place. */
export type TeamCommand =
  | { readonly kind: 'list'; readonly filter: CaseFilter }
  | { readonly kind: 'due' }
  /** The digest, asked for before its hour. */
  | { readonly kind: 'digest' }
  | { readonly kind: 'bulk'; readonly bulk: BulkCommand }
  /** `month` as it was said; empty for this one. */
  | { readonly kind: 'statistics'; readonly month: string };

const DIGEST =
  /^(?:digest|follow[- ]?ups|reminders?) now$|^(?:send|show|post)(?: me)?(?: the)? digest(?: now)?$|^(?:现在|立即|马上)(?:发送)?(?:跟进|跟进提醒|摘要)$|^(?:跟进提醒|摘要) ?(?:现在|立即)$/iu;
const MONTH = '本月|这个月|上个?月|\\d{4}-\\d{1,2}|\\d{1,2}月';
const STATISTICS: readonly RegExp[] = [
  /^(?:statistics|stats|monthly (?:numbers|statistics|summary))(?: for| of| in)?(?<month>(?: [\w-]{3,12}){0,2})$/iu,
  /^how many cases(?: (?:did we have|were there|were opened))?(?: for| of| in)?(?<month>(?: [\w-]{3,12}){0,2})$/iu,
  new RegExp(`^(?<month>${MONTH})?(?:一共)?有?多少个?案例$`, 'u'),
  new RegExp(`^(?<month>${MONTH})?的?(?:案例)?(?:统计|月报)$|^(?:统计|月报) ?(?<after>${MONTH})$`, 'u'),
];

export function readTeamCommand(said: Said): TeamCommand | null {
  const bulk = readBulk(said.plain);
  if (bulk) {
    return { kind: 'bulk', bulk };
  }
  const word = asWord(said.plain);
  if (DIGEST.test(word)) {
    return { kind: 'digest' };
  }
  const counted = STATISTICS.map((form) => form.exec(word)).find((found) => found !== null);
  if (counted) {
    const { month, after } = counted.groups ?? {};
    return { kind: 'statistics', month: (month ?? after ?? '').trim() };
  }
  const list = readCaseCommand(said) === null ? readCaseList(said.plain) : null;
  if (list === null) {
    return null;
  }
  return list === 'due' ? { kind: 'due' } : { kind: 'list', filter: list };
}
