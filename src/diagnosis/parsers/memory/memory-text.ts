import type { AddressFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { ADDRESS, readAddress } from '../address-token.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { linesWith, type SearchedSection } from '../searched-section.ts';
import { findTyped } from '../typed-command.ts';

/** Addresses of the kernel and those split by a backtick stand before every row. */
const MARKS: Marks = ['  "'];

const ROW = new RegExp(`^\\s{0,8}(?<token>${ADDRESS}) {2}"(?<text>[^"]{0,200})"?\\s{0,4}$`, 'i');
/** A row holds 32 characters of two bytes, or 48 of one; a string goes on in the next row where it ended. */
const FULL_ROW = 0x60n;
const LONGEST = 600;

/**
 * Text that lies in memory, of `du`, `da`, `dS`, `ds`: somebody asked what an address points at.
 * Source: Microsoft Learn, "d, da, db, dc, dd, dD, df, dp, dq, du, dw".
 */
export const memoryText: Parser = {
  command: 'du',
  marks: [MARKS],
  accepts: (section) => linesWith(section, MARKS).some(({ text }) => ROW.test(text)),
  read: (section) => ({ addresses: readTexts(section) }),
};

function readTexts(section: SearchedSection): AddressFact[] {
  const command = findTyped(section, ['du', 'da', 'ds', '!ustr'])?.name ?? 'du';
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
      found.push({ command, address: row.address, usage: `"${row.text}"`, module: null, lines: line.lines });
    }
    end = start + FULL_ROW;
  }
  return found;
}

function readRow({ text }: Line): { readonly address: string; readonly text: string } | null {
  const { token = '', text: shown } = ROW.exec(text)?.groups ?? {};
  const address = readAddress(token);
  return address === null || shown === undefined || !/[^\s?.]/.test(shown) ? null : { address, text: shown };
}
