import { isPlaceholder } from '#src/cases/placeholder.ts';
import { HINTS } from '../../cases/case-hints.ts';
import { change, unclear, type Wish } from '../case-wish.ts';
import { PARTY, partyOf } from './parties.ts';
import type { Subject } from './verb.ts';

/** How a case stands: open, waiting, archived or closed. */

const HOW_IT_STANDS = [
  "how(?:'s| is) (?:it|this|that|the case) (?:going|looking|doing)",
  "what(?:'s|s| is) (?:the |its |our )?(?:status|state|latest)(?: (?:of|on|with) (?:it|this|the case))?",
  '(?:current|case) status|where (?:are we|do we stand)|any (?:news|updates?)',
  'show (?:me )?(?:it|the case|this case)(?: again)?',
];

const STATES = '(?:archived|closed|resolved|open|reopened|active)';
const STATES_ZH = '(?:归档|存档|关闭|结案|关单|关|结|解决|开着|没关|打开)';
/** In English a question mark, a subject or `still` tells the question; in Chinese 吗 or the mark does. */
const ASKED_HOW: readonly RegExp[] = [
  new RegExp(`^(?:is (?:it |this |that )?)?(?:(?:still|already|now) )?${STATES} ?[?？]$`, 'i'),
  new RegExp(
    `^is (?:(?:it|this(?: one)?|that(?: one)?|the case)(?: still| already| now)?|still|already) ${STATES}$`,
    'i',
  ),
  new RegExp(
    `^(?:是不是|还是?|现在)?(?:已经?)?${STATES_ZH}(?:着|掉)?了?(?:[吗么嘛] ?[?？]?|没有? ?[?？]?|[?？])$`,
    'u',
  ),
];

