import type { Line } from './line.ts';

/** One pair of an object; a list of plain values stays in one row. */
const PAIR =
  /"(?<key>[\w .-]{1,60})"\s{0,4}:\s{0,4}(?:"(?<text>(?:[^"\\\n]|\\.){0,400})"|(?<number>0x[0-9a-f]{1,16}|\d{1,20})(?![\w.])|\[(?<list>[^\][{}\n]{0,400})\]),?/gi;
const CODE_KEY = /"(?:bug_?check_?code|stop_?code)"\s{0,4}:/i;
/** `"bugcheck": {`, or an object that says what it is: `"event": "BugCheck"`. */
const STOP_OBJECT =
  /"(?:bug_?check|stop)(?:_?info)?"\s{0,4}:\s{0,4}\{|"(?:event|type|kind|category)"\s{0,4}:\s{0,4}"(?:bug_?check|bsod|blue_?screen)"/i;
/** `"bugcheck": "SYSTEM_SERVICE_EXCEPTION (0x3b)"`: both in one value. */
const NAMED_CODE =
  /"(?:bug_?check|stop)(?:_?(?:code|name|string))?"\s{0,4}:\s{0,4}"[A-Z][A-Z0-9_]{4,60} \((?:0x)?[0-9a-f]{1,8}\)"/i;
const NAME_AND_CODE = /^(?<name>[A-Z][A-Z0-9_]{4,60}) \((?:0x)?(?<code>[0-9a-fA-F]{1,8})\)$/;
const OF_STOP = /^(?:bugcheck|stop)(?:code|name|string)?$/;
const CLOSED = /\}/;
/** Text recognition takes the zero of the prefix for a letter. */
const VALUE = /[0o]x[0-9a-f`]{1,18}|\b[0-9a-f`]{1,18}\b/gi;

/** Two to four values, nothing else: beside a stop code they are its arguments. */
const LIST_OF_VALUES = /^\s{0,40}"?[0o]x[0-9a-f`]{1,18}"?(?:\s{0,40},\s{0,40}"?[0o]x[0-9a-f`]{1,18}"?){1,3}\s{0,40}$/i;

const KIND =
  /^(?:bugcheck|stop)?(?<kind>code|name|(?:(?:parameter|param|arg)s?|p(?=[1-4]))(?<number>[1-4])?|arguments)$/;

/** Names as the fields of the analysis print them, by the key in small letters. */
const FIELDS: ReadonlyMap<string, string> = new Map([
  ['processname', 'PROCESS_NAME'],
  ['modulename', 'MODULE_NAME'],
  ['imagename', 'IMAGE_NAME'],
  ['symbolname', 'SYMBOL_NAME'],
  ['failurebucketid', 'FAILURE_BUCKET_ID'],
  ['failurebucket', 'FAILURE_BUCKET_ID'],
]);

/** Whom a tool names, as viewers label it: what the debugger's own analysis calls an image says more. */
const BLAMED = /^(?:(?:faulting|blamed|suspect|failed|causedby)?(?:driver|module|image)|culprit|whatfailed)$/;
const FILE = /^[\w.-]{1,60}\.sys$/i;

/**
 * What a tool says of a stop in pairs of JSON, as lines that debuggers and viewers print. Only where one of the keys is a stop
 * code, since every log names modules and processes.
 */
export function unfoldKeys(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ text }) => CODE_KEY.test(text) || STOP_OBJECT.test(text) || NAMED_CODE.test(text))) {
    return lines;
  }
  const result: Line[] = [];
  let isStop = false;
  for (const line of joinLists(lines)) {
    isStop ||= STOP_OBJECT.test(line.text);
    const inStop = isStop;
    const text = line.text.includes('"')
      ? line.text.replace(PAIR, (pair, ...groups) => asLines(pair, groups.at(-1), inStop))
      : line.text;
    isStop &&= !CLOSED.test(line.text);
    // One by one: as arguments of one call the rows of a large object would be too many.
    for (const row of text === line.text ? [line] : rowsOf(text, line)) {
      result.push(row);
    }
  }
  return namesFirst(result);
}

