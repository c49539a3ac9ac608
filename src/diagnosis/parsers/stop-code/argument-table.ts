import type { BugcheckFact, Hex } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { readHex } from '../address.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';

const MARKS: Marks = ['arg1', 'argument 1', 'parameter 1', 'параметр 1', '参数 1', '参数1', '參數 1', 'パラメータ 1'];

/** What stands with a colon behind `Arg` is of `!analyze`. `Arg1  0x38  what it is`, `| Arg1 | 0x38 |`, `Parameter 1: 0x38 <- a remark`. */
const LABEL = '(?:(?<short>Arg(?:ument)?)(?= ?[1-4][ |])|Parameter|参数|參數|Параметр|パラメータ)';
const VALUE = '(?:0x(?<value>[0-9a-f`]{1,17})|(?<wide>[0-9a-f]{8}`?[0-9a-f]{8}))(?![\\w`])';
const ROW = new RegExp(
  `^[\\s|*•-]{0,8}${LABEL} ?(?<number>[1-4])(?: {0,4}[|:=] {0,4}| {1,12})${VALUE}[\\s|,;:=<(-]{0,8}(?<text>.{0,200})`,
  'i',
);
/** Cells may stand apart by blank lines, and a remark may run over its line. */
const REACH = 10;
/** A label that documentation uses as well needs more rows to be somebody's stop. */
const LEAST_SHORT = 2;
const LEAST = 3;

/** The four arguments as people write them down: the rows of a table, or a list with their own remarks. */
export const argumentTable: Parser = {
  command: 'arguments in a table',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({ bugchecks: section.placesOf(MARKS).flatMap((at) => readTable(section, at)) }),
};

interface Row {
  readonly number: number;
  readonly value: Hex;
  readonly text: string;
  readonly isShort: boolean;
  readonly line: Line;
}

function readTable({ body }: SearchedSection, first: number): BugcheckFact[] {
  const rows: Row[] = [];
  let last = first;
  for (let at = first; at <= last + REACH && rows.length < 4; at += 1) {
    const line = body[at];
    const row = line === undefined ? null : readRow(line);
    if (row?.number === rows.length + 1) {
      rows.push(row);
      last = at;
    } else if (row !== null && row.number <= rows.length) {
      break;
    }
  }
  const [begin] = rows;
  const end = rows.at(-1);
  // One of the four is nearly always an address; small numbers alone may be of any list.
  if (begin === undefined || end === undefined || !rows.some(({ value }) => value.length > 8)) {
    return [];
  }
  if (rows.length < (begin.isShort ? LEAST_SHORT : LEAST)) {
    return [];
  }
  const printed = [0, 1, 2, 3].map((at) => rows[at]);
  return [
    {
      origin: 'analyze-fields',
      code: null,
      name: null,
      args: printed.map((row) => row?.value ?? null),
      argTexts: printed.map((row) => row?.text ?? ''),
      argLines: printed.map((row) => row?.line.lines ?? null),
      lines: [begin.line.lines[0], end.line.lines[1]],
    },
  ];
}

function readRow(line: Line): Row | null {
  const found = ROW.exec(line.text)?.groups;
  const value = readHex(found?.value ?? found?.wide ?? '');
  if (found === undefined || value === null) {
    return null;
  }
  const text = (found.text ?? '').replace(/[\s|]{1,8}$/, '');
  return { number: Number(found.number), value, text, isShort: found.short !== undefined, line };
}
