import { withoutAddress } from '../intake/address-lines.ts';
import type { Line } from '../intake/line.ts';
import { readPrompt } from '../intake/sections.ts';
import { readDumpHeading } from './dump-heading.ts';
import { startsMessage } from './message-start.ts';
import { namesProgram } from './program-fault.ts';
import { findStopAnchors } from './stop-anchors.ts';

/** `!pool …`, `.trap …`: a command as it is typed, its prompt left out. */
const EXTENSION = /[!.][a-z]\w{1,20}\b/;
/** The same of the commands without a mark. */
const COMMAND = /(?:k[bcdnpv]{0,3}|lm\w{0,4}|lmvm|ub?|ln|dt|dv|dx|vertarget)(?: \S.{0,80})?$/;
/** What the debugger prints first. */
const BANNER = /\*{5}|\*{3} Fatal System|Microsoft \(R\)|Loading Dump File/;
/** The head of a stack, which may be another's. */
const STACK_HEAD = /(?:#\s{1,8})?Child-?(?:SP|EBP)\b|STACK_TEXT:/;
/** The heads of tables. */
const TABLE_HEAD = /start {2,40}end\b|Pool page\b|Name {1,40}Number of Hits\b/;
/** The name of a stop with its code, or the line of its arguments. */
const STOP_HEAD = /[A-Z][A-Z0-9]{1,30}(?:_[A-Z0-9]{1,30}){1,12} \([0-9a-f]{1,8}\)|BugCheck\b/;
/** What Windows recorded is no output of the debugger. */
const EVENT_HEAD = /(?:Log Name|Protokollname|日志名称|記錄名稱|記錄檔名稱)\s{0,8}[:：]/;
/** What begins an output. */
const BEGINS = new RegExp(
  `^\\s{0,8}(?:${[EXTENSION, COMMAND, BANNER, STACK_HEAD, TABLE_HEAD, STOP_HEAD, EVENT_HEAD].map(({ source }) => source).join('|')})`,
  'i',
);
const MARKS_OF_OUTPUT = [
  '[0-9a-f]{8}',
  String.raw`\w![A-Za-z_?]`,
  String.raw`\+0x[0-9a-f]`,
  String.raw`^\s{0,20}[A-Za-z_][\w .]{0,60}\s{0,20}[:=]\s`,
  String.raw`^\s{0,8}[A-Z0-9]{1,30}(?:_[A-Z0-9]{1,30}){1,8}:`,
  '^\\s{0,8}[0-9a-f`]{1,17}(?: {1,8}[0-9a-f`:]{1,17}){1,8}\\s{0,4}$',
];
/** What output is made of, and sentences are not. */
const OUTPUT = new RegExp(MARKS_OF_OUTPUT.join('|'), 'i');
/** The last line of an analysis, and a prompt that waits for a command. */
const CLOSED = /^\s{0,8}(?:-{5,}|quit:)\s{0,8}$|kd> {0,4}$/i;
const LOOKED_AT = 8;

/**
 * True where a message is the rest of an output that the message before it began: that one ends amid output, and this
 * one begins amid output, with a row, a field or registers; no prompt, command, heading or sentence stands first.
 * A chat takes some 14,000 characters a message, so the cut may lie anywhere.
 */
export function isRestOfOutput(before: string, text: string): boolean {
  const last = lastLine(before);
  const lines = firstLines(text);
  const [first] = lines;
  if (last === null || first === undefined || CLOSED.test(last)) {
    return false;
  }
  if (endsInHeader(before) && bringsArguments(lines)) {
    return true;
  }
  if (!(OUTPUT.test(last) || readPrompt(last) !== null)) {
    return false;
  }
  if (lines.some(({ text: line }) => namesProgram(line))) {
    return false;
  }
  const beginsAnew = readPrompt(first.text) !== null || BEGINS.test(first.text) || startsMessage(lines, 0);
  return !beginsAnew && !beginsStop(lines) && readDumpHeading(lines, 0) === null && OUTPUT.test(first.text);
}

/** The header of a stop: its name, then some sentences on it, then its arguments. */
const STOP = /^\W{0,8}[A-Z][A-Z0-9]{1,30}(?:_[A-Z0-9]{1,30}){1,12} \([0-9a-f]{1,8}\)\s{0,8}$/i;
const ARGUMENT = /^\s{0,8}(?:Arguments:|Arg[1-4]:)/;
const LAST_ARGUMENT = /^\s{0,8}Arg4:/;
const LONGEST_HEADER = 40;

/** True where a text ends between the name of a stop and the last of its arguments. */
function endsInHeader(before: string): boolean {
  const rows = before
    .slice(-LONGEST_LOOK)
    .split(/\r\n|\r|\n/)
    .slice(-LONGEST_HEADER);
  const at = rows.findLastIndex((row) => STOP.test(row.slice(0, 500)));
  return at >= 0 && !rows.slice(at).some((row) => LAST_ARGUMENT.test(row) || readPrompt(row) !== null);
}

/** The arguments come before any name, heading or prompt of another dump. */
function bringsArguments(lines: readonly Line[]): boolean {
  const at = lines.findIndex(({ text }) => ARGUMENT.test(text));
  const above = lines.slice(0, at + 1);
  return (
    at >= 0 &&
    !namesStop(above, () => true) &&
    !above.some(({ text }, index) => readPrompt(text) !== null || readDumpHeading(above, index) !== null) &&
    !startsMessage(lines, 0)
  );
}

/** A stop code with its name or its number; arguments alone may be those of the header that was cut off. */
function beginsStop(lines: readonly Line[]): boolean {
  return namesStop(lines, (at) => at === 0);
}

function namesStop(lines: readonly Line[], isThere: (at: number) => boolean): boolean {
  return findStopAnchors(lines).some(({ at, fact }) => isThere(at) && (fact.code !== null || fact.name !== null));
}

const LONGEST_LOOK = 4000;

function firstLines(text: string): Line[] {
  const rows = withoutAddress(text.slice(0, LONGEST_LOOK)).split(/\r\n|\r|\n/);
  const lines = rows.map((row, at): Line => ({ text: row, lines: [at + 1, at + 1] }));
  return lines.filter((line) => line.text.trim() !== '').slice(0, LOOKED_AT);
}

function lastLine(text: string): string | null {
  const rows = text.slice(-LONGEST_LOOK).split(/\r\n|\r|\n/);
  return rows.findLast((row) => row.trim() !== '') ?? null;
}
