import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { linesWith } from '../searched-section.ts';
import { span } from '../span.ts';

const MARKS: Marks = ['breakpoint '];
const HIT = /^[\s>`]{0,12}(?:Hard coded breakpoint hit|Breakpoint \d{1,4} hit)\s{0,8}$/i;

/** The line with which a debugger says that a running machine came to a place where somebody told it to stop. */
export const breakpoint: Parser = {
  command: 'bp',
  marks: [MARKS],
  accepts: (section) => linesWith(section, MARKS).some(({ text }) => HIT.test(text)),
  read: (section) => ({
    breakpoints: linesWith(section, MARKS)
      .filter(({ text }) => HIT.test(text))
      .map((line) => ({ lines: span(line) })),
  }),
};
