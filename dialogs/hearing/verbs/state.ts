import type { WaitingFor } from '#src/cases/case-event.ts';
import { isPlaceholder } from '#src/cases/placeholder.ts';
import { HINTS } from '../../cases/case-hints.ts';
import { change, unclear, type Wish } from '../case-wish.ts';
import type { Subject } from './verb.ts';

/** How a case stands: open, waiting, archived or closed. */

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
  ],
};

const CLOSE = '^(?:closed?|resolved?|关闭|结案|关单)(?![A-Za-z])';

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

const NO_NEWS = 'still waiting|no (?:news|updates?|progress)(?: yet)?|nothing new';
const NO_NEWS_ZH = '仍在等待?|还在等待?|继续等待?|[暂没]?[无有]?(?:新)?(?:进展|消息)';
const WAIT =
  '(?:(?:we(?:.re| are) )?(?:still |now )?(?:waiting|waits?|pending|blocked)(?: (?:for|on|with|by))?|(?:正在|目前|现在)?等(?:待|候)?)';

export const WAITING: Subject = {
  verbs: [
    { pattern: new RegExp(`^(?:${NO_NEWS}|${NO_NEWS_ZH})$`, 'i'), wish: () => change({ kind: 'still-waiting' }) },
    {
      pattern: new RegExp(
        `^${WAIT} ?(?:the |our )?(?<said>\\S{1,12}?)(?:的|方)?(?:'s)? ?(?:answer|reply|feedback|回复|答复|反馈|回应|确认|处理|分析)?(?: now)?$`,
        'i',
      ),
      wish: waiting,
    },
  ],
  asks: { pattern: /^(?:(?:still |now )?(?:waiting|waits?|pending)(?![A-Za-z])|等待?)/i, hint: HINTS.waiting },
};

export const ARCHIVING: Subject = {
  verbs: [
    {
      pattern: /^(?:archived?(?: (?:it|for now|this))?|(?:暂时|临时|先)?(?:归档|存档))$/i,
      wish: () => change({ kind: 'archived' }),
    },
    {
      pattern: /^(?:re-?open|open(?: again)?|resume|重新打开|再次打开|重开|重启|恢复|打开)$/i,
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