export const SHOWING: Subject = {
  // Who asks whether it is closed does not close it.
  free: ASKED_HOW.map((pattern) => ({ pattern, wish: () => ({ kind: 'show' as const }) })),
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

const CLOSE =
  '^(?:closed?|resolved?|(?:可以)?(?:先)?(?:关闭|结案|关单|结单|关掉|关了|结掉|结了))(?:吧|啦)?(?![A-Za-z]|之?前|以前|之?后(?!端)|以后|的?时候?)';

export const CLOSING: Subject = {
  free: [
    {
      pattern: new RegExp(
        `${CLOSE}[ ,，。.;；]{0,2}(?:(?:with|as|because|since|reason|outcome|结果|原因)(?![A-Za-z])(?:为|是)?)?[ :：]{0,2}(?<said>.{0,1000})$`,
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
  '仍在等待?|还在等待?|继续等待?|(?:厂商|厂家|客户|对方|他们)?(?:那边)?(?:目前|暂时|还|至今)?(?:没有?|无|暂无|未有)(?:什么|任何)?(?:新的?)?(?:进展|消息|回复|更新)';
/** What waits for whom, and what may follow the name of whoever it is. */
const NOW =
  "(?:(?:set |put |move |now )?(?:it |this )?(?:to |as |on ))?(?:(?:it|this|we)(?:'s|'re| is| are)? )?(?:still |now |currently )?";
const TO_HEAR = '(?:to hear(?: back)?|(?:an? )?(?:answer|reply|feedback|response|news|word|input)|hearing(?: back)?)';
const WAITS = [
  `(?:waiting|waits?|wait|pending|blocked|stuck|parked|on hold|held up)(?: (?:for|on|with|by|at))?(?: ${TO_HEAR} from)?`,
  "(?:the )?ball(?: is|'s)?(?: now)? (?:with|in)",
  '(?:is |sits |now )?(?:back )?(?:with|w/)',
  'back (?:to|with)',
  '(?:正|还|目前|现在|已经|都)?在?(?:等(?:待|候|着)?|卡在|停在|球在|压在)',
  '轮到|该|归|待',
  'action (?:is )?(?:on|with)',
];
const REST_EN =
  "(?:'s)? ?(?:side|end|court|turn)?(?: ?(?:to|for) .{1,60}| ?(?:for )?(?:an?|the|their|more)? ?(?:answers?|reply|replies|response|feedback|input|data|logs?|dumps?|fix|patch|info|confirmation|analysis))?(?: now| again| still)?";
const REST_ZH =
  '(?!的?时候|的话)(?![^,，。]{0,14}(?:了|后|完|好)(?:再|才|就))(?:的|方|来|去)?(?:那边|那里|那儿|手里|手上|处)?(?:的)?[^?？吗,，。]{0,14}';

export const WAITING: Subject = {
  verbs: [
    { pattern: new RegExp(`^(?:${NO_NEWS}|${NO_NEWS_ZH})$`, 'i'), wish: () => change({ kind: 'still-waiting' }) },
    {
      pattern: new RegExp(
        `^(?:我们|案例)?${NOW}(?:${WAITS.join('|')}) ?(?:the |our )?(?<said>${PARTY})(?:${REST_EN}|${REST_ZH})$`,
        'iu',
      ),
      wish: waitingForOthers,
    },
    {
      pattern: new RegExp(
        `^${NOW}(?:${WAITS.join('|')}) ?(?<said>${PARTY})(?: (?:side|end|court|now))?(?:这?边|处理|确认|了|动了?|行动了?|出手了?|手里了?|手上了?){0,2}$`,
        'iu',
      ),
      wish: waiting,
    },
    {
      pattern: new RegExp(
        `^(?:the )?(?<said>${PARTY}) (?:is|are) (?:still |now )?(?:looking into it|checking|working on it|on it|investigating|analy[sz]ing it|up|next)$`,
        'i',
      ),
      wish: waiting,
    },
    {
      pattern: new RegExp(`^(?:it's |now )?(?:the )?(?<said>${PARTY})(?:'s)? (?:turn|move|court)(?: now)?$`, 'i'),
      wish: waiting,
    },
    {
      pattern: new RegExp(`^(?:the )?(?<said>${PARTY}) (?:has|have) (?:the )?(?:action|ball|next step)(?: now)?$`, 'i'),
      wish: waiting,
    },
    {
      pattern: new RegExp(
        `^(?:it(?:'s| is) |now )?(?:in|on|up to) (?:the )?(?<said>${PARTY})(?: hands?| court| side| desk| end)?(?: now)?$`,
        'i',
      ),
      wish: waiting,
    },
    { pattern: /^we(?:'re| are) (?<said>)(?:up|next)(?: now)?$/i, wish: () => waiting('us') },
    {
      pattern: new RegExp(`^(?:球)?(?:在|到|到了)(?<said>${PARTY})(?:那边|那里|那儿|手里|手上|处|这边)(?:了)?$`, 'iu'),
      wish: waiting,
    },
    { pattern: new RegExp(`^(?:the )?(?<said>${PARTY}) owes? us .{2,60}$`, 'i'), wish: waitingForOthers },
    {
      pattern: new RegExp(
        `^(?:the )?(?<said>${PARTY}) (?:needs?|has|have|must|is|are|still has)(?: still)? to (?:get back|come back|respond|reply|answer|send|provide|confirm|test|deliver)(?: .{1,50})?$`,
        'i',
      ),
      wish: waitingForOthers,
    },
    {
      pattern: new RegExp(
        `^(?<said>${PARTY})(?:那边|这边)?(?:还|正|也)?(?:正在|在)(?:查|看|分析|处理|确认|排查|弄|搞)(?:了|中|着)?$`,
        'iu',
      ),
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

/** `close it if there is no news`: not yet. */
const NOT_YET =
  /^(?:(?:it|this|that) )?(?:if|unless|when|once|until|soon|later|tomorrow|next|on|by)(?![A-Za-z])|^(?:如果|要是|等)/iu;

/** Without an outcome the case stays open, and a question is none: `close with driver removed?`. */
function close(said: string): Wish {
  const outcome = said.replace(/^(?:了|吧|啦)(?![\p{L}\p{N}])[,，。 ]{0,2}/u, '').trim();
  const isNone = isPlaceholder(outcome) || /[?？]$/.test(outcome) || NOT_YET.test(outcome);
  return change({ kind: 'closed', outcome: isNone ? '' : outcome });
}

/** What follows `等我` may be any sentence. */
function waitingForOthers(whom: string): Wish | null {
  return partyOf(whom) === 'us' ? null : waiting(whom);
}

function waiting(whom: string): Wish | null {
  const party = partyOf(whom);
  return party ? change({ kind: 'waiting-set', for: party }) : null;
}
