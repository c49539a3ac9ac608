import type { WaitingFor } from '#src/cases/case-event.ts';
import { isPlaceholder } from '#src/cases/placeholder.ts';
import type { Text } from '#src/language/text.ts';
import { HINTS } from '../cases/case-hints.ts';
import type { Wish } from './case-command.ts';
import { halfWidth } from './half-width.ts';
import { MAIL_OPTIONS, readMailAsked } from './mail-asked.ts';

interface Verb {
  readonly pattern: RegExp;
  /** Null where the words after the verb make no sense. */
  readonly wish: (rest: string) => Wish | null;
}

/** A wish that is longer is a paste. */
const LONGEST_WISH = 4200;
/** Somebody who writes more than that writes no wish that we failed to read. */
const LONGEST_HINTED = 100;

/** Between a field and its new value: `severity: A`, `severity is A`, `级别改为 A`. */
const SET =
  '[ :：=]{0,2}(?:(?:is|to)[ :：]{1,2}|(?:改为|改成|改到|设为|设成|调整为|调整到|变更为|调为|为|是)[ :：]{0,2})?';
/** Not the beginning of a longer English word: a notebook is no note. */
const END = '(?![A-Za-z])';

const SEVERITY = '(?:severity|sev|priority|prio|严重级别|严重程度|严重等级|严重性|优先级|级别|等级)';
const OWNER = `(?:owner|assigned to|assign to|assign|负责人|指派给|指派|分配给|分配|转交给|转交|转给|交给)${END}`;
const TITLE = `(?:title|rename to|rename|标题|改名|名称)${END}`;
const NUMBER = `(?:number|customer'?s? number|客户编号|编号)${END}`;
const WAITING =
  '(?:(?:still |now )?(?:waiting|waits?|pending|blocked)(?: (?:for|on|with|by))?|(?:正在|目前|现在)?等(?:待|候)?)';
const FOLLOW_UP = `(?:next follow[- ]?up|follow[- ]?up|remind(?: me)?|snooze|下次跟进|跟进|提醒我?|推迟|延后)${END}`;
const NOTE = `(?:add (?:a )?note|notes?|comment|添加备注|加备注|备注|记录|记一下|备忘)${END}[ :：,，]{0,2}`;
const NO_NEWS = 'still waiting|no (?:news|updates?|progress)(?: yet)?|nothing new';
const NO_NEWS_ZH = '仍在等待?|还在等待?|继续等待?|[暂没]?[无有]?(?:新)?(?:进展|消息)';

/** Words that are kept as they were written, closing punctuation and all. */
const FREE_TEXT: readonly Verb[] = [
  // Who asks whether it is closed does not close it.
  {
    pattern:
      /^(?:(?:is it )?(?:archived|closed|resolved|open|reopened) ?[?？]|(?:已经?)?(?:归档|存档|关闭|结案|关单)了?(?:[吗么嘛] ?[?？]?|[?？]))$/i,
    wish: () => ({ kind: 'show' }),
  },
  { pattern: new RegExp(`^${NOTE}(.{1,4000})$`, 'is'), wish: note },
  { pattern: new RegExp(`^${NOTE}(.{4001})`, 'is'), wish: () => unclear(HINTS.note) },
  {
    pattern: new RegExp(`^${TITLE}[ :：=]{0,2}(?:(?:to|改为|改成|设为)[ :：]{1,2}|改为|改成|设为)?(.{1,200})$`, 'i'),
    wish: title,
  },
  {
    pattern:
      /^(?:closed?|resolved?|关闭|结案|关单)(?![A-Za-z])[ ,，]{0,2}(?:(?:with|as|because|结果|原因)(?![A-Za-z])(?:为|是)?)?[ :：]{0,2}(.{0,1000})$/is,
    wish: close,
  },
  { pattern: /^(?:closed?|resolved?|关闭|结案|关单)(?![A-Za-z]).{1000}/is, wish: () => unclear(HINTS.outcome) },
  { pattern: new RegExp(`^${TITLE}[ :：=].{200}`, 'i'), wish: () => unclear(HINTS.longTitle) },
];

