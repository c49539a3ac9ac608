import type { BugcheckFact } from '../../facts.ts';
import { readHex } from '../address.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';

const MARKS: Marks = ['!kebugcheckex:'];

const LABEL = /^\s{0,8}nt!KeBugCheckEx:\s*$/i;
/** The first instruction of the function stores its first parameter, the code; the debugger shows what it is about to overwrite. */
const STORES_CODE = /\bmov\s{1,8}qword ptr \[rsp\+8\],rcx\s{1,8}ss:[0-9a-f:`]{8,24}=(?<code>0{8}[0-9a-f]{8})\s{0,8}$/i;
/** A code, and not what was left on the stack by a call before. */
const PLAUSIBLE = /^0x(?:[1-9a-f][0-9a-f]{0,2}|1000[0-9a-f]{4}|c000021a)$/;

/** The line that the debugger prints when it opens a dump: it stands at the first instruction of KeBugCheckEx. */
export const bugcheckEntry: Parser = {
  command: 'r',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({ bugchecks: section.placesOf(MARKS).flatMap((at) => readEntry(section, at)) }),
};

function readEntry({ body }: SearchedSection, at: number): BugcheckFact[] {
  const [label, row] = [body[at], body[at + 1]];
  if (label === undefined || row === undefined || !LABEL.test(label.text)) {
    return [];
  }
  const code = readHex(STORES_CODE.exec(row.text)?.groups?.code ?? '');
  if (code === null || !PLAUSIBLE.test(code)) {
    return [];
  }
  return [{ origin: 'stack', code, name: null, args: [], argTexts: [], lines: [label.lines[0], row.lines[1]] }];
}
