import type { ThreadFact } from '../../facts.ts';
import type { Line, Section } from '../../intake/line.ts';
import { ADDRESS } from '../address-token.ts';
import type { Parser } from '../parser.ts';
import { holds } from '../section-text.ts';
import { span } from '../span.ts';

/**
 * Processes of `!process`, without their threads (those are `thread-header.ts`).
 * Source: Microsoft Learn, "!process".
 */
export const processHeader: Parser = {
  command: '!process',
  accepts: (section) => holds(section, 'process'),
  read: (section) => ({ threads: readProcesses(section) }),
};

const PROCESS = new RegExp(`^\\s{0,12}PROCESS ${ADDRESS}\\s`, 'i');
const IMAGE = /\bImage: (\S.{0,79})$/i;
/** The image stands on the third line of a process. */
const MAX_DISTANCE = 5;

function readProcesses(section: Section): ThreadFact[] {
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
    const image = open !== null && distance <= MAX_DISTANCE ? IMAGE.exec(text)?.[1] : undefined;
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
