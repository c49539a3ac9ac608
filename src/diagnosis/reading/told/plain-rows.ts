import type { Line } from '../../intake/line.ts';
import { namesDump } from '../dump-name.ts';
import { isStopColumn, isWhichColumn } from './meanings.ts';

/** A row of a table that lost its bars and tabs, or an item of a list: what tells its crash from the others, and the words behind. */
export interface PlainRow {
  readonly which: string;
  readonly rest: string;
  readonly line: Line;
}

const LONGEST_HEADS = 80;
const LONGEST_ROW = 160;
/** One such line alone may be any. */
const FEWEST = 2;
const NUMBER = /^\d{1,3}[.)]? (?=\S)/;
/** Heads are words. */
const NO_HEADS = /[.!?:|]|(?<![a-z] ?)\d/i;
/** A number in the first word, a word for a day, or another script. */
const ROW_BEGINS = /^\s{0,12}(?:\S{0,40}\d|\S{0,12}(?:day|tag|di|woch)\b|heute|gestern|hier|last|this|[^\0-\u007f])/i;
const TIME = /^\d{1,2}[:.]\d{2}/;
/** `LAB-07`. */
const MACHINE = /^(?=[\w.-]{0,30}\d)[A-Z][A-Za-z][\w.-]{1,30}$/;

/** @returns the rows right below a line of heads, none where it is no such line */
export function plainRows(lines: readonly Line[], at: number): readonly PlainRow[] {
  const heads = lines[at]?.text ?? '';
  // The cheaper looks first: few lines without a number stand above one that begins with a day or a machine.
  const mayBeHeads = heads !== '' && heads.length <= LONGEST_HEADS && !NO_HEADS.test(heads);
  if (!mayBeHeads || !ROW_BEGINS.test(lines[at + 1]?.text ?? '') || !isStopColumn(heads) || !isWhichColumn(heads)) {
    return [];
  }
  const rows: PlainRow[] = [];
  for (let below = at + 1; below < lines.length; below += 1) {
    const row = readPlainRow(lines[below]);
    if (row === null) {
      break;
    }
    rows.push(row);
  }
  return rows.length < FEWEST ? [] : rows;
}

function readPlainRow(line: Line | undefined): PlainRow | null {
  if (line === undefined) {
    return null;
  }
  const [first = '', second = '', ...others] = line.text.trim().replace(NUMBER, '').split(/\s+/);
  const isTimed = TIME.test(second);
  const which = isTimed ? `${first} ${second}` : first;
  const rest = (isTimed ? others : [second, ...others]).join(' ');
  const isRow = line.text.length <= LONGEST_ROW && rest !== '' && (namesDump(which) || MACHINE.test(first));
  return isRow ? { which, rest, line } : null;
}