/** `"parameters": [` and one value a row. */
const LIST_OPENS = /"(?:bug_?check_?|stop_?)?(?:parameters|params|args|arguments)"\s{0,4}:\s{0,4}\[[^\]]{0,100}$/i;
const MOST_IN_LIST = 8;

function joinLists(lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  let left = 0;
  for (const line of lines) {
    const last = result.at(-1);
    if (left > 0 && line.text.trim() === '') {
      continue;
    }
    if (left > 0 && last !== undefined) {
      result[result.length - 1] = {
        text: `${last.text.trimEnd()} ${line.text.trim()}`,
        lines: [last.lines[0], line.lines[1]],
      };
      left = line.text.includes(']') ? 0 : left - 1;
      continue;
    }
    left = LIST_OPENS.test(line.text.trimEnd()) ? MOST_IN_LIST : 0;
    result.push(line);
  }
  return result;
}

/** Viewers print the name of a stop above its code; a key may come anywhere in its object. */
function namesFirst(lines: readonly Line[]): Line[] {
  const result = [...lines];
  for (const [at, line] of lines.entries()) {
    if (line.text.startsWith(NAME_LABEL)) {
      const code = result
        .slice(Math.max(0, at - MOST_IN_LIST), at)
        .findIndex(({ text }) => text.startsWith(CODE_LABEL));
      if (code !== -1) {
        result.splice(at, 1);
        result.splice(Math.max(0, at - MOST_IN_LIST) + code, 0, line);
      }
    }
  }
  return result;
}

const NAME_LABEL = 'Bug Check String : ';
const CODE_LABEL = 'Bug Check Code : ';

function rowsOf(text: string, { lines }: Line): Line[] {
  const rows = text.split('\n').filter((row) => row.trim() !== '');
  return rows.map((row) => ({ text: row, lines }));
}

function asLines(
  pair: string,
  { key = '', text, number, list }: Record<string, string | undefined>,
  inStop: boolean,
): string {
  const name = key.replace(/[^a-z0-9]/gi, '').toLowerCase();
  const field = FIELDS.get(name);
  if (field !== undefined) {
    return text === undefined ? pair : `\n${field}:  ${text}\n`;
  }
  const named = text !== undefined && OF_STOP.test(name) ? NAME_AND_CODE.exec(text)?.groups : undefined;
  if (named?.name !== undefined) {
    return `\n${NAME_LABEL}${named.name}\n${CODE_LABEL}0x${named.code}\n`;
  }
  if (BLAMED.test(name)) {
    return text !== undefined && FILE.test(text) ? `\nCaused By Driver : ${text}\n` : pair;
  }
  const { kind, number: place = '1' } = KIND.exec(name)?.groups ?? {};
  const isList = list !== undefined && LIST_OF_VALUES.test(list);
  if (kind === undefined || (kind.length === name.length && !inStop && !isList)) {
    return pair;
  }
  if (kind === 'name') {
    return text === undefined ? pair : `\n${NAME_LABEL}${text}\n`;
  }
  const values = [...(list ?? text ?? '').matchAll(VALUE)].map(([value]) => withPrefix(value));
  const shown =
    number === undefined ? values : [/^0x/i.test(number) ? withPrefix(number) : `0x${BigInt(number).toString(16)}`];
  if (kind === 'code') {
    return shown.length === 1 ? `\n${CODE_LABEL}${shown[0]}\n` : pair;
  }
  const at = Number(place);
  return shown.length === 0
    ? pair
    : `\n${shown.map((value, index) => `Parameter ${at + index} : ${value}`).join('\n')}\n`;
}

function withPrefix(value: string): string {
  return `0x${value.replace(/^[0o]x/i, '')}`;
}
