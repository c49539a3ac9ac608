import type { ListOf } from './case-wish.ts';
import { withoutEnd } from './courtesy.ts';
import { anyOf, CARRIERS, isMadeOf } from './made-of.ts';

/** `cases`, `all cases`, `what do I have open`, `我手上有几个案例`: lists that are asked for by no more than whose they are. */

const CASES = '(?:cases|tickets|案例|案件|工单)';
const LIST = new RegExp(
  `^(?:(?:list|show|view)(?: me)?(?: the)? )?(?:(?<which>all|my|our|open) )?${CASES}(?: ?(?<after>all|open|list|mine|全部|列表|清单))?$` +
    `|^(?:case|ticket) list$` +
    `|^(?:查看|显示|列出|(?:目前|现在)?(?:都|还)?有(?:哪些|什么))? ?(?<chinese>全部|所有|我的|打开的|未关闭的)?的? ?(?:案例|案件|工单|单子)(?:列表|清单)?$`,
  'i',
);
const MINE = anyOf(
  [
    'my (?:open )?(?:cases|tickets|plate|queue|list|ones), (?:cases|tickets|ones) (?:that )?(?:are )?mine',
    '(?:cases |tickets )?assigned to me, what (?:i have|i am working on), i have (?:any |some |still )?(?:open )?(?:cases|tickets), (?:cases|tickets) (?:do )?i have, (?:do )?i have open',
  ],
  [
    '我(?:的|名下|手上|手里|手头|这边|负责)的?(?:有|还有|都有)?(?:几个|多少|哪些|什么|啥)?(?:案例|案件|工单|单子|case|单(?![元独位机]))',
    '我(?:现在|目前)?还?有(?:几个|多少|哪些|什么|啥)(?:没关|没结|未关闭|打开|开着)?的?(?:案例|案件|工单|单子|case)',
    '我(?:名下|手上|手里|手头)(?:的|有|还有|都有)+(?:几个|多少|哪些|什么|啥)',
  ],
);
const BESIDE_MINE = anyOf(
  ["list, show, see, which, what, what's, whats, is, are, all, any, still, open, i, have, got, do, on"],
  ['看看, 看, 列出, 列, 查看, 还, 有, 哪些, 几个, 多少, 所有, 全部, 都, [?？], 吗, 呢'],
);
/** Whose cases are to be listed; null where the line asks for no such list. */
export function readOwnList(line: string): ListOf | null {
  if (isMadeOf(line, MINE, BESIDE_MINE, ...CARRIERS)) {
    return 'mine';
  }
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
