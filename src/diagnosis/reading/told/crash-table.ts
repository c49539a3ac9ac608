import type { BugcheckFact, Hex, Lines, ToldDriverFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { namesDump } from '../dump-name.ts';
import { isDriverColumn, isStopColumn, isWhichColumn } from './meanings.ts';
import { plainRows } from './plain-rows.ts';
import type { StopNames } from './stop-names.ts';
import { toldValues } from './told-values.ts';

/** What somebody made a table of: each row a crash, with the lines that it fills. */
export interface CrashTable {
  readonly bugchecks: readonly BugcheckFact[];
  readonly toldDrivers: readonly ToldDriverFact[];
  /** Numbers of the lines that are read with it, its head among them. */
  readonly lines: ReadonlySet<number>;
}

export const NO_TABLE: CrashTable = { bugchecks: [], toldDrivers: [], lines: new Set() };

/** Of tabs a row keeps blanks only; a head is short. */
const CELLS = /\|/;
const RULE = /^[\s|:+=-]{3,}$/;
const FEWEST_CELLS = 2;
const LONGEST_HEAD = 40;
const LONGEST_CELL = 80;
const LONGEST_NAME = 40;
const MARKS = /^[\s*_`"'~]{1,8}|[\s*_`"'~]{1,8}$/g;
/** `P1`, `Arg 2`, `Parameter 3`, `参数 4`, also with a remark behind it. */
const ARGUMENT = /^(?:p|arg|argument|param|parameter|参数|參數|パラメータ) ?(?<number>[1-4])(?!\d)/i;
const VALUE = /^(?:0x)?(?<digits>[0-9a-f]{1,8}`?[0-9a-f]{0,8})(?![\w`])/i;
/** `LAB-07`. */
const MACHINE = /^(?=[\w.-]{0,30}[\d-])[A-Z][\w.-]{1,30}$/;
const IMAGE = /(?<![\w.$\\/-]|\w[&%^@#;|])(?<image>[A-Za-z0-9][\w-]{0,78}\.sys)(?!\w|\.\w)/i;
const SYMBOL = /^(?<module>[A-Za-z]\w{1,40})(?:!|\+0x)/;

/** Each row is a crash that is compared with the others; of a longer table the first rows are read. */
const MOST_ROWS = 120;

/**
 * Tables in which somebody keeps the crashes of a machine or of several: a column with the stop, and one that tells the
 * crashes apart (a day, a machine, a dump). A list of codes has no such column, and is none.
 */
export function crashTable(lines: readonly Line[], names: StopNames): CrashTable {
  const bugchecks: BugcheckFact[] = [];
  const toldDrivers: ToldDriverFact[] = [];
  const read = new Set<number>();
  let behind = 0;
  for (const [at, head] of lines.entries()) {
    // Rows are heads of nothing.
    const { rows, end } = at < behind ? NO_ROWS : rowsOf(lines, at);
    behind = Math.max(behind, end);
    for (const row of rows) {
      const bugcheck = bugchecks.length < MOST_ROWS ? stopOf(row, names) : null;
      if (bugcheck !== null) {
        bugchecks.push(bugcheck);
        toldDrivers.push(...row.drivers.map((image) => ({ image, how: 'mentioned' as const, lines: row.lines })));
      }
      if (bugcheck !== null || bugchecks.length >= MOST_ROWS) {
        read.add(row.lines[0]).add(head.lines[0]);
      }
    }
  }
  return bugchecks.length === 0 ? NO_TABLE : { bugchecks, toldDrivers, lines: read };
}

interface Row {
  /** What tells its crash from the others. */
  readonly which: string;
  readonly stop: string;
  readonly args: ReadonlyMap<number, Hex>;
  readonly drivers: readonly string[];
  readonly lines: Lines;
}

interface Rows {
  readonly rows: readonly Row[];
  /** The place of the line behind them. */
  readonly end: number;
}

const NO_ROWS: Rows = { rows: [], end: 0 };

function rowsOf(lines: readonly Line[], at: number): Rows {
  const columns = columnsOf(lines[at]?.text ?? '');
  if (columns !== null) {
    return rowsBelow(lines, at + 1, columns);
  }
  const rows = plainRows(lines, at);
  return {
    rows: rows.map(({ which, rest, line }) => ({
      which,
      stop: rest.slice(0, LONGEST_CELL),
      args: new Map(),
      drivers: driverIn(rest.match(IMAGE)?.[0] ?? ''),
      lines: line.lines,
    })),
    end: at + 1 + rows.length,
  };
}

interface Columns {
  readonly stop: number;
  readonly which: number;
  readonly driver: number;
  readonly args: ReadonlyMap<number, number>;
}

function columnsOf(text: string): Columns | null {
  const heads = cellsOf(text);
  if (heads.length < FEWEST_CELLS || heads.some((head) => head.length > LONGEST_HEAD)) {
    return null;
  }
  const args = new Map(heads.flatMap((head, at) => argumentOf(head, at)));
  const stop = heads.findIndex((head, at) => isStopColumn(head) && !args.has(at));
  const which = heads.findIndex((head, at) => at !== stop && isWhichColumn(head));
  const driver = heads.findIndex((head, at) => at !== stop && at !== which && isDriverColumn(head));
  return stop === -1 || which === -1 ? null : { stop, which, driver, args };
}

function argumentOf(head: string, at: number): [number, number][] {
  const number = ARGUMENT.exec(head)?.groups?.number;
  return number === undefined ? [] : [[at, Number(number)]];
}

/** As far as the next head, or the first line that is no row. */
function rowsBelow(lines: readonly Line[], from: number, columns: Columns): Rows {
  const rows: Row[] = [];
  let end = from;
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    if (line === undefined || !(CELLS.test(line.text) || RULE.test(line.text)) || columnsOf(line.text) !== null) {
      break;
    }
    const row = readRow(line, columns);
    if (row !== null) {
      rows.push(row);
    }
  }
  return { rows, end };
}

function readRow({ text, lines }: Line, { stop, which, driver, args }: Columns): Row | null {
  const cells = cellsOf(text);
  const [told = '', called = ''] = [cells[stop], cells[which]];
  if (told === '' || told.length > LONGEST_CELL || !(namesDump(called) || MACHINE.test(called))) {
    return null;
  }
  const printed = new Map([...args].flatMap(([at, number]) => argumentIn(cells[at] ?? '', number)));
  return { which: called, stop: told, args: printed, drivers: driverIn(cells[driver] ?? ''), lines };
}

function stopOf({ which, stop, args, lines }: Row, names: StopNames): BugcheckFact | null {
  // So labelled a number needs no prefix, and two words are a name.
  const values = toldValues(`stop code: ${stop}`, names);
  if (values === null || values.isList) {
    return null;
  }
  return {
    origin: 'words',
    code: values.code,
    name: values.name,
    args: args.size === 0 ? values.args : [1, 2, 3, 4].map((number) => args.get(number) ?? null),
    argTexts: [],
    told: true,
    apart: true,
    row: which.slice(0, LONGEST_NAME),
    lines,
  };
}

function argumentIn(cell: string, number: number): [number, Hex][] {
  const digits = VALUE.exec(cell)?.groups?.digits;
  return digits === undefined
    ? []
    : [
        [
          number,
          `0x${digits
            .toLowerCase()
            .replace('`', '')
            .replace(/^0{1,15}(?=.)/, '')}`,
        ],
      ];
}

function driverIn(cell: string): string[] {
  const image = IMAGE.exec(cell)?.groups?.image ?? SYMBOL.exec(cell)?.groups?.module;
  return image === undefined ? [] : [image];
}

/** The cells of a row, without the marks around them; what stands outside the outer bars is none. None where it is no row. */
function cellsOf(text: string): string[] {
  if (!CELLS.test(text)) {
    return [];
  }
  const cells = text
    .trim()
    .split('|')
    .map((cell) => cell.replace(MARKS, ''));
  return cells.slice(cells[0] === '' ? 1 : 0, cells.at(-1) === '' ? -1 : undefined);
}
