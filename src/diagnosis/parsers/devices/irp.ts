import type { Hex, IrpFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { ADDRESS, readAddress } from '../address-token.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';
import { span } from '../span.ts';
import { findTyped } from '../typed-command.ts';
import { type IrpHead, readIrpHead, readIrpTail } from './irp-location.ts';

const MARKS: Marks = ['irp is active', 'irp stack trace', 'completion-context', 'current stack belongs'];

/**
 * The stack of an I/O request packet of `!irp`, and the list of `!irpfind`.
 * Source: Microsoft Learn, "!irp", "!irpfind".
 */
export const irp: Parser = {
  command: '!irp',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({ irps: [...readStacks(section), ...section.body.flatMap(readFound)] }),
};

type Location = IrpFact['locations'][number];

const ACTIVE = /Irp is (active|completed)(?: with (\d{1,3}) stacks? (\d{1,3}) is current)?/i;
const FOUND = new RegExp(
  `^\\s{0,8}(${ADDRESS}) .{0,60}current stack belongs to {1,4}(\\\\\\w{1,20}\\\\\\S{1,80})`,
  'i',
);

interface Open {
  readonly first: Line;
  last: Line;
  readonly address: Hex | null;
  readonly current: number | null;
  readonly heads: { readonly head: IrpHead; readonly line: Line; last: Line; details: string[] }[];
}

function readStacks(section: SearchedSection): IrpFact[] {
  const stacks: Open[] = [];
  const asked = readAddress(findTyped(section, ['!irp'])?.args[0] ?? '');
  for (const line of section.body) {
    const text = line.text.slice(0, 600);
    const active = ACTIVE.exec(text);
    if (active !== null) {
      const current = active[3] === undefined ? null : Number(active[3]);
      stacks.push({ first: line, last: line, address: stacks.length === 0 ? asked : null, current, heads: [] });
      continue;
    }
    readStackLine(text, line, stacks, asked);
  }
  return stacks.map(toFact).filter((stack) => stack.locations.length > 0);
}

/** Cut text may begin below the header: the first location then opens the packet. */
function readStackLine(text: string, line: Line, stacks: Open[], asked: Hex | null): void {
  const head = readIrpHead(text);
  const open = stacks.at(-1);
  if (head !== null) {
    const stack = open ?? { first: line, last: line, address: asked, current: null, heads: [] };
    if (open === undefined) {
      stacks.push(stack);
    }
    stack.heads.push({ head, line, last: line, details: head.rest === '' ? [] : [head.rest] });
    stack.last = line;
    return;
  }
  const last = open?.heads.at(-1);
  if (open !== undefined && last !== undefined && last.details.length < 4 && text.trim() !== '') {
    last.details.push(text.trim());
    last.last = line;
    open.last = line;
  }
}

function toFact(open: Open): IrpFact {
  const hasMark = open.heads.some(({ head }) => head.current);
  const locations: Location[] = [];
  for (const [index, { head, line, last, details }] of open.heads.entries()) {
    const tail = readIrpTail(details);
    const isUnused = tail.device === null && tail.driver === null;
    // Locations are numbered from 1, the one used last first: the header's number stands in for a lost `>`.
    const current = hasMark ? head.current : open.current === index + 1;
    if (!isUnused || current) {
      locations.push({ current, major: head.major, minor: head.minor, ...tail, lines: span(line, last) });
    }
  }
  return { address: open.address, locations, lines: span(open.first, open.last) };
}

function readFound(line: Line): IrpFact[] {
  const [, token = '', driver] = FOUND.exec(line.text.slice(0, 400)) ?? [];
  const address = readAddress(token);
  if (address === null || driver === undefined) {
    return [];
  }
  const location = {
    current: true,
    major: '',
    minor: null,
    device: null,
    image: null,
    completion: null,
    pending: false,
  };
  return [{ address, locations: [{ ...location, driver, lines: line.lines }], lines: span(line) }];
}
