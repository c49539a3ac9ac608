import type { Change } from '#src/cases/case-event.ts';
import { readVerb } from './case-verbs.ts';

/** What one asks about cases. `ref` is our number or the customer's, as it was typed. */
export type CaseCommand =
  | { readonly kind: 'new'; readonly title: string }
  | { readonly kind: 'list'; readonly which: 'open' | 'all' }
  | { readonly kind: 'of'; readonly ref: string; readonly wish: Wish };

export type Wish =
  | { readonly kind: 'show' }
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'take-over' }
  | { readonly kind: 'follow-up'; readonly phrase: string }
  | { readonly kind: 'reanalyse' }
  | { readonly kind: 'report'; readonly asked: MailAsked }
  | { readonly kind: 'draft'; readonly asked: MailAsked }
  | { readonly kind: 'collect'; readonly asked: MailAsked }
  | { readonly kind: 'forget' }
  /** The rest of the message is no wish: debugger output, perhaps. */
  | { readonly kind: 'text'; readonly text: string };

/** How a mail is wanted; a null language is that of the case. */
export interface MailAsked {
  readonly language: 'en' | 'zh' | null;
  readonly form: 'plain' | 'markdown' | 'file';
}

/** A number of ours, or anything with a digit in it that may be a customer's. */
const REF = '#?[A-Za-z0-9][A-Za-z0-9_./#-]{0,59}';
const CASE = '(?:case|ticket|案例|案件|工单)';

const NEW =
  /^(?:(?:case|ticket) new|new (?:case|ticket)|open (?:a )?case|(?:新建|创建|新)(?:案例|案件|工单)|(?:案例|案件|工单) ?新建)(?:[:：]? ?(.*))?$/is;
const LIST =
  /^(?:cases|tickets|(?:all|my|open) cases|cases (?:all|open)|案例|案件|工单|(?:全部|所有|打开的)?(?:案例|案件|工单)(?:列表)?)( all| 全部)?$/i;
const OF_CASE = new RegExp(`^${CASE} ?(${REF})[ :：,，]{0,3}(.*)$`, 'is');
/** `report 3`, `draft follow-up 3`: the wish first, the number after it. */
const ABOUT = new RegExp(
  `^(report|draft(?: follow-?up| mail)?|collect|forget|报告|草拟跟进|跟进邮件|起草跟进|收集|收集日志|忘记|删除) ?(?:${CASE} ?)?(${REF})((?: (?:in )?(?:en|zh|english|chinese|英文|中文|markdown|md|text|(?:as )?(?:a )?file|文件)){0,2})$`,
  'i',
);

/** Reads a message as a command about cases; null where it is none. */
export function readCaseCommand(message: string): CaseCommand | null {
  const text = message.trim().slice(0, 20_000);
  const line = text.length <= 300 ? text.replace(/[。.!！?？]{1,5}$/u, '') : text;
  const opened = NEW.exec(line);
  if (opened) return { kind: 'new', title: oneLine(opened[1] ?? '') };
  const listed = LIST.exec(line);
  if (listed) return { kind: 'list', which: /all|全部|所有/i.test(line) ? 'all' : 'open' };
  return readAbout(line) ?? readOfCase(text);
}

function readAbout(line: string): CaseCommand | null {
  const [, verb = '', ref = '', tongue = ''] = ABOUT.exec(line) ?? [];
  if (!/\d/.test(ref)) return null;
  const asked = readAsked(tongue);
  if (/^(?:report|报告)/i.test(verb)) return { kind: 'of', ref: bare(ref), wish: { kind: 'report', asked } };
  if (/^collect|^收集/i.test(verb)) return { kind: 'of', ref: bare(ref), wish: { kind: 'collect', asked } };
  if (/^(?:forget|忘记|删除)/i.test(verb)) return { kind: 'of', ref: bare(ref), wish: { kind: 'forget' } };
  return { kind: 'of', ref: bare(ref), wish: { kind: 'draft', asked } };
}

function readAsked(words: string): MailAsked {
  const language = /zh|chinese|中文/i.test(words) ? 'zh' : /en|英文/i.test(words) ? 'en' : null;
  if (/file|文件/i.test(words)) return { language, form: 'file' };
  return { language, form: /markdown|md/i.test(words) ? 'markdown' : 'plain' };
}

/** Only what has a digit is a number: "case in point" is none. */
function readOfCase(text: string): CaseCommand | null {
  const [, ref = '', rest = ''] = OF_CASE.exec(text) ?? [];
  if (!/\d/.test(ref)) return null;
  return { kind: 'of', ref: bare(ref), wish: readVerb(rest.trim()) };
}

/** The number without its sign, and without a full stop that ended the sentence. */
function bare(ref: string): string {
  return ref.replace(/^#/, '').replace(/[./#-]{1,5}$/, '');
}

function oneLine(text: string): string {
  return text
    .replace(/\s{1,50}/g, ' ')
    .trim()
    .slice(0, 200);
}
