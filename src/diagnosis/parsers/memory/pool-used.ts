import type { PoolUseFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds } from '../searched-section.ts';
import { span } from '../span.ts';
import { findTyped } from '../typed-command.ts';
import { ownerImage } from './pool-owner.ts';

const MARKS: Marks = ['pool used:', ' nonp ', ' paged '];

/**
 * Pool use by tag, of `!poolused` and of PoolMon, whose last column names the drivers it found the tag in.
 * Source: Microsoft Learn, "!poolused", "PoolMon Display".
 */
export const poolUsed: Parser = {
  command: '!poolused',
  marks: [MARKS],
  accepts: (section) => findTyped(section, ['!poolused']) !== null || holds(section, MARKS),
  read: (section) => ({ poolUses: section.body.flatMap(readUse) }),
};

const USED =
  /^\s{0,4}(\S.{0,3}?)\s{1,12}(\d{1,12}) {1,14}(\d{1,15}) {1,14}(\d{1,12}) {1,14}(\d{1,15}) {0,4}(\D.{0,200})?$/;
const MONITOR =
  /^\s{0,4}(\S.{0,3}?) {1,8}(?:Nonp|Paged) {1,12}(\d{1,12}) \( {0,9}-?\d{1,12}\) {1,14}\d{1,12} \( {0,9}-?\d{1,12}\) {1,14}(-?\d{1,12}) {1,14}(\d{1,15}) (.{0,200})$/;
const UNKNOWN = /^UNKNOWN pooltag/i;

function readUse(line: Line): PoolUseFact[] {
  const text = line.text.slice(0, 500);
  const use = readUsed(text) ?? readMonitor(text);
  return use === null ? [] : [{ ...use, lines: span(line) }];
}

function readUsed(text: string): Omit<PoolUseFact, 'lines'> | null {
  const found = USED.exec(text);
  if (found === null) {
    return null;
  }
  const [, tag = '', allocations, bytes, pagedAllocations, pagedBytes, comment = ''] = found;
  return {
    tag,
    bytes: Number(bytes) + Number(pagedBytes),
    allocations: Number(allocations) + Number(pagedAllocations),
    owner: comment === '' || UNKNOWN.test(comment) ? null : (ownerImage(comment) ?? comment.trim()),
  };
}

/** PoolMon with /g prints `[acmeflt]` behind the numbers: the drivers whose files hold the tag. */
function readMonitor(text: string): Omit<PoolUseFact, 'lines'> | null {
  const found = MONITOR.exec(text);
  if (found === null) {
    return null;
  }
  const [, tag = '', , outstanding, bytes, rest = ''] = found;
  const driver = /\[([\w$.-]{1,80})\]/.exec(rest)?.[1] ?? null;
  return { tag, bytes: Number(bytes), allocations: Number(outstanding), owner: driver };
}
