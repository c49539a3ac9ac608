import type { AttachedDriverFact } from '../../facts.ts';
import type { Line, Section } from '../../intake/line.ts';
import type { Parser } from '../parser.ts';
import { holds, textOf } from '../section-text.ts';
import { span } from '../span.ts';
import { typedCommands } from '../typed-command.ts';

/**
 * Drivers on the Windows Driver Frameworks, of `!wdfkd.wdfdriverinfo`, `wdfldr`, `wdfcrashdump` and `wdflogdump`.
 * Source: Microsoft Learn, "Windows Driver Framework Extensions (Wdfkd.dll)".
 */
export const wdfkd: Parser = {
  command: '!wdfkd',
  accepts: (section) =>
    isTyped(section) ||
    (holds(section, 'wdfkd') && /imagename {1,40}(?:wdf)?ver|driver image name/.test(textOf(section))),
  read: (section) => ({ attachedDrivers: readClients(section) }),
};

const HEADER = /^\s{0,8}ImageName\s{1,40}(?:Wdf)?Ver/i;
/** Every row of the table has a version of the framework: `acmehid.sys  v1.11 0xffffe000…`. */
const ROW = /^\s{0,8}([\w$-]{1,80})(\.\w{3})?\s{1,40}v\d{1,2}\.\d{1,3}\b/i;
const NAME =
  /^\s{0,8}(?:Default driver image name|Driver image name|ImageName)\s{0,20}:?\s{1,20}([\w$-]{1,80})(\.\w{3})?\s{0,8}$/i;
const EMPTY = /^[\s-]{0,200}$/;

function readClients(section: Section): AttachedDriverFact[] {
  const found: AttachedDriverFact[] = [];
  let inTable = false;
  for (const line of section.body) {
    const text = line.text.slice(0, 300);
    if (HEADER.test(text)) {
      inTable = true;
      continue;
    }
    const row: RegExpExecArray | null = inTable ? ROW.exec(text) : null;
    inTable &&= row !== null || EMPTY.test(text);
    const client = row ?? NAME.exec(text);
    if (client !== null) {
      found.push(makeClient(client[1] ?? '', client[2], line));
    }
  }
  return found;
}

function makeClient(name: string, extension: string | undefined, line: Line): AttachedDriverFact {
  const image = extension === undefined ? null : `${name}${extension}`;
  return { command: '!wdfkd', kind: 'wdf-driver', name, image, lines: span(line) };
}

function isTyped(section: Section): boolean {
  return typedCommands(section).some(({ name }) => /^!(?:wdfkd\.|wdf)/.test(name));
}
