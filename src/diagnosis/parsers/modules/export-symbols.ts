import type { FieldFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { linesWith } from '../searched-section.ts';
import { span } from '../span.ts';

const MARKS: Marks = ['export symbols for'];
const DEFAULTED = /\bDefaulted to export symbols for\s{1,4}(?:\S{0,200}[\\/])?(?<image>[\w$.-]{1,80})/i;

/**
 * Modules of which the debugger knows only the names that they export.
 * Source: Microsoft Learn, "Verifying symbols": "Defaulted to export symbols".
 */
export const exportSymbols: Parser = {
  command: 'lm',
  marks: [MARKS],
  accepts: (section) => linesWith(section, MARKS).length > 0,
  read: (section) => ({ fields: linesWith(section, MARKS).flatMap(readLine) }),
};

function readLine(line: Line): FieldFact[] {
  const image = DEFAULTED.exec(line.text.slice(0, 600))?.groups?.image;
  return image === undefined ? [] : [{ name: EXPORT_SYMBOLS, value: image, lines: span(line) }];
}

/** The field's name. */
export const EXPORT_SYMBOLS = 'Defaulted to export symbols for';
