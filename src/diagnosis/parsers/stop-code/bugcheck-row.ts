import type { BugcheckFact, NamedDriverFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { readHex } from '../address.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds } from '../searched-section.ts';
import { readArgs } from './bugcheck-inline.ts';

const MARKS: Marks = ['.dmp'];

/**
 * A row of BlueScreenView's table, copied or out of its HTML report: file, time, name, code in eight digits, four
 * parameters in full width. The name is empty where the tool does not know the code.
 */
const NAME = '(?!(?:AM|PM)\\s)[A-Z][A-Z0-9]{1,30}(?:_[A-Z0-9]{1,30}){0,12}';
const HALF = '[0-9a-fA-F]{8}';
/** Where a mail lost the backtick, a blank stands between the halves. */
const WIDE = `(?:0[xX])?${HALF}[\`' ]?${HALF}`;
const NARROW = `(?:0[xX])?${HALF}`;
const FOUR = (cell: string) => `(?:${cell}\\s{1,8}){3}${cell}(?=\\s|$)(?!\\s{1,8}${HALF}(?:\\s|$))`;
const ROW = new RegExp(
  `(?:^|\\s)(?:(?<name>${NAME})\\s{1,8})?0[xX](?<code>${HALF})\\s{1,8}(?:(?<wide>${FOUR(WIDE)})|(?<narrow>${FOUR(NARROW)}))`,
);
/** The cell behind the parameters. */
const DRIVER = /^\s{1,8}(?<image>[\w$.-]{1,80}\.(?:sys|dll|exe))(?=\s|$)/i;
const CELLS = new RegExp(WIDE, 'g');
const FILE_FIRST = /^\s{0,8}[\w.-]{1,60}\.dmp\b/i;
const DUMP_FILE = /\.dmp\b/i;

/** The crash list of BlueScreenView (NirSoft): one row a dump, where copied lines or HTML cells keep the columns. */
export const bugcheckRow: Parser = {
  command: 'BlueScreenView',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => {
    const found = section.placesOf(MARKS).flatMap((at) => {
      const [row] = rowsFrom(section.body, at).flatMap((line) => readRow(line) ?? []);
      return row ?? [];
    });
    return {
      bugchecks: found.map(({ bugcheck }) => bugcheck),
      namedDrivers: found.flatMap(wrappedDriver),
    };
  },
};

interface Row {
  readonly bugcheck: BugcheckFact;
  /** What stands behind the parameters, with the line below where theirs ends with them. */
  readonly rest: Line;
}

/** Within one line the driver is read with all that tools say of drivers; a wrap parts it from what shows that it is one. */
function wrappedDriver({ rest: { text, lines } }: Row): NamedDriverFact[] {
  const image = lines[0] === lines[1] ? undefined : DRIVER.exec(text)?.groups?.image;
  return image === undefined ? [] : [{ image, by: 'tool', strength: 'mentions', context: text.trim(), lines }];
}

/** A mail wraps a row that stands alone, at a blank or within a value: with what stands below it, up to the next row. */
const MOST_WRAPPED = 3;

interface Joined extends Line {
  readonly below: Line | undefined;
}

function rowsFrom(body: readonly Line[], at: number): Joined[] {
  const rows = body.slice(at, at + MOST_WRAPPED + 1);
  const end = rows.findIndex(({ text }, index) => index > 0 && (text.trim() === '' || FILE_FIRST.test(text)));
  const own = end === -1 ? rows : rows.slice(0, end);
  return own.flatMap((line, index) => {
    const texts = own.slice(0, index + 1).map(({ text }) => text.trim());
    const lines = [own[0]?.lines[0] ?? line.lines[0], line.lines[1]] as const;
    return [' ', ...(index > 0 ? [''] : [])].map((blank) => ({
      text: texts.join(blank),
      lines,
      below: own[index + 1],
    }));
  });
}

function readRow({ below, ...line }: Joined): Row | null {
  // Copied into a Markdown table the cells have bars between them.
  const text = line.text.slice(0, 600).replace(/ {0,4}\| {0,4}/g, ' ');
  const match = DUMP_FILE.test(text) ? ROW.exec(text) : null;
  const found = match?.groups;
  const code = readHex(found?.code ?? '');
  if (match === null || found === undefined || code === null) {
    return null;
  }
  const wide = found.wide?.match(CELLS)?.map((cell) => cell.replace(' ', ''));
  const args = readArgs(wide?.join(' ') ?? found.narrow);
  return {
    bugcheck: { origin: 'tool', code, name: found.name ?? null, args, argTexts: [], lines: line.lines },
    rest: restOf({ text: text.slice(match.index + match[0].length), lines: line.lines }, below),
  };
}

function restOf(rest: Line, below: Line | undefined): Line {
  return rest.text.trim() === '' && below !== undefined
    ? { text: ` ${below.text.trim()}`, lines: [rest.lines[0], below.lines[1]] }
    : rest;
}
