import type { AttachedDriverFact } from '../facts.ts';
import type { Line } from '../intake/line.ts';
import type { Parser } from './parser.ts';
import { holds } from './section-text.ts';
import { span } from './span.ts';

/**
 * Drivers on the Windows Driver Frameworks, of `!wdfkd.wdfdriverinfo`, `wdflogdump`, `wdfldr`, `wdfcrashdump`.
 * Source: Microsoft Learn, "Windows Driver Framework Extensions (Wdfkd.dll)".
 */
export const wdfkd: Parser = {
  command: '!wdfkd',
  accepts: (section) => holds(section, ['!wdf', 'wdfdriver', 'imagename', 'driver image name', 'wdf01000']),
  read: (section) => ({ attachedDrivers: section.body.flatMap(readClient) }),
};

const NAME =
  /\b(?:Default driver image name|Driver image name|ImageName)\s{0,20}[:=]?\s{1,20}"?([\w$-]{1,80})(\.sys)?\b/i;

function readClient(line: Line): AttachedDriverFact[] {
  const [, name, extension] = NAME.exec(line.text.slice(0, 300)) ?? [];
  if (name === undefined) {
    return [];
  }
  const image = extension === undefined ? null : `${name}${extension}`;
  return [{ command: '!wdfkd', kind: 'wdf-driver', name, image, lines: span(line) }];
}
