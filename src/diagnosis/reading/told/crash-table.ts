import type { BugcheckFact, Hex, Lines, ToldDriverFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { namesDump } from '../dump-name.ts';
import { listRows } from './list-rows.ts';
import { isDriverColumn, isStopColumn, isWhichColumn } from './meanings.ts';
import { type PlainRow, plainRows } from './plain-rows.ts';
import type { StopNames } from './stop-names.ts';
import { toldDrivers as readDrivers } from './told-drivers.ts';
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
/** Each row is a crash that is compared with the others; of a longer table the first rows are read. */
const MOST_ROWS = 120;
const MARKS = /^[\s*_`"'~]{1,8}|[\s*_`"'~]{1,8}$/g;
/** `P1`, `Arg 2`, `Parameter 3`, `参数 4`, also with a remark behind it. */
const ARGUMENT = /^(?:p|arg|argument|param|parameter|参数|參數|パラメータ) ?(?<number>[1-4])(?!\d)/i;
const VALUE = /^(?:0x)?(?<digits>[0-9a-f]{1,8}`?[0-9a-f]{0,8})(?![\w`])/i;
/** `LAB-07`. */
const MACHINE = /^(?=[\w.-]{0,30}[\d-])[A-Z][\w.-]{1,30}$/;
const IMAGE = /(?<![\w.$\\/-]|\w[&%^@#;|])(?<image>[A-Za-z0-9][\w-]{0,78}\.sys)(?!\w|\.\w)/i;
const SYMBOL = /^(?<module>[A-Za-z]\w{1,40})(?:!|\+0x)/;

/**
 * Tables in which somebody keeps the crashes of a machine or of several: a column with the stop, and one that tells the
 * crashes apart (a day, a machine, a dump). A list of codes has no such column, and is none.
 */
export function crashTable(lines: readonly Line[], names: StopNames): CrashTable {
  const rows = [...tableRows(lines), ...itemRows(lines, names)];
  const opened: { readonly row: Row; readonly bugcheck: BugcheckFact }[] = [];
  const read = new Set<number>();
  for (const row of rows) {
    const bugcheck = opened.length < MOST_ROWS ? stopOf(row, names) : null;
    if (bugcheck !== null) {
      opened.push({ row, bugcheck });
    }
    // Rows beyond the bound are no sentences either.
    if (bugcheck !== null || opened.length >= MOST_ROWS) {
      read.add(row.lines[0]).add(row.head);
    }
  }
  if (opened.length === 0) {
    return NO_TABLE;
  }
  return {
    bugchecks: opened.map(({ bugcheck }) => bugcheck),
    toldDrivers: opened.flatMap(({ row }) => row.drivers),
    lines: read,
  };
}

interface Row {
  /** What tells its crash from the others. */
  readonly which: string;
  readonly stop: string;
  readonly args: ReadonlyMap<number, Hex>;
  readonly drivers: readonly ToldDriverFact[];
  readonly lines: Lines;
  /** The line of the table's head; of an item its own. */
  readonly head: number;
}

function tableRows(lines: readonly Line[]): readonly Row[] {
  const rows: Row[] = [];
  let end = 0;
  for (const [at, head] of lines.entries()) {
    // What stands within a table is no head of another one.
    if (at < end) {
      continue;
    }
    const columns = columnsOf(head.text);
    if (columns === null) {
      const below = plainRows(lines, at).map((row) => plainRow(row, head));
      rows.push(...below);
      end = at + 1 + below.length;
      continue;
    }
    end = endOfTable(lines, at + 1);
    rows.push(...lines.slice(at + 1, end).flatMap((line) => readRow(line, columns, head) ?? []));
  }
  return rows;
}

function plainRow({ which, rest, line: { lines } }: PlainRow, head: Line): Row {
  const drivers = driverIn(rest.match(IMAGE)?.[0] ?? '', lines);
  return { which, stop: rest.slice(0, LONGEST_CELL), args: new Map(), drivers, lines, head: head.lines[0] };
}

/** The items of a list: what one says of a driver is read like a headline. */
function itemRows(lines: readonly Line[], names: StopNames): readonly Row[] {
  return listRows(lines)
    .slice(0, MOST_ROWS)
    .map(({ which, rest, line: { lines: place } }) => ({
      which,
      stop: rest.slice(0, LONGEST_CELL),
      args: new Map(),
      drivers: readDrivers([{ text: rest, lines: place }], names),
      lines: place,
      head: place[0],
    }));
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
function endOfTable(lines: readonly Line[], from: number): number {
  let end = from;
  for (; end < lines.length; end += 1) {
    const text = lines[end]?.text ?? '';
    if (!(CELLS.test(text) || RULE.test(text)) || columnsOf(text) !== null) {
      break;
    }
  }
  return end;
}

function readRow({ text, lines }: Line, { stop, which, driver, args }: Columns, head: Line): Row | null {
  const cells = cellsOf(text);
  const [told = '', called = ''] = [cells[stop], cells[which]];
  if (told === '' || told.length > LONGEST_CELL || !(namesDump(called) || MACHINE.test(called))) {
    return null;
  }
  const printed = new Map([...args].flatMap(([at, number]) => argumentIn(cells[at] ?? '', number)));
  const drivers = driverIn(cells[driver] ?? '', lines);
  return { which: called, stop: told, args: printed, drivers, lines, head: head.lines[0] };
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

function driverIn(cell: string, lines: Lines): ToldDriverFact[] {
  const image = IMAGE.exec(cell)?.groups?.image ?? SYMBOL.exec(cell)?.groups?.module;
  return image === undefined ? [] : [{ image, how: 'mentioned', lines }];
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