/** What else may follow `case 3`, in both languages, the longer words before their beginnings. */
const VERBS: readonly Verb[] = [
  {
    pattern: /^(?:show|status|details?|timeline|history|状态|详情|时间线|历史|查看|显示)$/i,
    wish: () => ({ kind: 'show' }),
  },
  { pattern: new RegExp(`^${SEVERITY}${SET}(?:sev )?([abc])(?: ?级)?$`, 'i'), wish: severity },
  { pattern: /^(?:改为|改成|升为|升级为|升到|降为|降级为|降到|设为) ?([abc]) ?级?$/i, wish: severity },
  { pattern: /^(?:take(?: (?:it|over))?|mine|我来(?:处理|负责)?|我负责|认领)$/i, wish: () => ({ kind: 'take-over' }) },
  { pattern: new RegExp(`^${OWNER}${SET}@?(.{1,200})$`, 'i'), wish: owner },
  { pattern: new RegExp(`^${NUMBER}${SET}(\\S{1,60})$`, 'i'), wish: numbered },
  { pattern: new RegExp(`^(?:${NO_NEWS}|${NO_NEWS_ZH})$`, 'i'), wish: () => change({ kind: 'still-waiting' }) },
  {
    pattern: new RegExp(
      `^${WAITING} ?(?:the |our )?(\\S{1,12}?)(?:的|方)?(?:'s)? ?(?:answer|reply|feedback|回复|答复|反馈|回应|确认|处理|分析)?$`,
      'i',
    ),
    wish: waiting,
  },
  { pattern: new RegExp(`^(?:analysis )?(?:report|分析报告|报告)${MAIL_OPTIONS}$`, 'i'), wish: mail('report') },
  { pattern: /^(英文|中文)(?:分析)?报告$/, wish: mail('report') },
  {
    pattern: new RegExp(
      `^(?:draft(?: (?:a |the )?(?:follow[- ]?up|mail|reminder)){0,2}|follow[- ]?up mail|(?:草拟|起草|写)(?:跟进)?(?:邮件)?|跟进邮件)${MAIL_OPTIONS}$`,
      'i',
    ),
    wish: mail('draft'),
  },
  {
    pattern: new RegExp(
      `^(?:collect(?: (?:the )?logs?)?|log request|收集(?:日志|信息)?|(?:日志|信息)收集(?:清单)?)${MAIL_OPTIONS}$`,
      'i',
    ),
    wish: mail('collect'),
  },
  {
    pattern: new RegExp(
      `^${FOLLOW_UP}[ :：]{0,2}(?:(?:on|at|until|for|to|is)[ :：]{1,2}|(?:于|在|改为|改到|改成|设为|为)[ :：]{0,2})?(.{1,60})$`,
      'i',
    ),
    wish: followUp,
  },
  {
    pattern: /^((?:今|明|后|大后|下|本|这|\d|[一二两三四五六七八九十]|周|星期|礼拜|月).{0,12})再?(?:跟进|提醒我?)$/u,
    wish: followUp,
  },
  {
    pattern: /^(?:archived?(?: (?:it|for now|this))?|(?:暂时|临时|先)?(?:归档|存档))$/i,
    wish: () => change({ kind: 'archived' }),
  },
  {
    pattern: /^(?:re-?open|open(?: again)?|resume|重新打开|再次打开|重开|重启|恢复|打开)$/i,
    wish: () => change({ kind: 'reopened' }),
  },
  {
    pattern: /^(?:re-?analy[sz]e|analy[sz]e again|read again|重新分析|再分析|重新读取)$/i,
    wish: () => ({ kind: 'reanalyse' }),
  },
  {
    pattern:
      /^(?:remove|delete|drop|take out|detach|移除|移出|删除|去掉|剔除|拿掉) ?(?:the )?(?:dump|转储)? ?c?(\d{1,4}(?:[ ,，]{1,2}(?:yes|sure|confirm(?:ed)?|确认|确定|是))?)$/i,
    wish: (said) => ({ kind: 'remove-dump', id: `c${Number.parseInt(said, 10)}`, isSure: /\D/.test(said) }),
  },
  { pattern: /^(?:forget|delete|remove|忘记|删除)$/i, wish: () => ({ kind: 'forget' }) },
];

/** The first word says what is meant; without a sensible rest it is asked for. */
const ASKING: readonly (readonly [word: RegExp, hint: Text])[] = [
  [new RegExp(`^${SEVERITY}`, 'i'), HINTS.severity],
  [new RegExp(`^${OWNER}`, 'i'), HINTS.owner],
  [new RegExp(`^${TITLE}`, 'i'), HINTS.title],
  [new RegExp(`^${NUMBER}`, 'i'), HINTS.number],
  [new RegExp(`^${FOLLOW_UP}`, 'i'), HINTS.followUp],
  [/^(?:(?:still |now )?(?:waiting|waits?|pending)(?![A-Za-z])|等待?)/i, HINTS.waiting],
  [new RegExp(`^${NOTE}$`, 'i'), HINTS.emptyNote],
  [/^(?:remove|drop|take out|detach|移除|移出|去掉|剔除|拿掉)(?![A-Za-z])/i, HINTS.remove],
];

