import type { VariableFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { readAddress, readNumber } from '../address-token.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';
import { span } from '../span.ts';
import { findTyped } from '../typed-command.ts';

const MARKS: Marks = [' = 0x', ' = 0n', ' : "'];

/**
 * Local variables of `dv` and `!mex.x`, and values of `dx`, `x`, `??`.
 * Source: Microsoft Learn, "dv (Display Local Variables)", "dx (Display Debugger Object Model Expression)".
 */
export const variables: Parser = {
  command: 'dv',
  marks: [MARKS],
  accepts: (section) =>
    findTyped(section, COMMANDS) !== null ||
    (findTyped(section, STACKS) === null && holds(section, MARKS) && BARE_SOMEWHERE.test(section.lowerCase())),
  read: (section) => ({ variables: readVariables(section) }),
};

const COMMANDS = ['dv', 'dx', '!mex.x', '!x'];
/** They print no variables: equations below such a stack are those of source code that somebody shows with it. */
const STACKS = ['k', 'kb', 'kc', 'kn', 'kv', 'kbn', 'kvn', 'kcn'];
const BARE_SOMEWHERE = /(?:^|\n) {0,40}(?:@\w{2,5} {1,40})?\w{1,80} = 0[xn]|: 0x[0-9a-f`]{1,18} : "/;
const EQUATION =
  /^\s{0,60}(?:[0-9a-f`]{8,18} )? {0,4}(?:(?<location>@[\w+.-]{2,20}) {1,40})?(?<type>(?:[\w:*&<>,]{1,120} {1,3}){0,6}\*?)(?<name>[\w$]{1,120}) {0,40}= ?(?<value>\S.{0,300})$/;
const LOCATION = /^\s{0,60}(?<location>@[a-z][\w+.-]{1,19})\s{0,20}$/i;
/** The type may be cut off by a wrap. */
const TYPE_TAIL = / {0,4}\[[^\]]{0,200}\]?$/;
const DX =
  /^\s{0,8}(?<name>(?:\w{1,40}!)?[\w@$.()*]{1,120}) {0,40}: (?<value>\S.{0,300}?) {0,4}(?:\[Type: [^\]]{0,200}\])?$/i;
/** A PDF prints several variables on one line: each value ends before the next name. */
const SEVERAL = /(?<=0[xn][0-9a-f`^'-]{1,20})\s{1,40}(?=\w{1,60} = 0[xn])/i;
/** Without the command above it only a plain value makes a variable: source code and prose hold equations, too. */
const PLAIN_VALUE = /^(?:0x[0-9a-f`'^]{1,20}|0n-?\d{1,20})(?:\s|$)/i;

interface Reading {
  readonly frame: number | null;
  readonly isTyped: boolean;
  pendingLocation: string | null;
  readonly found: VariableFact[];
}

function readVariables(section: SearchedSection): VariableFact[] {
  const reading: Reading = {
    frame: readFrame(section),
    isTyped: findTyped(section, ['dv', '!mex.x', '!x']) !== null,
    pendingLocation: null,
    found: [],
  };
  const isObjectModel = findTyped(section, ['dx']) !== null;
  for (const line of section.body) {
    const text = line.text.slice(0, 1000);
    if (isObjectModel || text.includes(' : "')) {
      readObject(text, line, reading);
    }
    for (const part of text.split(SEVERAL)) {
      readEquation(part, line, reading);
    }
    readLocation(text, reading);
  }
  return reading.found;
}

function readEquation(text: string, line: Line, reading: Reading): void {
  if (!text.includes('=')) {
    return;
  }
  const { location, type = '', name = '', value = '' } = EQUATION.exec(text)?.groups ?? {};
  const isPlain = type.trim() === '' && PLAIN_VALUE.test(value);
  if (name === '' || text.includes('PsLoadedModuleList') || !(isPlain || reading.isTyped)) {
    return;
  }
  reading.found.push(makeVariable(name, value, location ?? reading.pendingLocation, line, reading));
  reading.pendingLocation = null;
}

function readObject(text: string, line: Line, reading: Reading): void {
  const { name, value } = DX.exec(text)?.groups ?? {};
  if (name !== undefined && value !== undefined && name.toLowerCase() !== 'type') {
    reading.found.push(makeVariable(name, value.replace(TYPE_TAIL, ''), null, line, reading));
  }
}

function makeVariable(
  name: string,
  value: string,
  location: string | null,
  line: Line,
  reading: Reading,
): VariableFact {
  return { name, value: value.trim(), pointer: readPointer(value), location, frame: reading.frame, lines: span(line) };
}

/** MEX prints the register before the name; a wrapped paste puts it on a line before or after. */
function readLocation(text: string, reading: Reading): void {
  const location = LOCATION.exec(text)?.groups?.location;
  if (location === undefined) {
    return;
  }
  const last = reading.found.at(-1);
  if (last === undefined || last.location !== null || reading.pendingLocation !== null) {
    reading.pendingLocation = location;
    return;
  }
  reading.found[reading.found.length - 1] = { ...last, location };
}

/** A value as wide as an address; counts and flags are no pointers. */
export function readPointer(value: string): string | null {
  const token = /^(?:\[\d{1,6}\] {1,3})?(?<token>0x[0-9a-f`'^\\]{7,20})(?=\s|$)/i.exec(value.trim())?.groups?.token;
  return token === undefined ? null : readAddress(token);
}

function readFrame(section: SearchedSection): number | null {
  const token = findTyped(section, ['.frame'])?.args.find((arg) => !arg.startsWith('/'));
  return token === undefined ? null : readNumber(token);
}
