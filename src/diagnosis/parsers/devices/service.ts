import type { AttachedDriverFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds } from '../searched-section.ts';

const MARKS: Marks = ['binary_path_name', 'pathname'];

/**
 * What the service of a driver is called, which need not be like its file: `sc qc`, and the list of `Win32_SystemDriver` that
 * our steps ask for.
 * Source: Microsoft Learn, "sc.exe qc", "Win32_SystemDriver".
 */
export const service: Parser = {
  command: 'sc qc',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({ attachedDrivers: readServices(section.body) }),
};

const NAME = /^\s{0,8}(?:SERVICE_NAME|Name)\s{0,24}:\s{1,4}(?<name>[A-Za-z][\w.-]{1,60})\s{0,20}$/;
const PATH =
  /^\s{0,8}(?:BINARY_PATH_NAME|PathName)\s{0,24}:\s{1,4}[^"]{0,4}(?:[\w ?:%.-]{0,60}\\){1,12}(?<image>[\w.-]{1,60}\.sys)"?\s{0,20}$/i;
/** The path stands so many lines below the name, or fewer. */
const REACH = 12;

function readServices(body: readonly Line[]): AttachedDriverFact[] {
  const found: AttachedDriverFact[] = [];
  let named: { readonly name: string; readonly line: Line; readonly at: number } | null = null;
  for (const [at, line] of body.entries()) {
    const text = line.text.slice(0, 400);
    const name = NAME.exec(text)?.groups?.name;
    if (name !== undefined) {
      named = { name, line, at };
      continue;
    }
    const image = named !== null && at - named.at <= REACH ? PATH.exec(text)?.groups?.image : undefined;
    if (named !== null && image !== undefined) {
      const lines = [named.line.lines[0], line.lines[1]] as const;
      found.push({ command: 'sc qc', kind: 'service', name: named.name, image, lines });
      named = null;
    }
  }
  return found;
}
