import type { AddressFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { ADDRESS, readAddress } from '../address-token.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { linesWith, type SearchedSection } from '../searched-section.ts';
import { findTyped } from '../typed-command.ts';

/** Addresses of the kernel and those split by a backtick stand before every row. */
const MARKS: Marks = ['  "', 'string('];

const ROW = new RegExp(`^\\s{0,8}(?<token>${ADDRESS}) {2}"(?<text>[^"]{0,200})"?\\s{0,4}$`, 'i');
/** `!ustr` and `!str` print length and capacity, the address asked about, and the text. */
const STRING_ROW = new RegExp(
  `^\\s{0,8}String\\(\\d{1,6},\\d{1,6}\\) at (?<token>${ADDRESS}): (?<text>[^"]{1,200}?)\\s{0,4}$`,
  'i',
);
/** A row holds 32 characters of two bytes, or 48 of one; a string goes on in the next row where it ended. */
const FULL_ROW = 0x60n;
const LONGEST = 600;

/**
 * Text that lies in memory, of `du`, `da`, `dS`, `ds`, `!ustr`: somebody asked what an address points at. `dS` and `ds` take the
 * address of a counted string and print that of its buffer: the text is that of the address asked about.
 * Source: Microsoft Learn, "d, da, db, dc, dd, dD, df, dp, dq, du, dw", "ds, dS", "!ustr".
 */
export const memoryText: Parser = {
  command: 'du',
  marks: [MARKS],
  accepts: (section) => linesWith(section, MARKS).some((line) => readRow(line) !== null),
  read: (section) => ({ addresses: readTexts(section) }),
};

function readTexts(section: SearchedSection): AddressFact[] {
  const { name: command = 'du', args = [] } = findTyped(section, ['du', 'da', 'ds', '!ustr', '!str']) ?? {};
  const counted = command === 'ds' ? readAddress(args[0] ?? '') : null;
  const found: AddressFact[] = [];
  let end: bigint | null = null;
  for (const line of linesWith(section, MARKS)) {
    const row = readRow(line);
    if (row === null) {
      end = null;
      continue;
    }
    const start = BigInt(row.address);
    const last = found.at(-1);
    if (last !== undefined && end !== null && start > end - FULL_ROW && start <= end) {
      const usage = `${last.usage.slice(0, -1)}${row.text}"`.slice(0, LONGEST);
      found[found.length - 1] = { ...last, usage, lines: [last.lines[0], line.lines[1]] };
    } else {
      const address = found.length === 0 && counted !== null ? counted : row.address;
      found.push({ command, address, usage: `"${row.text}"`, module: null, lines: line.lines });
    }
    end = start + FULL_ROW;
  }
  return found;
}

function readRow({ text }: Line): { readonly address: string; readonly text: string } | null {
  const { token = '', text: shown } = (ROW.exec(text) ?? STRING_ROW.exec(text))?.groups ?? {};
  const address = readAddress(token);
  return address === null || shown === undefined || !/[^\s?.]/.test(shown) ? null : { address, text: shown };
}
