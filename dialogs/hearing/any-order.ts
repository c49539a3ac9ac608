import type { MailKind } from '#src/cases/press.ts';
import { change, type Wish } from './case-wish.ts';
import { anyOf, CARRIERS, isMadeOf, WANTING } from './made-of.ts';
import { readMailAsked } from './mail-asked.ts';

/** Wishes that are known by one word, in whatever order the small words stand around it. */
interface AnyOrder {
  readonly core: RegExp;
  readonly beside: readonly RegExp[];
  readonly wish: (line: string) => Wish;
}

const OPTIONS = anyOf(
  ['english, chinese, en, zh, short, brief, quick, full, complete, markdown, md, file, as file, version', 'plain text'],
  ['英文, 英语, 中文, 汉语, 简短, 简版, 简要, 精简, 完整, 详细, 文件, 文本, 版, 用, 以, 成, 为'],
);
const FORGIVING = anyOf(
  [
    'for now, for the time being, for a while, for a bit, meanwhile, away, back, off, be, again, up, aside, i, want, need',
  ],
  ['可以, 一段时间, 一阵子?, 几天, 暂时, 暂且, 临时, 再, 吧, 掉, 再次'],
);
const OTHERS = anyOf(
  ["customer, customer's, cust, client, vendor, them, from, side, they, yet, far, still, heard, else", 'any, as yet'],
  ['客户, 用户, 厂商, 厂家, 供应商, 对方, 他们, 那边, 还, 仍, 至今, 目前, 暂时, 到现在, 一直, 还是, 什么, 任何, 新'],
);
const HOW = anyOf(
  [
    "what, what's, whats, how, how's, hows, is, are, where, current, currently, latest, any, at, with",
    'remind, about, tell, update, i, know, did, do, happened, going, look, looking, quick, overall, up, here',
  ],
  [
    '什么, 啥, 怎么样, 咋样, 如何, 怎样, 目前, 当前, 打开, 看下, 查, 查看, 处理, 得, 办, 搞, 弄, 都, 大概, 具体, 整体, 最终, 有, 新, 最新, 是, 吗, 呢, 最近, 说说, 说, 汇报, 到, 哪, 怎么, 何, [?？]',
  ],
);

const mail =
  (kind: MailKind) =>
  (line: string): Wish => ({
    kind,
    asked: readMailAsked((line.match(OPTIONS) ?? []).join(' ')),
  });
const wishes = (wish: Wish) => (): Wish => wish;

