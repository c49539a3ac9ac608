import type { AttachedDriverFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { ADDRESS } from '../address-token.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';
import { span } from '../span.ts';

const MARKS: Marks = ['filter list', 'lightweight filter', 'ndis handle'];

/**
 * Filters, miniports and protocols on a network stack, of `!ndiskd.netadapter`, `filter`, `miniport`, `minidriver`,
 * `protocol` and the lists below them.
 * Source: Microsoft Learn, "NDIS Extensions (Ndiskd.dll)".
 */
export const ndiskd: Parser = {
  command: '!ndiskd',
  marks: [MARKS],
  accepts: (section) => commandOf(section) !== null || holds(section, MARKS),
  read: (section) => ({ attachedDrivers: readAttached(section) }),
};

type Kind = AttachedDriverFact['kind'];

/** A module of a filter carries the instance number behind its name; `CASE-2417` on a line of its own is none. */
const FILTER_MODULE = /^\s{0,60}(\S[\w .,()#&/+-]{2,120}-00\d\d)(?=\s{1,40}[0-9a-f`]{8,17}|\s{0,8}$)/i;
const LISTED = new RegExp(`^\\s{0,8}${ADDRESS} {1,4}- {1,4}(\\S.{1,120}?)\\s{0,8}$`, 'i');
const DRIVER = new RegExp(
  `^\\s{0,8}(Filter driver|Driver)\\s{1,20}${ADDRESS} {1,4}- {1,4}(\\S.{1,100}?)(?: {1,4}v\\d{1,3}\\.\\d{1,4})?\\s{0,8}$`,
  'i',
);
const ADAPTER = new RegExp(`^\\s{0,8}${ADDRESS}\\s{1,12}${ADDRESS}\\s{1,12}([A-Z][\\w .,()#&/+-]{2,120}?)\\s{0,8}$`);
const IMAGE = /^\s{0,8}Driver image\s{1,20}([\w$.-]{1,80}\.sys)\b/i;
/** A label, a handle and a dash stand before the name in the details. */
const BEFORE_NAME = /^.{0,120}(?:[0-9a-f]{8} - | {3,40})/i;
const HEADING = /^\s{0,4}(FILTER DRIVER|MINIPORT DRIVER|PROTOCOL)\s{0,4}$/;

interface Reading {
  readonly command: string;
  readonly listKind: Kind | null;
  kind: Kind | null;
  readonly found: AttachedDriverFact[];
}

function readAttached(section: SearchedSection): AttachedDriverFact[] {
  const command = commandOf(section) ?? '!ndiskd';
  const reading: Reading = { command, listKind: kindOf(command), kind: kindOf(command), found: [] };
  for (const line of section.body) {
    readLine(line, reading);
  }
  return reading.found;
}

function readLine(line: Line, reading: Reading): void {
  const text = line.text.slice(0, 300);
  const heading = HEADING.exec(text)?.[1];
  if (heading !== undefined) {
    reading.kind = kindOf(heading);
    return;
  }
  const image = IMAGE.exec(text)?.[1];
  if (image !== undefined) {
    add(reading, line, reading.kind ?? 'ndis-filter', image.replace(/\.sys$/i, ''), image);
    return;
  }
  const driver = DRIVER.exec(text);
  if (driver !== null) {
    add(reading, line, /filter/i.test(driver[1] ?? '') ? 'ndis-filter' : 'ndis-miniport', driver[2] ?? '', null);
    return;
  }
  readListRow(text, line, reading);
}

function readListRow(text: string, line: Line, reading: Reading): void {
  const module = FILTER_MODULE.exec(text)?.[1];
  if (module !== undefined) {
    add(reading, line, 'ndis-filter', module, null);
    return;
  }
  const adapter = reading.command.endsWith('netadapter') ? ADAPTER.exec(text)?.[1] : undefined;
  const listed = reading.listKind === null ? undefined : LISTED.exec(text)?.[1];
  const name = adapter ?? listed;
  if (name !== undefined) {
    // Below a protocol, indented, stand the adapters it is bound to.
    const isAdapter = reading.listKind === 'ndis-protocol' && /^\s/.test(text);
    add(reading, line, isAdapter ? 'ndis-miniport' : (reading.listKind ?? 'ndis-miniport'), name, null);
  }
}

/** The same filter stands in every packet's history: it is told once. */
function add(reading: Reading, line: Line, kind: Kind, text: string, image: string | null): void {
  const name = text.replace(BEFORE_NAME, '').trim();
  if (!reading.found.some((known) => known.name === name && known.kind === kind && known.image === image)) {
    reading.found.push({ command: reading.command, kind, name, image, lines: span(line) });
  }
}

function commandOf(section: SearchedSection): string | null {
  return section.typed().find((command) => command.name.startsWith('!ndiskd.'))?.name ?? null;
}

function kindOf(name: string): Kind | null {
  const word = name.toLowerCase();
  if (word.includes('filter')) {
    return 'ndis-filter';
  }
  if (word.includes('protocol')) {
    return 'ndis-protocol';
  }
  return /mini|netadapter/.test(word) ? 'ndis-miniport' : null;
}
