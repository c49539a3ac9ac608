import type { ModuleFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { imageName } from '../../names/file-names.ts';
import { readHex } from '../address.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';
import { span } from '../span.ts';
import { readLinkTime } from './link-time.ts';
import { joinModuleCells } from './module-cells.ts';
import { BARE_MODULE, readModuleRow } from './module-row.ts';

const MARKS: Marks = ['image path:', 'image name:', 'imagesize:', 'companyname:'];

/**
 * The full record of a module: `lmvm x`, `lmkv`, `!lmi`-like detail below a row of `lm`.
 * Source: Microsoft Learn, "lm (List Loaded Modules)", option v.
 */
export const lmvm: Parser = {
  command: 'lmvm',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({ modules: readRecords(section) }),
};

const DETAIL =
  /^\s{0,12}(Loaded symbol image file|Mapped memory image file|Symbol file|Image path|Image name|Timestamp|CheckSum|ImageSize|File version|Product version|CompanyName|ProductName|FileVersion|ProductVersion|FileDescription|OriginalFilename|InternalName|Translations|Information from resource tables)\s{0,3}:\s{0,40}(.{0,400})$/i;

interface Open {
  readonly row: Omit<ModuleFact, 'lines'> | null;
  readonly first: Line;
  last: Line;
  readonly details: Map<string, string>;
}

/** Cut text may lack the row; other lines (links, blank ones) may stand between row and detail. */
const MAX_GAP = 3;

interface Reading {
  readonly records: Open[];
  /** Lines since the last one that belonged to the record. */
  gap: number;
}

function readRecords(section: SearchedSection): ModuleFact[] {
  const reading: Reading = { records: [], gap: 0 };
  for (const line of joinModuleCells(section.body)) {
    readLine(line, reading);
  }
  return reading.records.map(toModule).filter((module) => module !== null);
}

function readLine(line: Line, reading: Reading): void {
  const text = line.text.slice(0, 600);
  const row = readModuleRow(text, true);
  if (row !== null || /^\s{0,8}Unloaded modules:/i.test(text)) {
    openRecord(reading, row, line);
    return;
  }
  const [, key, value = ''] = DETAIL.exec(text) ?? [];
  if (key === undefined) {
    reading.gap += text.trim() === '' ? 0 : 1;
    return;
  }
  const open = reading.records.at(-1);
  const isNext = open === undefined || reading.gap > MAX_GAP || startsAnother(open, key);
  const record = isNext ? openRecord(reading, null, line) : open;
  record.details.set(key.toLowerCase(), value.trim());
  record.last = line;
  reading.gap = 0;
}

function openRecord(reading: Reading, row: Open['row'], line: Line): Open {
  const record: Open = { row, first: line, last: line, details: new Map() };
  reading.records.push(record);
  reading.gap = 0;
  return record;
}

function startsAnother(open: Open, key: string): boolean {
  return open.details.has(key.toLowerCase());
}

function toModule(record: Open): ModuleFact | null {
  const { details } = record;
  const path = value(details, 'image path');
  const image = imageName(value(details, 'image name') ?? path ?? '');
  if (image === null) {
    return null;
  }
  return {
    ...BARE_MODULE,
    ...record.row,
    name: record.row?.name ?? image.replace(/\.\w{1,4}$/, ''),
    image,
    path,
    timestamp: readLinkTime(value(details, 'timestamp') ?? ''),
    checksum: readHex(value(details, 'checksum') ?? ''),
    size: readHex(value(details, 'imagesize') ?? ''),
    ...resources(details),
    detailed: showsResources(details),
    lines: span(record.first, record.last),
  };
}

function resources(details: ReadonlyMap<string, string>) {
  return {
    version: value(details, 'file version') ?? value(details, 'fileversion'),
    company: value(details, 'companyname'),
    product: value(details, 'productname'),
    description: value(details, 'filedescription'),
  };
}

/**
 * A minidump without the image at hand prints no resources at all, so their absence says nothing there; once the
 * debugger reached the resource tables, a missing version or company is a fact about the driver.
 */
function showsResources(details: ReadonlyMap<string, string>): boolean {
  return ['information from resource tables', 'file version', 'companyname'].some((key) => details.has(key));
}

function value(details: ReadonlyMap<string, string>, key: string): string | null {
  const text = details.get(key) ?? '';
  return text === '' ? null : text;
}