const ROWS: readonly AnyOrder[] = [
  {
    core: anyOf(
      [
        '(?:analysis |summary |case )?report, rpt, write-?up',
        "(?:customer|client|cust)(?:'s)? (?:e-?)?mail, (?:e-?)?mail (?:it |this )?(?:to|for) (?:the |our )?(?:customer|client|cust)",
        '(?:short|brief|full|english|chinese) version, (?:english|chinese) (?:e-?)?mail, (?:e-?)?mail in (?:english|chinese)',
      ],
      [
        '(?:分析|案例)?报告, 客户邮件, (?:中文|英文|英语)版?的?邮件',
        '(?:发|写)?给(?:客户|用户)[^。催跟提来了]{0,8}邮件(?!了), 邮件(?:发|写)?给(?:客户|用户)',
      ],
    ),
    beside: [
      OPTIONS,
      anyOf(
        ['summari[sz]e, for the (?:customer|client|vendor), customer, analysis, whole, all, there, is'],
        ['给客户, 客户, 汇总, 总结, 结果, 还, 有'],
      ),
      ...WANTING,
      ...CARRIERS,
    ],
    wish: mail('report'),
  },
  {
    core: anyOf(
      [
        '(?:follow[- ]?up|chaser?|chasing|reminder|nudge) (?:e-?)?mail, chase, draft, (?:write|compose|prepare) (?:me )?(?:up )?(?:an? |the )?(?:reminder|chaser|nudge)',
      ],
      ['(?:催|跟进|提醒)[^。]{0,6}邮件, 邮件[^。]{0,4}(?:催|跟进|提醒)'],
    ),
    beside: [
      OPTIONS,
      anyOf(['e-?mail, mail, chase, draft, chaser, compose, remind'], ['草拟, 起草, 拟, 邮件, 去']),
      OTHERS,
      ...WANTING,
      ...CARRIERS,
    ],
    wish: mail('draft'),
  },
  {
    core: anyOf(
      [
        '(?:log|data) (?:request|collection), collect(?:ion)?(?: of)?(?: the)?(?: logs?| data)?, which logs',
        'what logs, (?:ask|request)[^.]{0,30} logs',
        'what (?:should|do|must|can) (?:they|we|i|the customer|customer) (?:collect|send|gather|capture)',
      ],
      [
        '(?:跟|向|找|问|让|请|叫)?(?:客户|用户|对方)?(?:要|收|抓|收集|采集|提供|发|需要)(?:哪些|什么|一下|些)? ?(?:日志|logs?), 日志清单, (?:收|抓|要|采集?|收集|提供)(?:哪些|什么|啥) ?(?:日志|logs?|信息|数据)',
        '(?:哪些|什么)日志, (?:日志|logs?)(?:收|抓|导|提供|发)(?:集|上来|过来|一下)?',
      ],
    ),
    beside: [
      OPTIONS,
      anyOf(
        ['logs?, data, should, collect, list, e-?mail, mail'],
        ['需要, 收集, 日志, 清单, 让, 要, 该, 得, 应该, 再, [?？]'],
      ),
      OTHERS,
      ...WANTING,
      ...CARRIERS,
    ],
    wish: mail('collect'),
  },
  {
    core: anyOf(
      ['export, (?:full|complete|whole) record, case record, (?:markdown|md|text) file, as an? file'],
      ['导出, 完整记录, 案例记录'],
    ),
    beside: [
      OPTIONS,
      anyOf(['record, history, everything, all, whole, about, full'], ['记录, 全部, 整个, 所有, 时间线, 文件']),
      ...WANTING,
      ...CARRIERS,
    ],
    wish: mail('record'),
  },
  {
    core: anyOf(
      [
        "where(?:'s| is) (?:this|it|that)(?: case| one)?(?: at)?(?: now)?$",
        'status, state, progress, news, latest, where are we, where do we stand, going on, how is it going',
        "how(?:'s| is)(?: it| this| that)? (?:going|doing|looking|coming along)",
        'updates?, (?:pull|bring) (?:it )?up, open (?:it )?up, take a look',
        "what(?: is|'s)? (?:this|it)(?: case| one)?(?: is)? about, what was (?:this|it) about",
      ],
      [
        '状态, 情况, 进展, 进度, 近况, 详情, (?:走|进行|处理|推进)?到哪(?:一步|步|儿|里|了)?, 怎么样了?, 咋样了?, 看看, 看一看, 调出来',
      ],
    ),
    beside: [HOW, ...WANTING, ...CARRIERS],
    wish: wishes({ kind: 'show' }),
  },
  {
    core: anyOf(
      [
        'no (?:news|updates?|progress|reply|response|answer|feedback), nothing(?: new)?',
        "(?:customer|cust|client|vendor|they|he|she) (?:still )?(?:hasn't|haven't|has not|have not|didn't|did not) (?:yet )?(?:replied|reply|answered|answer|responded|respond|got back|gotten back|come back|reacted)",
        "(?:not|haven't|nothing) heard(?: back)?, still waiting, radio silence",
      ],
      ['[没未不]有?(?:再)?(?:消息|进展|回复|动静|更新|回信|回音|答复|反馈|理|回), 无(?:消息|进展|回复|更新)'],
    ),
    beside: [OTHERS, ...CARRIERS],
    wish: wishes(change({ kind: 'still-waiting' })),
  },
  {
    core: anyOf(
      ['archived?, park, shelve, put (?:it |this )?aside, put (?:it |this )?on (?:ice|hold)'],
      ['归档, 存档, 搁置, 搁着, 搁一搁, 放一放, 放着, 挂起, 封存'],
    ),
    beside: [FORGIVING, ...CARRIERS],
    wish: wishes(change({ kind: 'archived' })),
  },
  {
    core: anyOf(['re-? ?opened?, open[^.]{0,10} again'], ['重新打开, 重新开启, 重开, 再打开, 再开, 重新开']),
    beside: [FORGIVING, ...CARRIERS],
    wish: wishes(change({ kind: 'reopened' })),
  },
  {
    core: anyOf(['closed?, resolved?, closing'], ['关闭, 关掉, 关了, 关单, 结案, 结单, 结了, 结掉, 关']),
    beside: [FORGIVING, ...CARRIERS],
    wish: wishes(change({ kind: 'closed', outcome: '' })),
  },
  {
    core: anyOf(
      ['re-?analy[sz]e, analy[sz]e[^.]{0,12} again, re-?run, run[^.]{0,20} again'],
      ['重新分析, 再分析, 重跑, 重新跑, 重新读取'],
    ),
    beside: [anyOf(['again, analysis, the dumps?, pastes?, everything, all'], ['转储, 一遍, 一次, 全部']), ...CARRIERS],
    wish: wishes({ kind: 'reanalyse' }),
  },
  {
    core: anyOf(['delete, forget, erase, wipe'], ['删除, 删掉, 删, 忘记, 清除']),
    beside: [anyOf(['completely, permanently, for good, entirely'], ['彻底, 永久, 掉, 完全']), ...CARRIERS],
    wish: wishes({ kind: 'forget' }),
  },
];

/** The wish that a line is about, whatever small words stand around it; null where it says anything else too. */
export function readAnyOrder(line: string): Wish | null {
  const row = ROWS.find(({ core, beside }) => isMadeOf(line, core, ...beside));
  return row ? row.wish(line) : null;
}
