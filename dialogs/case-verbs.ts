import type { WaitingFor } from '#src/cases/case-event.ts';
import type { Wish } from './case-command.ts';

interface Verb {
  readonly pattern: RegExp;
  /** Null where the words after the verb make no sense. */
  readonly wish: (rest: string) => Wish | null;
}

const ANY = { language: null, form: 'plain' } as const;

/** A wish that is longer is a paste. */
const LONGEST_WISH = 4200;

/** What may follow `case 3`, in both languages, the longer words before their beginnings. */
const VERBS: readonly Verb[] = [
  { pattern: /^(?:severity|sev|级别|严重级别|等级)[ :：=为]{0,2}(?:is |to |改为|设为)?([abc])$/i, wish: severity },
  { pattern: /^(?:owner|assign(?: to)?|负责人|指派给?|分配给?)[ :：=为]{0,2}(.{1,200})$/i, wish: owner },
  { pattern: /^(?:take|mine|我来(?:处理)?|认领)$/i, wish: () => ({ kind: 'take-over' }) },
  { pattern: /^(?:title|rename(?: to)?|标题|改名)[ :：=为]{0,2}(.{1,200})$/i, wish: title },
  { pattern: /^(?:number|customer'?s? number|客户编号|编号)[ :：=为]{0,2}(\S{1,60})$/i, wish: numbered },
  { pattern: /^(?:note|comment|备注|记录|备忘)[ :：]{0,2}(.{1,4000})$/is, wish: note },
  {
    pattern: /^(?:still waiting|no news|仍在等待|还在等|继续等待|暂无进展)$/i,
    wish: () => change({ kind: 'still-waiting' }),
  },
  {
    pattern: /^(?:waiting|waits?|wait) for (?:the )?(\S{2,12})$|^等(?:待)? ?(\S{2,4}?)(?:回复|答复|反馈)?$/i,
    wish: waiting,
  },
  {
    pattern:
      /^(?:next follow-?up|follow-?up|remind(?: me)?|下次跟进|跟进|提醒我?)[ :：]{0,2}(?:on |at |于|在)?(.{1,60})$/i,
    wish: followUp,
  },
  { pattern: /^(?:archive|归档|存档)$/i, wish: () => change({ kind: 'archived' }) },
  { pattern: /^(?:reopen|re-open|open|重新打开|重开|打开)$/i, wish: () => change({ kind: 'reopened' }) },
  { pattern: /^(?:close|关闭|结案)(?:d)?(?: with|，?结果)?[ :：]{0,2}(.{0,1000})$/is, wish: close },
  {
    pattern: /^(?:reanaly[sz]e|re-analy[sz]e|analy[sz]e again|重新分析|再分析)$/i,
    wish: () => ({ kind: 'reanalyse' }),
  },
  { pattern: /^(?:report|报告|分析报告)$/i, wish: () => ({ kind: 'report', asked: ANY }) },
  {
    pattern: /^(?:draft(?: follow-?up| mail)?|跟进邮件|草拟跟进|起草跟进)$/i,
    wish: () => ({ kind: 'draft', asked: ANY }),
  },
  { pattern: /^(?:collect|收集(?:日志)?)$/i, wish: () => ({ kind: 'collect', asked: ANY }) },
  { pattern: /^(?:forget|delete|忘记|删除)$/i, wish: () => ({ kind: 'forget' }) },
];

/** What is wished of a case; `text` where the words are no wish. */
export function readVerb(rest: string): Wish {
  if (rest === '') return { kind: 'show' };
  if (rest.length > LONGEST_WISH) return { kind: 'text', text: rest };
  const line = rest.includes('\n') ? rest : rest.replace(/[。.!！?？]{1,5}$/u, '');
  for (const { pattern, wish } of VERBS) {
    const match = pattern.exec(line);
    const read = match && wish((match[1] ?? match[2] ?? '').trim());
    if (read) return read;
  }
  return { kind: 'text', text: rest };
}

type Change = Extract<Wish, { kind: 'change' }>['change'];

function change(what: Change): Wish {
  return { kind: 'change', change: what };
}

function severity(letter: string): Wish | null {
  const upper = letter.toUpperCase();
  return upper === 'A' || upper === 'B' || upper === 'C' ? change({ kind: 'severity-set', severity: upper }) : null;
}

function owner(name: string): Wish | null {
  if (name === '') return null;
  return /^(?:me|myself|我|我自己)$/i.test(name) ? { kind: 'take-over' } : change({ kind: 'owner-set', owner: name });
}

function title(text: string): Wish | null {
  return text === '' ? null : change({ kind: 'titled', title: text });
}

function numbered(customerNumber: string): Wish | null {
  return customerNumber === '' ? null : change({ kind: 'numbered', customerNumber });
}

function note(text: string): Wish | null {
  return text === '' ? null : change({ kind: 'noted', text });
}

const WHOM: Readonly<Record<string, WaitingFor>> = {
  customer: 'customer',
  client: 'customer',
  客户: 'customer',
  vendor: 'vendor',
  supplier: 'vendor',
  厂商: 'vendor',
  供应商: 'vendor',
  us: 'us',
  me: 'us',
  我们: 'us',
  我方: 'us',
};

function waiting(whom: string): Wish | null {
  const known = Object.hasOwn(WHOM, whom.toLowerCase()) ? WHOM[whom.toLowerCase()] : undefined;
  return known ? change({ kind: 'waiting-set', for: known }) : null;
}

function followUp(phrase: string): Wish | null {
  return phrase === '' ? null : { kind: 'follow-up', phrase };
}

function close(outcome: string): Wish {
  return change({ kind: 'closed', outcome });
}
