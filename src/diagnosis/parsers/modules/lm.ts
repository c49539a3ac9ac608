import type { ModuleFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { ADDRESS } from '../address-token.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';
import { span } from '../span.ts';
import { findTyped } from '../typed-command.ts';
import { joinModuleCells } from './module-cells.ts';
import { readModuleRow } from './module-row.ts';

const MARKS: Marks = ['module name', 'unloaded modules:', 'symbols)', '(deferred)'];

/**
 * Module lists of `lm` in all its forms but the full record (`lmvm.ts`), and the unloaded modules below them.
 * Source: Microsoft Learn, "lm (List Loaded Modules)".
 */
export const lm: Parser = {
  command: 'lm',
  marks: [MARKS],
  accepts: (section) =>
    findTyped(section, COMMANDS) !== null || (holds(section, MARKS) && LIST_SOMEWHERE.test(section.lowerCase())),
  read: (section) => ({ modules: readList(section) }),
};

const COMMANDS = ['lm', 'lmt', 'lmn', 'lmnt', 'lmtn', 'lmk', 'lmu', 'lmf', 'lmkv', 'lmv', 'lmvm', 'lmo', 'lml', 'lmsm'];
const LIST_SOMEWHERE = new RegExp(
  `start {1,40}end {1,40}module name|unloaded modules:|(?:^|\\n)\\s{0,8}${ADDRESS} {1,8}${ADDRESS} {1,8}\\w{1,60} .{0,20}(?:symbols\\)|\\(deferred\\))`,
);
const HEADER = /^\s{0,8}start\s{1,40}end\s{1,40}module name/i;
const UNLOADED = /^\s{0,8}Unloaded modules:/i;
/** What the record of `lmvm` begins with, below the row: then the row belongs to that record. */
const RECORD = /^\s{1,12}(?:Loaded symbol image file|Mapped memory image file|Image path|Image name|Symbol file):/i;
const PAGE_DETAIL = /^\s{1,12}(Timestamp|Checksum|ImageSize):\s{0,20}(.{0,120})$/i;

function readList(section: SearchedSection): ModuleFact[] {
  const found: ModuleFact[] = [];
  let unloaded = false;
  let inList = findTyped(section, COMMANDS) !== null;
  const body = joinModuleCells(section.body);
  for (const [index, line] of body.entries()) {
    const text = line.text.slice(0, 600);
    unloaded = UNLOADED.test(text) || (unloaded && !HEADER.test(text));
    inList ||= unloaded || HEADER.test(text);
    const module = readModuleRow(text, inList);
    if (module !== null && (unloaded || !isRecord(body, index))) {
      found.push({ ...module, unloaded, lines: span(line) });
      continue;
    }
    if (unloaded) {
      addDetail(found, line);
    }
  }
  return found;
}

/** A link bar may stand between the row and the record. */
function isRecord(body: readonly Line[], index: number): boolean {
  return body.slice(index + 1, index + 4).some((line) => RECORD.test(line.text.slice(0, 200)));
}

/** Three lines below an unloaded module: its time is mostly unavailable, its size is known. */
function addDetail(found: ModuleFact[], line: Line): void {
  const [, name, value = ''] = PAGE_DETAIL.exec(line.text.slice(0, 200)) ?? [];
  const last = found.at(-1);
  if (name?.toLowerCase() !== 'imagesize' || last === undefined) {
    return;
  }
  const digits = value
    .trim()
    .toLowerCase()
    .replace(/^0+(?=.)/, '');
  found[found.length - 1] = { ...last, size: `0x${digits}`, lines: [last.lines[0], line.lines[1]] };
}
