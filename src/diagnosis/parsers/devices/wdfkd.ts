import type { AttachedDriverFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';
import { span } from '../span.ts';
import { findTyped } from '../typed-command.ts';

const MARKS: Marks = ['imagename', 'driver image name'];

/**
 * Drivers on the Windows Driver Frameworks, of `!wdfkd.wdfdriverinfo`, `wdfldr`, `wdfcrashdump` and `wdflogdump`.
 * Source: Microsoft Learn, "Windows Driver Framework Extensions (Wdfkd.dll)".
 */
export const wdfkd: Parser = {
  command: '!wdfkd',
  marks: [MARKS],
  accepts: (section) =>
    isTyped(section) ||
    (holds(section, MARKS) && /imagename {1,40}(?:wdf)?ver|driver image name/.test(section.lowerCase())),
  read: (section) => ({ attachedDrivers: [...readClients(section), ...readLogged(section)] }),
};

const HEADER = /^\s{0,8}ImageName\s{1,40}(?:Wdf)?Ver/i;
/** Every row of the table has a version of the framework: `acmehid.sys  v1.11 0xffffe000…`. */
const ROW = /^\s{0,8}(?<name>[\w$-]{1,80})(?<extension>\.\w{3})?\s{1,40}v\d{1,2}\.\d{1,3}\b/i;
const NAME =
  /^\s{0,8}(?:Default driver image name|Driver image name|ImageName)\s{0,20}:?\s{1,20}(?<name>[\w$-]{1,80})(?<extension>\.\w{3})?\s{0,8}$/i;
const EMPTY = /^[\s-]{0,200}$/;

function readClients(section: SearchedSection): AttachedDriverFact[] {
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
    const client = (row ?? NAME.exec(text))?.groups;
    if (client !== undefined) {
      found.push(makeClient(client.name ?? '', client.extension, line));
    }
  }
  return found;
}

const LOG_STARTS = /^[\s-]{0,12}start of log\b/i;

/** The log says whose it is nowhere but in the command; a log that could not be read is of nobody. */
function readLogged(section: SearchedSection): AttachedDriverFact[] {
  const typed = findTyped(section, ['!wdflogdump']);
  const named = typed?.args.find((arg) => !/^(?:-|0x|\d)/.test(arg));
  if (named === undefined || !section.body.some(({ text }) => LOG_STARTS.test(text))) {
    return [];
  }
  const { name = '', extension } = /^(?<name>[\w$-]{1,80})(?<extension>\.\w{3})?$/.exec(named)?.groups ?? {};
  const [line] = section.lines;
  const failed = section.body.find(({ text }) => tellsOwnFailure(text.slice(0, LONGEST_RECORD)))?.lines;
  const client = makeClient(name, extension, { text: '', lines: [line, line] });
  return name === '' ? [] : [{ ...client, ...(failed !== undefined && { failed }) }];
}

const LONGEST_RECORD = 400;
/** A record of the log: its number, and what the framework did. */
const RECORD = /^\s{0,8}\d{1,6}: /;
const FAILED = /\bfail(?:ed|ure|s)?\b|Failed(?:[A-Z]|\b)|\bfatal\b/;
/** The framework names the device on which it was. */
const ON_DEVICE = /\bWDFDEVICE\b|!devobj\b/i;
/** What somebody took back, or what another driver below failed, is no failure of this one. */
const NO_FAULT =
  /STATUS_(?:SUCCESS|PENDING|CANCELLED|DELETE_PENDING)|\b(?:lower|parent|below|bus) (?:driver|stack|device)/i;

function tellsOwnFailure(text: string): boolean {
  return RECORD.test(text) && FAILED.test(text) && ON_DEVICE.test(text) && !NO_FAULT.test(text);
}

function makeClient(name: string, extension: string | undefined, line: Line): AttachedDriverFact {
  const image = extension === undefined ? null : `${name}${extension}`;
  return { command: '!wdfkd', kind: 'wdf-driver', name, image, lines: span(line) };
}

function isTyped(section: SearchedSection): boolean {
  return section.typed().some(({ name }) => /^!(?:wdfkd\.|wdf)/.test(name));
}
