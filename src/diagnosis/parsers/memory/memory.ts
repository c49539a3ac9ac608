import type { AddressFact, Hex } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { ADDRESS, readAddress } from '../address-token.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';
import { span } from '../span.ts';
import { findTyped } from '../typed-command.ts';

const MARKS: Marks = [
  'read_address',
  'write_address',
  'pool_address',
  'pte at',
  'pxe at',
  'pde at',
  'usage:',
  ' usage ',
  'va type',
];

/**
 * What an address belongs to: `!pte`, `!address`, and the READ_ADDRESS, WRITE_ADDRESS and POOL_ADDRESS fields.
 * Source: Microsoft Learn, "!pte", "!address"; the fields of `!analyze`.
 */
export const memory: Parser = {
  command: '!address',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({ addresses: readUses(section) }),
};

const FIELD = /^\s{0,8}(?<name>READ_ADDRESS|WRITE_ADDRESS|POOL_ADDRESS):/i;
/** The address ends the line; one behind `from` or `at` belongs to a complaint about symbols. */
const ENDING = new RegExp(`(?<!\\b(?:from|at)) (?<token>${ADDRESS})\\s{0,4}(?<usage>[A-Z][a-z][\\w ]{2,40})?$`, 'i');
/** The debugger complains about missing symbols first and prints the address below. */
const BELOW = new RegExp(`^\\s{1,40}(?<below>${ADDRESS})\\s{0,4}(?<use>[A-Z][a-z][\\w ]{2,40})?$`, 'i');
const PTE_HEAD = new RegExp(`^\\s{0,80}(?:VA )?(?<address>${ADDRESS})(?:\\s{1,8}- PDE at|\\s{0,8}$)`, 'i');
const NOT_VALID = /\bnot valid\b|\bunavailable in\b|\bcontains 0{16}\b/i;
const USAGE = /^\s{0,20}Usage:?\s{1,40}(?<usage>\w[\w ]{1,60}?)\s{0,8}$/i;
const MODULE = /^\s{0,20}(?:Module name|ImageName):?\s{1,40}(?<module>[\w$.-]{1,80})/i;
const MAX_DISTANCE = 8;

interface Reading {
  readonly found: AddressFact[];
  /** A field whose address is still to come, and how far above it stands. */
  field: { readonly name: string; readonly distance: number } | null;
  table: { readonly address: Hex; readonly line: Line } | null;
  readonly asked: Hex | null;
}

function readUses(section: SearchedSection): AddressFact[] {
  const typed = findTyped(section, ['!address', '!pte']);
  const reading: Reading = { found: [], field: null, table: null, asked: readAddress(typed?.args[0] ?? '') };
  for (const line of section.body) {
    const text = line.text.slice(0, 600);
    readField(text, line, reading);
    readTable(text, line, reading);
    readUsage(text, line, reading);
  }
  return reading.found;
}

function readField(text: string, line: Line, reading: Reading): void {
  const name = FIELD.exec(text)?.groups?.name?.toUpperCase();
  if (name !== undefined) {
    const { token, usage = '' } = ENDING.exec(text)?.groups ?? {};
    reading.field = token === undefined ? { name, distance: 0 } : null;
    add(reading, name, readAddress(token ?? ''), usage.trim(), line);
    return;
  }
  if (reading.field === null) {
    return;
  }
  const { below, use = '' } = BELOW.exec(text)?.groups ?? {};
  const distance = reading.field.distance + 1;
  add(reading, reading.field.name, readAddress(below ?? ''), use.trim(), line);
  reading.field = below !== undefined || distance > MAX_DISTANCE ? null : { ...reading.field, distance };
}

/** `!pte` prints the address, then one column per level; any level may say that it is not valid. */
function readTable(text: string, line: Line, reading: Reading): void {
  const address = readAddress(PTE_HEAD.exec(text)?.groups?.address ?? '');
  if (address !== null) {
    reading.table = { address, line };
    return;
  }
  if (reading.table !== null && NOT_VALID.test(text)) {
    const { address: at, line: head } = reading.table;
    reading.found.push({ command: '!pte', address: at, usage: 'not valid', module: null, lines: span(head, line) });
    reading.table = null;
  }
}

function readUsage(text: string, line: Line, reading: Reading): void {
  const usage = USAGE.exec(text)?.groups?.usage;
  if (usage !== undefined && reading.asked !== null) {
    add(reading, '!address', reading.asked, usage, line);
    return;
  }
  const module = MODULE.exec(text)?.groups?.module;
  const last = reading.found.at(-1);
  if (module !== undefined && last?.command === '!address') {
    reading.found[reading.found.length - 1] = { ...last, module, lines: [last.lines[0], line.lines[1]] };
  }
}

function add(reading: Reading, command: string, address: Hex | null, usage: string, line: Line): void {
  if (address !== null) {
    reading.found.push({ command, address, usage, module: null, lines: span(line) });
  }
}
