import type { BugcheckFact, Lines } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { readHex } from '../address.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { linesWith } from '../searched-section.ts';

const MARKS: Marks = ['bugcheck code'];

const CODE = /^\s{0,8}Bugcheck code (?<code>[0-9a-f]{1,8})\b(?<rest>.*)$/i;
const ARGUMENTS = /(?:^|\s)Arguments (?<args>[0-9a-f` ]{1,120})$/i;
/** What a wrap put into the next line: whole values, or the rest of one. */
const REST = /^\s{0,8}[0-9a-f]{1,8}(?:`?[0-9a-f]{0,8})(?: [0-9a-f`]{1,17}){0,3}$/i;
const HALF = 8;
const ALL = 4;

/** `.bugcheck`: `Bugcheck code 000000D1` and `Arguments` with four values in the next line. */
export const bugcheckCommand: Parser = {
  command: '.bugcheck',
  marks: [MARKS],
  accepts: (section) => linesWith(section, MARKS).some((line) => CODE.test(line.text)),
  read: (section) => {
    const bugchecks: BugcheckFact[] = [];
    for (const at of section.placesOf(MARKS)) {
      const line = section.body[at];
      const found = CODE.exec(line?.text ?? '');
      const code = readHex(found?.groups?.code ?? '');
      if (line === undefined || code === null) {
        continue;
      }
      const isBehind = ARGUMENTS.test(found?.groups?.rest ?? '');
      const values = argumentValues(section.body, isBehind ? at : at + 1).slice(0, ALL);
      const width = widthOf(values);
      bugchecks.push({
        origin: 'bugcheck-command',
        code,
        name: null,
        args: values.map(({ digits }) => (digits.length < width ? null : readHex(digits))),
        argTexts: [],
        argLines: values.map(({ lines }) => lines),
        lines: [line.lines[0], values.at(-1)?.lines[1] ?? line.lines[1]],
      });
    }
    return { bugchecks };
  },
};

interface Value {
  readonly digits: string;
  readonly lines: Lines;
}

/** The values of the arguments' row, at the index or a few lines below, and of what a wrap put into the lines behind it. */
function argumentValues(body: readonly Line[], from: number): readonly Value[] {
  const first = body.slice(from, from + 3).findIndex(({ text }) => ARGUMENTS.test(text));
  const values: Value[] = [];
  for (const [at, row] of (first === -1 ? [] : body.slice(from + first, from + first + ALL)).entries()) {
    const text = at === 0 ? ARGUMENTS.exec(row.text)?.groups?.args : REST.exec(row.text)?.[0];
    const isWhole = values.length >= ALL && (values.at(-1)?.digits.length ?? 0) >= widthOf(values);
    if (text === undefined || isWhole) {
      break;
    }
    for (const digits of text.trim().split(/\s+/)) {
      const last = values.at(-1);
      if (last !== undefined && last.digits.length < widthOf(values)) {
        values[values.length - 1] = { digits: last.digits + digits, lines: [last.lines[0], row.lines[1]] };
      } else {
        values.push({ digits, lines: row.lines });
      }
    }
  }
  return inPairs(values);
}

/** The debugger prints all four at the width of the machine: what is shorter was cut. Whoever types them may write fewer digits. */
function widthOf([first]: readonly Value[]): number {
  const width = first?.digits.length ?? 0;
  return width < HALF ? 0 : width;
}

/** Eight halves are four values that lost their backticks. */
function inPairs(values: readonly Value[]): readonly Value[] {
  const isHalved = values.length === ALL * 2 && values.every(({ digits }) => digits.length === HALF);
  return isHalved
    ? values.flatMap(({ digits, lines }, at) => {
        const low = values[at + 1];
        return at % 2 === 1 || low === undefined
          ? []
          : [{ digits: digits + low.digits, lines: [lines[0], low.lines[1]] as const }];
      })
    : values;
}
