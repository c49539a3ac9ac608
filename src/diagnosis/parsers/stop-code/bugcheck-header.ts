import type { BugcheckFact, Hex } from '../../facts.ts';
import { firstCode, isBeyondAscii } from '../../intake/first-code.ts';
import type { Line, Section } from '../../intake/line.ts';
import { readHex } from '../address.ts';
import type { Parser } from '../parser.ts';
import type { HeaderLine } from './bugcheck-header-line.ts';
import { isWithOutput, readHeader, readHeaderWithoutCode } from './bugcheck-header-line.ts';

/** A list of somebody's own may have the value as code, and then no colon before it. */
const ARGUMENT =
  /^\s*(?:[-*•] {1,4})?Arg(?:ument\s?)?(?<number>[1-4])(?:\s?[:=]\s*`?|\s{1,4}`(?=0x))(?<value>(?:0x)?[0-9a-f`]{1,40})\b(?<closed>`?)[,.]?\s*(?<text>.*)$/i;
/** A mail that was wrapped anew left the label at the end of a line, and its value begins the next one. */
const LABEL_AT_END = /(?:^|\s)Arg(?<number>[1-4]):$/;
const VALUE_AT_START = /^\s{0,8}(?:0x)?[0-9a-f`]{8,17}(?![\w`])/i;
const RESERVED = /^\W{0,4}reserved\W{0,2}$/i;
const NO_EXPLANATION = /^\s*(?:[A-Z][A-Z0-9_]{3,40}:|Debugging|Details:|-{3}|```|[*]{3})/;
const ASTERISK = 42;
const HYPHEN = 45;
const CAPITAL_A = 65;
const SMALL_A = 97;
/** The description between header and arguments is at most a dozen lines, twice that when a mail doubled them. */
const REACH = 40;

/** The header of `!analyze`: `NAME (code)`, description, `Arguments:` with `Arg1:` … `Arg4:`. */
export const bugcheckHeader: Parser = {
  command: '!analyze',
  marks: [],
  accepts: (section) => section.body.some((line) => readHeader(line) !== null || readArgument(line) !== null),
  read: (section) => ({ bugchecks: readHeaders(section) }),
};

interface OpenHeader {
  readonly at: number;
  readonly line: Line;
  /** Null where the arguments stand without it. */
  readonly header: HeaderLine | null;
  readonly args: Map<number, { value: Hex; digits: number; text: string; line: Line }>;
  lastLine: Line;
  lastArg: number;
  /** An argument was printed, be it cut: then the line above it was a header. */
  hasArguments: boolean;
}

interface Reading {
  readonly section: Section;
  /** The last line of the section that is not blank. */
  readonly last: Line | undefined;
  readonly facts: BugcheckFact[];
}

function readHeaders(section: Section): BugcheckFact[] {
  const facts: BugcheckFact[] = [];
  const reading = { section, last: section.body.findLast((line) => line.text !== ''), facts };
  let open: OpenHeader | null = null;
  let at = -1;
  for (const line of section.body) {
    at += 1;
    const header = readHeader(line) ?? readHeaderWithoutCode(section, at);
    if (header !== null) {
      close(open, section, facts);
      open = startHeader(line, at, header);
      continue;
    }
    open = takeArgument(open, at, reading);
  }
  close(open, section, facts);
  return facts;
}

function readArgument(line: Line): RegExpExecArray | null {
  const code = firstCode(line.text);
  return code === CAPITAL_A || code === SMALL_A || code === HYPHEN || code === ASTERISK || isBeyondAscii(code)
    ? ARGUMENT.exec(line.text)
    : null;
}

/** An explanation is a sentence or two. */
const LONGEST_TEXT = 500;

function startHeader(line: Line, at: number, header: HeaderLine | null): OpenHeader {
  return { at, line, header, args: new Map(), lastLine: line, lastArg: 0, hasArguments: false };
}

/** The line above ends in the label of the value that begins this one. */
function labelled({ body }: Section, at: number): Line | undefined {
  const line = body[at];
  const above = body[at - 1]?.text ?? '';
  const label = above.endsWith(':') ? LABEL_AT_END.exec(above)?.groups?.number : undefined;
  return line === undefined || label === undefined || !VALUE_AT_START.test(line.text)
    ? line
    : { ...line, text: `Arg${label}: ${line.text.trimStart()}` };
}

function takeArgument(open: OpenHeader | null, at: number, { section, last, facts }: Reading): OpenHeader | null {
  const line = labelled(section, at);
  const printed = line === undefined ? undefined : readArgument(line)?.groups;
  const value = printed?.value === undefined ? null : readHex(printed.value);
  if (line === undefined || printed?.value === undefined || value === null) {
    continueText(open, line);
    return open;
  }
  const number = Number(printed.number);
  const argument = {
    value,
    digits: printed.value.replace(/^0x|`/gi, '').length,
    text: (printed.text ?? '').slice(0, LONGEST_TEXT).replace(/`$/, ''),
    line,
  };
  const isNext = open !== null && open.lastArg < number && at - open.at <= REACH;
  const owner = isNext ? open : startHeader(line, at, null);
  owner.hasArguments = true;
  if (!isNext) {
    close(open, section, facts);
  }
  const isClosed = printed.closed !== '';
  if (isClosed || !isCutValue(owner, argument.digits, argument.text, line === last)) {
    owner.args.set(number, argument);
    owner.lastLine = line;
    owner.lastArg = number;
  }
  return owner;
}

/** A value in the very last line without its explanation lost digits when the paste was cut, unless it is as long as the others. */
function isCutValue(owner: OpenHeader, digits: number, text: string, isLast: boolean): boolean {
  if (!isLast || text !== '' || digits === 16) {
    return false;
  }
  return ![...owner.args.values()].some((other) => other.digits === digits);
}

/** An explanation that runs over its line goes on indented, until a blank line or a field. */
function continueText(open: OpenHeader | null, line: Line | undefined): void {
  const last = open?.args.get(open.lastArg);
  if (line === undefined) {
    return;
  }
  const isBelow = open !== null && line.lines[0] <= open.lastLine.lines[1] + 1;
  // What follows a reserved argument is about the whole stop.
  if (
    last === undefined ||
    RESERVED.test(last.text) ||
    !isBelow ||
    !/^\s+\S/.test(line.text) ||
    NO_EXPLANATION.test(line.text)
  ) {
    return;
  }
  last.text = `${last.text} ${line.text.trim()}`.slice(0, LONGEST_TEXT);
  open.lastLine = line;
}

/** `!analyze` without its arguments is a cut one; elsewhere the header counts only with other output below it. */
function isSureWithoutArguments({ at, header }: OpenHeader, section: Section): boolean {
  return /analyze/i.test(section.command ?? '') || (header?.isAlone === true && isWithOutput(section, at));
}

function close(open: OpenHeader | null, section: Section, facts: BugcheckFact[]): void {
  if (open === null) {
    return;
  }
  const isPrinted = open.hasArguments || isSureWithoutArguments(open, section);
  if (!isPrinted && open.header?.isAlone !== true) {
    return;
  }
  const numbers = [1, 2, 3, 4];
  facts.push({
    // A heading of an article looks the same: what follows it in other sections tells.
    origin: isPrinted ? 'analyze-header' : 'words',
    code: open.header?.code ?? null,
    name: open.header?.name ?? null,
    args: open.args.size === 0 ? [] : numbers.map((number) => open.args.get(number)?.value ?? null),
    argTexts: open.args.size === 0 ? [] : numbers.map((number) => open.args.get(number)?.text.trim() ?? ''),
    argLines: open.args.size === 0 ? [] : numbers.map((number) => open.args.get(number)?.line.lines ?? null),
    lines: [open.line.lines[0], open.lastLine.lines[1]],
  });
}
