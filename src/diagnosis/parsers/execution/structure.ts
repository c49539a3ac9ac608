import type { Lines, StructureFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { readAddress } from '../address-token.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { linesWith, type SearchedSection } from '../searched-section.ts';
import { span } from '../span.ts';
import { joinMemberCells } from './structure-cells.ts';
import { askedStructure, type StructureName } from './structure-name.ts';
import { readPointer } from './variables.ts';

const MARKS: Marks = ['+0x'];

/**
 * Members of a structure, of `dt`, `!mex.ddt` and `dx -r1`.
 * Source: Microsoft Learn, "dt (Display Type)".
 */
export const structure: Parser = {
  command: 'dt',
  marks: [MARKS],
  accepts: (section) => linesWith(section, MARKS).some(({ text }) => MEMBER_SOMEWHERE.test(text)),
  read: (section) => ({ structures: readStructures(section) }),
};

/** In a call stack the offset has a name right before it. */
const MEMBER_SOMEWHERE = /(?:^|[\s[])\+0x/i;
const MEMBER = /^\s{0,40}\[?\+0x([0-9a-f]{3,8})\]?\s{1,10}(\w[\w.:[\]()-]{0,120}?)\s{0,60}:\s{0,10}(\S.{0,400})$/i;
/** The command links that MEX prints after a value. */
const LINKS = /\s{1,20}\[ ?!.*$/;
const TYPE_TAIL = /\s{1,10}\[Type: [^\]]{0,200}\]$/;
const TYPE_LINE = /^\s{0,8}(?:Local var .{0,80}? Type )?((?:\w{1,60}!)?_?[A-Za-z]\w{2,120})\*{0,2}\s{0,8}$/;
const TORN_TYPE_LINE = /^\s{0,8}(\w{1,60}![A-Z\d_]{2,60}(?: [A-Z\d_]{2,60}){1,6})$/;
const LOCAL_VARIABLE = /Local var @ (\S{1,40}) Type /;

type Member = StructureFact['members'][number];

interface Open {
  readonly name: StructureName;
  readonly first: Line;
  last: Line;
  readonly members: Member[];
}

/** Blank and continuation lines may stand between members; more than this and the listing is over. */
const MAX_GAP = 3;
const MAX_LINE = 4000;

interface Reading {
  /** What the command asked for: the first listing is named after it. */
  readonly asked: StructureName;
  header: StructureName;
  open: Open | null;
  readonly found: Open[];
  gap: number;
}

function readStructures(section: SearchedSection): StructureFact[] {
  const asked = askedStructure(section);
  const reading: Reading = { asked, header: asked, open: null, found: [], gap: 0 };
  for (const line of joinMemberCells(section.body)) {
    const members = splitMembers(line.text.slice(0, MAX_LINE))
      .map((text) => readMember(text, line.lines))
      .filter((member) => member !== null);
    if (members.length === 0) {
      readBetween(line.text, reading);
      continue;
    }
    addMembers(members, line, reading);
  }
  return reading.found.map(({ name, first, last, members }) => ({ ...name, members, lines: span(first, last) }));
}

function addMembers(members: readonly Member[], line: Line, reading: Reading): void {
  reading.gap = 0;
  if (reading.open === null) {
    reading.open = { name: reading.header, first: line, last: line, members: [] };
    reading.found.push(reading.open);
    reading.header = { type: null, address: null };
  }
  reading.open.members.push(...members);
  reading.open.last = line;
}

function readBetween(text: string, reading: Reading): void {
  reading.gap += text.trim() === '' ? 0 : 1;
  const type = readTypeLine(text);
  if (type !== null) {
    const isFirst = reading.found.length === 0;
    reading.header = { type, address: isFirst ? reading.asked.address : null };
  }
  reading.open = reading.gap > MAX_GAP || isTypeHeader(text) ? null : reading.open;
}

/** A PDF prints several members on one line. */
function splitMembers(text: string): string[] {
  if (!/\+0x/i.test(text)) {
    return [];
  }
  return text.split(/\s{1,40}(?=\+0x[0-9a-f]{3,4}\s)/i);
}

function readMember(text: string, lines: Lines): Member | null {
  const found = MEMBER.exec(text);
  if (found === null) {
    return null;
  }
  const [, offset = '', name = '', rest = ''] = found;
  const value = rest.replace(LINKS, '').replace(TYPE_TAIL, '').trim();
  const pointer = value.endsWith('(null)') ? '0x0' : readPointer(value);
  return { name, offset: readAddress(offset) ?? '0x0', value, pointer, lines };
}

/** Mail clients eat underscores: `nwifi!DOT11 PACKET` can only have been `DOT11_PACKET`. */
function readTypeLine(text: string): string | null {
  const line = text.slice(0, 300);
  const torn = TORN_TYPE_LINE.exec(line)?.[1]?.replaceAll(' ', '_');
  return torn ?? TYPE_LINE.exec(line)?.[1] ?? null;
}

/** `nwifi!TYPE` alone on a line starts another listing; a bare word may be the tail of a wrapped member. */
function isTypeHeader(text: string): boolean {
  const type = readTypeLine(text);
  return type !== null && (type.includes('!') || LOCAL_VARIABLE.test(text.slice(0, 300)));
}
