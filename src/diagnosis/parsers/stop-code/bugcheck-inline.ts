import type { BugcheckFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { readHex } from '../address.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';
import { isWindowsGuest } from './guest-event.ts';
import { FORMS } from './inline-forms.ts';
import { pointsBelow } from './points-below.ts';

const MARKS: Marks = [
  'bugcheck',
  'errorcode0',
  'stop:',
  'stop 0x',
  'fatal system',
  '检测错误',
  '错误检查',
  '檢測錯誤',
  '錯誤檢查',
  '(0x',
  'bsod ',
  '以下错误代码',
  '以下錯誤碼',
  '以下錯誤代碼',
];

/** Documentation shows the form of the screen with words in the place of values: `STOP: 0x0000007B (parameter1, …)`. */
const PLACEHOLDER = /^\s{0,4}\(\s{0,2}(?:[[<{‹]|param|парам|参数|參數|パラメ|parâm|parám)/i;
const ONLY_OPEN = /^\s{0,60}[({][0-9a-fx`, ]{1,200}$/i;
const OPEN_LIST = /[({][0-9a-fx`, ]{1,200}$/i;
/** WhoCrashed prints the name in the next line. */
const NAME_BELOW =
  /^\s{0,8}(?:[-*•] )?(?:Error|Bug ?check name):\s{1,8}(?<name>[A-Z][A-Z0-9]{1,40}(?:_[A-Z0-9]{1,40}){1,12})\s*$/;
/** The same where the text lost its line breaks. */
const ERROR_BEHIND = /^\s{0,4}Error:\s{1,4}(?<name>[A-Z][A-Z0-9]{1,40}(?:_[A-Z0-9]{1,40}){1,12})(?![\w!.])/;
/** A blue screen names its stop behind the code, in the next line, or up to Windows 7 some twenty lines above. */
const NAME = '(?<name>[A-Z][A-Z0-9]{1,40}(?:_[A-Z0-9]{1,40}){1,12})';
const NAME_BEHIND = new RegExp(`^[\\s:,.-]{0,4}${NAME}(?![\\w(!])`);
const NAME_AT_START = new RegExp(`^\\s{0,60}${NAME}(?:\\s|\\.?$)`);
const NAME_ALONE = new RegExp(`^\\s{0,60}(?:\\*{3}\\s{1,4})?${NAME}\\s*$`);
const TO_END_OF_STOP = /^(?:[^)}]{0,300}[)}]|.{0,200}?\bSTOP:? 0x[0-9a-f]{1,8})/i;
const SCREEN_HEIGHT = 30;
const NO_SCREEN = /\bSTOP:? 0x|\bkd>|^\s{0,8}Arg\d:/i;
const ONLY_ARGS = /^\s{0,60}[({](?<args>[0-9a-fx`, ]{1,200})[)}]/i;

/** Stop codes printed in one line: the blue screen, the session banner, event 1001 in any language, `Use !analyze` greetings. */
export const bugcheckInline: Parser = {
  command: 'stop code',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => {
    const bugchecks: BugcheckFact[] = [];
    for (const at of section.placesOf(MARKS)) {
      const line = section.body[at];
      const fact = line === undefined ? null : readLine(line, listBelow(section.body, at + 1));
      if (fact !== null) {
        bugchecks.push(fact.origin === 'stop-screen' && fact.name === null ? withName(fact, section, at) : fact);
      }
    }
    return { bugchecks };
  },
};

/** The line below a stop, with the one behind it where a list of arguments is still open at its end, or a list of points. */
function listBelow(body: readonly Line[], at: number): Line | undefined {
  const [line, next] = [body[at], body[at + 1]];
  const points = pointsBelow(body, at);
  if (points !== null) {
    return points;
  }
  return line !== undefined && next !== undefined && ONLY_OPEN.test(line.text) ? joined(line, next) : line;
}

/** A wrap may have cut a value. */
function joined(line: Line, next: Line): Line {
  const isCutValue = /[0-9a-f]$/i.test(line.text) && /^[0-9a-f]{1,15}[,)}]/i.test(next.text);
  return { text: `${line.text}${isCutValue ? '' : ' '}${next.text}`, lines: [line.lines[0], next.lines[1]] };
}

/** A list of arguments that is still open at the end of its line goes on in the next one. */
function readLine(line: Line, next: Line | undefined): BugcheckFact | null {
  if (next !== undefined && OPEN_LIST.test(line.text)) {
    return readForms(joined(line, next), undefined);
  }
  return readForms(line, next);
}

function readForms(line: Line, next: Line | undefined): BugcheckFact | null {
  for (const { pattern, origin, isOfGuest } of FORMS) {
    const found = pattern.exec(line.text);
    const code = readHex(found?.groups?.code ?? '');
    if (found === null || code === null || PLACEHOLDER.test(line.text.slice(found.index + found[0].length))) {
      continue;
    }
    const own = found.groups?.args;
    if (isOfGuest && !isWindowsGuest(code, readArgs(own))) {
      continue;
    }
    const below = own === undefined ? ONLY_ARGS.exec(next?.text ?? '')?.groups?.args : undefined;
    const behind = ERROR_BEHIND.exec(line.text.slice(found.index + found[0].length))?.groups?.name;
    const name = behind ?? (origin === 'tool' ? (NAME_BELOW.exec(next?.text ?? '')?.groups?.name ?? null) : null);
    const isOneLine = below === undefined && (name === null || behind !== undefined);
    const to = isOneLine ? line.lines[1] : (next?.lines[1] ?? line.lines[1]);
    return { origin, code, name, args: readArgs(own ?? below), argTexts: [], lines: [line.lines[0], to] };
  }
  return null;
}

/** The line below is the one behind the arguments, which may fill it themselves. */
function withName(fact: BugcheckFact, { body }: SearchedSection, at: number): BugcheckFact {
  const end = (body[at]?.lines[1] ?? 0) < fact.lines[1] ? at + 1 : at;
  const rest = (body[end]?.text ?? '').replace(TO_END_OF_STOP, '');
  const [behind, below] = [body[end], body[end + 1]];
  const printed =
    named(NAME_BEHIND.exec(rest), behind) ?? named(NAME_AT_START.exec(below?.text ?? ''), below) ?? nameAbove(body, at);
  if (printed === null) {
    return fact;
  }
  const [from, to] = printed.line.lines;
  return { ...fact, name: printed.name, lines: [Math.min(fact.lines[0], from), Math.max(fact.lines[1], to)] };
}

interface NamedStop {
  readonly name: string;
  readonly line: Line;
}

function named(found: RegExpExecArray | null, line: Line | undefined): NamedStop | null {
  const name = found?.groups?.name;
  return name === undefined || line === undefined ? null : { name, line };
}

function nameAbove(body: readonly Line[], at: number): NamedStop | null {
  for (let above = at - 1; above >= Math.max(0, at - SCREEN_HEIGHT); above -= 1) {
    const text = body[above]?.text ?? '';
    if (NO_SCREEN.test(text)) {
      return null;
    }
    const name = named(NAME_ALONE.exec(text), body[above]);
    if (name !== null) {
      return name;
    }
  }
  return null;
}

/** `1D, FFFF…, 0` → four values, null for one that is missing or unreadable; empty where none is printed. */
export function readArgs(printed: string | undefined): (string | null)[] {
  const text = (printed ?? '').replace(/ErrorCode\d: /gi, '');
  // Between commas a blank is the rest of a wrap.
  const parts = text.includes(',') ? text.replace(/\s+/g, '').split(',') : text.split(/\s+/);
  const values = parts.filter((value) => value !== '');
  if (values.length === 0) {
    return [];
  }
  // `x0000000` lost its zero; nothing else begins with an x.
  return [0, 1, 2, 3].map((at) => readHex((values[at] ?? '').replace(/^x/i, '0x')));
}
