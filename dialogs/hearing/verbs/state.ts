import type { WaitingFor } from '#src/cases/case-event.ts';
import { isPlaceholder } from '#src/cases/placeholder.ts';
import { HINTS } from '../../cases/case-hints.ts';
import { change, unclear, type Wish } from '../case-wish.ts';
import type { Subject } from './verb.ts';

/** How a case stands: open, waiting, archived or closed. */

const HOW_IT_STANDS = [
  "how(?:'s| is) (?:it|this|that|the case) (?:going|looking|doing)",
  "what(?:'s|s| is) (?:the |its |our )?(?:status|state|latest)(?: (?:of|on|with) (?:it|this|the case))?",
  '(?:current|case) status|where (?:are we|do we stand)|any (?:news|updates?)',
  'show (?:me )?(?:it|the case|this case)(?: again)?',
];

export const SHOWING: Subject = {
  // Who asks whether it is closed does not close it.
  free: [
    {
      pattern:
        /^(?:(?:is it )?(?:archived|closed|resolved|open|reopened) ?[?？]|(?:已经?)?(?:归档|存档|关闭|结案|关单)了?(?:[吗么嘛] ?[?？]?|[?？]))$/i,
      wish: () => ({ kind: 'show' }),
    },
  ],
  verbs: [
    {
      pattern: /^(?:show|status|details?|timeline|history|状态|详情|时间线|历史|查看|显示)$/i,
      wish: () => ({ kind: 'show' }),
    },
    {
      pattern: new RegExp(`^(?:${HOW_IT_STANDS.join('|')}) ?[?？]?$`, 'i'),
      wish: () => ({ kind: 'show' }),
    },
    {
      pattern:
        /^(?:(?:现在|目前)(?:是)?(?:什么|啥)(?:情况|状态|进展)|(?:现在|目前|当前)?(?:的)?(?:案例)?(?:进展|进度|情况|状态)(?:如何|怎么样了?|怎样了?)|看(?:下|看|一下)(?:现在|目前|当前)?的?(?:案例|进展|进度|情况|状态)|到哪一步了|有(?:什么)?(?:新)?进展吗?) ?[?？]?$/u,
      wish: () => ({ kind: 'show' }),
    },
  ],
};

const CLOSE = '^(?:closed?|resolved?|(?:可以)?(?:关闭|结案|关单|关掉|关了))(?![A-Za-z])';

export const CLOSING: Subject = {
  free: [
    {
      pattern: new RegExp(
        `${CLOSE}[ ,，]{0,2}(?:(?:with|as|because|结果|原因)(?![A-Za-z])(?:为|是)?)?[ :：]{0,2}(?<said>.{0,1000})$`,
        'is',
      ),
      wish: close,
    },
    { pattern: new RegExp(`${CLOSE}.{1000}`, 'is'), wish: () => unclear(HINTS.outcome) },
  ],
};

const NO_NEWS =
  '(?:still waiting|no (?:news|updates?|progress|reply|answer|feedback)|nothing(?: new)?)(?: from (?:them|the (?:customer|vendor|client)))?(?: yet| so far)?';
const NO_NEWS_ZH =
  '仍在等待?|还在等待?|继续等待?|(?:厂商|厂家|客户|对方|他们)?(?:那边)?(?:目前|暂时|还|至今)?(?:没有?|无|暂无|未有)?(?:什么|任何)?(?:新的?)?(?:进展|消息|回复|更新)';
const WAIT =
  '(?:(?:we(?:.re| are) )?(?:still |now )?(?:waiting|waits?|pending|blocked)(?: (?:for|on|with|by))?|we wait for|(?:the )?ball is (?:now )?(?:with|in)|(?:正在|目前|现在)?(?:等(?:待|候)?|球在|卡在|停在))';

export const WAITING: Subject = {
  verbs: [
    { pattern: new RegExp(`^(?:${NO_NEWS}|${NO_NEWS_ZH})$`, 'i'), wish: () => change({ kind: 'still-waiting' }) },
    {
      pattern: new RegExp(
        `^${WAIT} ?(?:the |our )?(?<said>\\S{1,12}?)(?:的|方)?(?:那边|那里|那儿|手里|手上|处)?(?:'s)? ?(?:court|answer|reply|feedback|回复|答复|反馈|回应|确认|处理|分析)?(?: now)?$`,
        'i',
      ),
      wish: waiting,
    },
    {
      pattern:
        /^(?:the )?(?<said>customer|client|vendor|supplier) (?:is|are) (?:still |now )?(?:looking into it|checking|working on it|on it|investigating|analy[sz]ing it)$/i,
      wish: waiting,
    },
    {
      pattern:
        /^(?:我们)?(?:还|正|目前|现在)?在?等(?:待|候|着)?(?<said>客户|用户|厂商|厂家|原厂|供应商|我们)[^?？吗]{0,14}$/u,
      wish: waiting,
    },
  ],
  asks: { pattern: /^(?:(?:still |now )?(?:waiting|waits?|pending)(?![A-Za-z])|等待?)/i, hint: HINTS.waiting },
};

export const ARCHIVING: Subject = {
  verbs: [
    {
      pattern:
        /^(?:archived?(?: (?:it|for now|this))?|(?:归档|存档)[了掉]|(?:put (?:it|this) aside|park (?:it|this))(?: for now)?|(?:暂时|临时|先)?(?:(?:放一放|放一下|搁置)[，, ]{0,2})?(?:先)?(?:归档|存档)|(?:暂时|先)(?:放一放|搁置))$/i,
      wish: () => change({ kind: 'archived' }),
    },
    {
      pattern: /^(?:re-?open|open(?: it| this)?(?: again)?|resume|重新打开|再次打开|重开|重启|恢复|打开)$/i,
      wish: () => change({ kind: 'reopened' }),
    },
  ],
};

/** Without an outcome the case stays open, and a question is none: `close with driver removed?`. */
function close(said: string): Wish {
  const outcome = said.replace(/^了(?![\p{L}\p{N}])/u, '').trim();
  return change({ kind: 'closed', outcome: isPlaceholder(outcome) || /[?？]$/.test(outcome) ? '' : outcome });
}

const WHOM: Readonly<Record<WaitingFor, readonly string[]>> = {
  customer: ['customer', 'client', 'user', '客户', '用户'],
  vendor: ['vendor', 'supplier', 'manufacturer', '厂商', '厂家', '原厂', '供应商'],
  us: ['us', 'me', '我们', '我', '我方', '内部'],
};

function waiting(whom: string): Wish | null {
  const said = whom.toLowerCase();
  const known = (['customer', 'vendor', 'us'] as const).find((one) => WHOM[one].includes(said));
  return known ? change({ kind: 'waiting-set', for: known }) : null;
}
