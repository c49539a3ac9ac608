import type { ThreadFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { ADDRESS } from '../address-token.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';
import { span } from '../span.ts';

const MARKS: Marks = ['parentcid', 'peb: '];

/**
 * Processes of `!process`, without their threads (those are `thread-header.ts`).
 * Source: Microsoft Learn, "!process".
 */
export const processHeader: Parser = {
  command: '!process',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({ threads: readProcesses(section) }),
};

/** Newer debuggers print the address alone, and the rest of the line below it. */
const PROCESS = new RegExp(`^\\s{0,12}PROCESS ${ADDRESS}(?:\\s|$)`, 'i');
const IMAGE = /\bImage: (?<image>\S.{0,79})$/i;
/** The image stands on the third line of a process. */
const MAX_DISTANCE = 5;

function readProcesses(section: SearchedSection): ThreadFact[] {
  const found: ThreadFact[] = [];
  let open: Line | null = null;
  let distance = 0;
  for (const line of section.body) {
    const text = line.text.slice(0, 300);
    distance += 1;
    if (PROCESS.test(text)) {
      open = line;
      distance = 0;
    }
    const image = open !== null && distance <= MAX_DISTANCE ? IMAGE.exec(text)?.groups?.image : undefined;
    if (open !== null && image !== undefined) {
      found.push({
        address: null,
        process: image.trim(),
        state: null,
        command: '!process',
        isAsked: false,
        lines: span(open, line),
      });
      open = null;
    }
  }
  return found;
}
