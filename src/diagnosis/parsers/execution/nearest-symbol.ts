import type { AddressFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { ADDRESS, readAddress } from '../address-token.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { linesWith } from '../searched-section.ts';
import { span } from '../span.ts';
import { withPrefix } from './code-symbol.ts';

/** The bar between the symbol before and the one behind: `ln` prints it whether or not there is one behind. */
const MARKS: Marks = ['|  ('];

/** `(fffff80c`4e1a2ec0)   acmeflt!Read+0x50   |  (fffff80c`4e1a3000)   acmeflt!Write` */
const ROW = new RegExp(
  `^[\\s>]{0,12}\\((?<base>${ADDRESS})\\)\\s{1,8}(?<module>[\\w.$-]{1,80})!(?<name>\\S{1,300}?)(?:\\+(?:0x)?(?<offset>[0-9a-f]{1,8}))?\\s{1,8}\\|`,
  'i',
);

/**
 * What lies at an address, of `ln`: many of our own next commands ask it of an argument. The row gives the symbol before the
 * address and the distance to it, so the address is known without the prompt line.
 * Source: Microsoft Learn, "ln (List Nearest Symbols)".
 */
export const nearestSymbol: Parser = {
  command: 'ln',
  marks: [MARKS],
  accepts: (section) => linesWith(section, MARKS).some(({ text }) => ROW.test(text.slice(0, 600))),
  read: (section) => ({ addresses: linesWith(section, MARKS).flatMap(readRow) }),
};

function readRow(line: Line): AddressFact[] {
  const { base = '', module, name, offset = '0' } = ROW.exec(line.text.slice(0, 600))?.groups ?? {};
  const start = readAddress(base);
  if (start === null || module === undefined) {
    return [];
  }
  const address = `0x${(BigInt(start) + BigInt(`0x${offset}`)).toString(16)}` as const;
  const usage = offset === '0' ? `${module}!${name}` : withPrefix(`${module}!${name}+${offset}`);
  return [{ command: 'ln', address, usage, module, lines: span(line) }];
}