/** What is wished of a case; `text` where the words are no wish. */
export function readVerb(rest: string): Wish {
  if (rest === '') {
    return { kind: 'show' };
  }
  if (isPlaceholder(rest)) {
    return unclear(HINTS.paste);
  }
  const free = firstOf(FREE_TEXT, rest);
  if (free) {
    return free;
  }
  if (rest.length > LONGEST_WISH) {
    return { kind: 'text', text: rest };
  }
  const line = rest.includes('\n') ? rest : withoutCourtesy(rest);
  return firstOf(VERBS, line) ?? hint(line) ?? { kind: 'text', text: rest };
}

function firstOf(verbs: readonly Verb[], line: string): Wish | null {
  for (const { pattern, wish } of verbs) {
    const match = pattern.exec(line);
    const read = match && wish((match[1] ?? '').trim());
    if (read) {
      return read;
    }
  }
  return null;
}

function withoutCourtesy(rest: string): string {
  return halfWidth(rest)
    .replace(/^(?:set|change|update|mark(?: as)?|的) ?/i, '')
    .replace(/[。.!！?？]{1,5}$/u, '')
    .replace(/[ ,，]{0,2}(?:please|pls|thanks|谢谢|吧|一下)$/i, '')
    .trim();
}

function hint(line: string): Wish | null {
  if (line.includes('\n') || line.length > LONGEST_HINTED) {
    return null;
  }
  const asking = ASKING.find(([word]) => word.test(line));
  return asking ? unclear(asking[1]) : null;
}

type Change = Extract<Wish, { kind: 'change' }>['change'];

function change(what: Change): Wish {
  return { kind: 'change', change: what };
}

function unclear(said: Text): Wish {
  return { kind: 'unclear', said };
}

function mail(kind: 'report' | 'draft' | 'collect'): Verb['wish'] {
  return (words) => ({ kind, asked: readMailAsked(words) });
}

function severity(letter: string): Wish | null {
  const upper = letter.toUpperCase();
  return upper === 'A' || upper === 'B' || upper === 'C' ? change({ kind: 'severity-set', severity: upper }) : null;
}

function owner(name: string): Wish | null {
  if (name === '') {
    return null;
  }
  if (isPlaceholder(name)) {
    return unclear(HINTS.owner);
  }
  return /^(?:me|myself|我|我自己)$/i.test(name) ? { kind: 'take-over' } : change({ kind: 'owner-set', owner: name });
}

function title(text: string): Wish | null {
  if (isPlaceholder(text)) {
    return unclear(HINTS.title);
  }
  return text === '' ? null : change({ kind: 'titled', title: text });
}

function numbered(customerNumber: string): Wish | null {
  if (isPlaceholder(customerNumber)) {
    return unclear(HINTS.number);
  }
  return customerNumber === '' ? null : change({ kind: 'numbered', customerNumber });
}

function note(text: string): Wish | null {
  if (isPlaceholder(text)) {
    return unclear(HINTS.emptyNote);
  }
  return text === '' ? null : change({ kind: 'noted', text });
}

const WHOM: Readonly<Record<string, WaitingFor>> = {
  customer: 'customer',
  client: 'customer',
  user: 'customer',
  客户: 'customer',
  用户: 'customer',
  vendor: 'vendor',
  supplier: 'vendor',
  manufacturer: 'vendor',
  厂商: 'vendor',
  厂家: 'vendor',
  原厂: 'vendor',
  供应商: 'vendor',
  us: 'us',
  me: 'us',
  我们: 'us',
  我: 'us',
  我方: 'us',
  内部: 'us',
};

function waiting(whom: string): Wish | null {
  const known = Object.hasOwn(WHOM, whom.toLowerCase()) ? WHOM[whom.toLowerCase()] : undefined;
  return known ? change({ kind: 'waiting-set', for: known }) : null;
}

function followUp(phrase: string): Wish | null {
  if (phrase === '下次' || isPlaceholder(phrase)) {
    return unclear(HINTS.followUp);
  }
  return phrase === '' ? null : { kind: 'follow-up', phrase };
}

/** Without an outcome the case stays open, and a question is none: `close with driver removed?`. */
function close(said: string): Wish {
  const outcome = said.replace(/^了(?![\p{L}\p{N}])/u, '').trim();
  return change({ kind: 'closed', outcome: isPlaceholder(outcome) || /[?？]$/.test(outcome) ? '' : outcome });
}
