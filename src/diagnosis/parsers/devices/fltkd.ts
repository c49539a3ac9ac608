import type { AttachedDriverFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { ADDRESS } from '../address-token.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds } from '../searched-section.ts';
import { span } from '../span.ts';

const MARKS: Marks = ['flt_filter', 'flt_instance', 'num instances'];

/**
 * File system filters, of `!fltkd.filters`, `frames`, `volume` and the list that `fltmc` prints.
 * Source: Microsoft Learn, "Filter Manager Extensions (Fltkd.dll)"; `fltmc filters`.
 */
export const fltkd: Parser = {
  command: '!fltkd',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({ attachedDrivers: section.body.flatMap(readFilter) }),
};

const FILTER = new RegExp(`\\bFLT_(?:FILTER|INSTANCE): ${ADDRESS} "([^"]{1,100})"`, 'i');
/** Name, instances, altitude (20000 to 429999, with a fraction for some), frame. */
const LISTED =
  /^\s{0,4}([\w.-]{2,60})\s{1,40}\d{1,4}\s{1,20}([2-4]?\d{5}(?:\.\d{1,6})?)\s{1,20}(?:\d{1,2}|<Legacy>)\s{0,8}$/i;

function readFilter(line: Line): AttachedDriverFact[] {
  const text = line.text.slice(0, 300);
  const name = FILTER.exec(text)?.[1] ?? LISTED.exec(text)?.[1];
  return name === undefined ? [] : [{ command: '!fltkd', kind: 'fs-filter', name, image: null, lines: span(line) }];
}
