import type { Hex } from '../../facts.ts';
import { firstCode, isBeyondAscii } from '../../intake/first-code.ts';
import type { Line, Section } from '../../intake/line.ts';
import { readHex } from '../address.ts';

const HEADER =
  /^[\s*#>`"]{0,90}(?<name>[A-Z][A-Z0-9]{0,40}(?:[_ ][A-Z0-9]{1,40}){0,14})\s{0,40}\((?:0x)?(?<code>[0-9a-fA-F]{1,8})\)\s*$/;
/** Where a mail joined the lines the description follows the header; only a name with underscores is then sure. */
const HEADER_AND_TEXT =
  /^[\s*#>`"]{0,8}(?<name>[A-Z][A-Z0-9]{1,40}(?:_[A-Z0-9]{1,40}){1,14}) \((?:0x)?(?<code>[0-9a-fA-F]{1,8})\)\s/;
const NAME_ALONE = /^\s{0,8}(?<name>[A-Z][A-Z0-9]{1,40}(?:_[A-Z0-9]{1,40}){1,14})\s*$/;
const ARGUMENTS = /^\s{0,8}Arguments:|^\s{0,8}Arg1: /;
const UNNAMED = /^\s*Unknown bugcheck code \((?<code>[0-9a-f]{1,8})\)/i;
const FIELDS = [
  'STACK_TEXT',
  'BUGCHECK_(?:STR|CODE)',
  '(?:DEFAULT|FAILURE)_BUCKET_ID',
  '(?:PROCESS|SYMBOL|MODULE|IMAGE)_NAME',
  'FAULTING_IP',
  'TRAP_FRAME',
  'CONTEXT',
  'EXCEPTION_RECORD',
  'KEY_VALUES_STRING',
].join('|');
const HEADINGS = String.raw`Failure[ .]bucket\s?:|Debugging Details:`;
const WIDE_ROW = '(?:[0-9a-f]{2} )?[0-9a-f]{8}`[0-9a-f]{8} [0-9a-f]{8}`[0-9a-f]{8} {0,8}(?::|[a-z]\\w{0,40}[!+])';
const NARROW_ROW = String.raw`[0-9a-f]{8}(?: [0-9a-f]{8}){4} [a-z]\w{0,40}[!+]`;
/** Output that belongs to a header: a heading or field of `!analyze`, or a row of a stack. */
const OUTPUT = new RegExp(`^\\s{0,12}(?:(?:${FIELDS}):|${HEADINGS}|${WIDE_ROW}|${NARROW_ROW})`, 'i');
const REACH = 40;
/** `*`, `#`, `>`, a backtick, a quotation mark (a whole analysis is quoted) and the `u` of `unknown`. */
const HEADER_MARKS = [42, 35, 62, 96, 34, 117];
const BOX = /Bugcheck Analysis/i;
const BOX_HEIGHT = 6;
const CAPITAL_A = 65;
const CAPITAL_Z = 90;

export interface HeaderLine {
  readonly name: string | null;
  /** Null where the debugger printed the name alone, as older ones do. */
  readonly code: Hex | null;
  /** Nothing else stands on the line. */
  readonly isAlone: boolean;
}

/** @returns the stop-code header that a line prints, `NAME_OF_CODE (d1)`; null where it prints none */
export function readHeader({ text }: Line): HeaderLine | null {
  if (!canBeHeader(text)) {
    return null;
  }
  const alone = HEADER.exec(text);
  const found = alone ?? HEADER_AND_TEXT.exec(text) ?? UNNAMED.exec(text);
  const code = readHex(found?.groups?.code ?? '');
  if (found === null || code === null) {
    return null;
  }
  return { name: found.groups?.name?.replaceAll(' ', '_') ?? null, code, isAlone: alone !== null };
}

/** @returns the header of an older debugger that printed a name without its code: right below the box, above arguments */
export function readHeaderWithoutCode({ body }: Section, at: number): HeaderLine | null {
  const text = body[at]?.text ?? '';
  const code = text.includes('_') ? firstCode(text) : 0;
  const name = code >= CAPITAL_A && code <= CAPITAL_Z ? NAME_ALONE.exec(text)?.groups?.name : undefined;
  if (name === undefined || !body.slice(Math.max(0, at - BOX_HEIGHT), at).some(({ text }) => BOX.test(text))) {
    return null;
  }
  const hasArguments = body.slice(at + 1, at + 1 + REACH).some(({ text }) => ARGUMENTS.test(text));
  return hasArguments ? { name, code: null, isAlone: true } : null;
}

/** The cheap look before the patterns: in capitals, or `Unknown bugcheck code`, and with a code in parentheses. */
function canBeHeader(text: string): boolean {
  const code = firstCode(text);
  const isName = (code >= CAPITAL_A && code <= CAPITAL_Z) || HEADER_MARKS.includes(code) || isBeyondAscii(code);
  return isName && text.includes('(');
}

/** True below the box of `!analyze` and where debugger output follows before the next header: that is no heading of an article. */
export function isWithOutput({ body }: Section, at: number): boolean {
  if (body.slice(Math.max(0, at - BOX_HEIGHT), at).some((line) => BOX.test(line.text))) {
    return true;
  }
  for (const line of body.slice(at + 1, at + 1 + REACH)) {
    if (OUTPUT.test(line.text)) {
      return true;
    }
    if (readHeader(line) !== null) {
      return false;
    }
  }
  return false;
}
