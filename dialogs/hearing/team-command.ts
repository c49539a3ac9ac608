import type { CaseFilter } from '#src/cases/case-filter.ts';
import { type BulkCommand, readBulk } from './bulk-command.ts';
import { readCaseCommand } from './case-command.ts';
import { readCaseList } from './case-list.ts';
import { asWord, type Said } from './courtesy.ts';
import { anyOf, CARRIERS, isMadeOf, WANTING } from './made-of.ts';

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
const DIGEST_CORE = anyOf(
  ['digest, (?:follow[- ]?up|daily) summary'],
  ['跟进汇总, 跟进摘要, 汇总, 摘要, 日报, 今日跟进'],
);
const DIGEST_VERB = /now|send|run|post|show|gi[mv]|get|today|今天|现在|马上|立即|立刻|发|推|给我|看/iu;
const BESIDE_DIGEST = anyOf(
  ["here, run, post, right away, today's, today, daily"],
  ['立即, 立刻, 推送, 推, 提醒, 跟进, 今天'],
);

const MONTH = '本月|这个月|上个?月|\\d{4}-\\d{1,2}|\\d{1,2}月|十[一二]月|[一二三四五六七八九十]月';
/** `may` and other beginnings of names are months only behind a word that asks for one. */
const MONTH_NAMES =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const MONTH_SAID = new RegExp(
  `(?<month>last month|this month|\\d{4}-\\d{1,2}|(?<=(?:in|for|of|during) )may(?: \\d{4})?|(?<![a-z])(?:${MONTH_NAMES})(?![a-z])(?: \\d{4})?|${MONTH})份?`,
  'iu',
);
const COUNTING = anyOf(
  ['how many, statistics, stats, numbers, figures, metrics'],
  ['多少, 几个, 统计, 月报, 报表, 数据'],
);
const BESIDE_COUNTING = anyOf(
  [
    'cases?, tickets?, did, do, have, had, were, are, was, there, in, during, month, monthly, show, give',
    'get, new, closed?, opened?, open, handled?, solved?, resolved?, archived?, worked on, overall, total',
  ],
  ['一共, 总共, 共, 处理, 关闭, 关, 新建, 开, 结, 解决, 归档, 有, 个, 来, 发, 看看, 看, 做, 出, 份, 一份, [?？]'],
);
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
  if (DIGEST_VERB.test(word) && isMadeOf(word, DIGEST_CORE, BESIDE_DIGEST, ...WANTING, ...CARRIERS)) {
    return { kind: 'digest' };
  }
  const { month = '' } = MONTH_SAID.exec(word)?.groups ?? {};
  if (isMadeOf(word.replace(MONTH_SAID, ' '), COUNTING, BESIDE_COUNTING, ...CARRIERS)) {
    return { kind: 'statistics', month };
  }
  const list = readCaseCommand(said) === null ? readCaseList(said.plain) : null;
  if (list === null) {
    return null;
  }
  return list === 'due' ? { kind: 'due' } : { kind: 'list', filter: list };
}
