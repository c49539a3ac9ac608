import type { SystemFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds } from '../searched-section.ts';
import { span } from '../span.ts';

const MARKS: Marks = ['virtual memory usage', 'nonpagedpool usage', 'allocations have failed'];

/**
 * Memory use of `!vm`: the size of the machine and what has run out.
 * Source: Microsoft Learn, "!vm".
 */
export const virtualMemory: Parser = {
  command: '!vm',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({ systems: section.body.flatMap(readUse) }),
};

const USE =
  /^\s{0,12}((?:Physical Memory|NonPagedPool(?: 0)? Usage|PagedPool Usage|Committed pages|Free System PTEs|Available Pages):\s{1,20}\d{1,15}(?: {1,8}\(\s{0,12}\d{1,15} Kb\))?)/i;
const EXHAUSTED =
  /^\s{0,12}(?:\*{3,12} )?(?:Excessive \w[\w ]{2,40}|\d{1,12} [\w ]{0,30}allocations have failed|.{0,40}\bRunning out of .{1,60})/i;

function readUse(line: Line): SystemFact[] {
  const text = line.text.slice(0, 300);
  const value = USE.exec(text)?.[1] ?? EXHAUSTED.exec(text)?.[0];
  return value === undefined ? [] : [{ name: 'memory', value: value.trim().replace(/\s+/g, ' '), lines: span(line) }];
}
