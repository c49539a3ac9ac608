import type { AddressFact, Hex, TagOwnerFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import type { Marks } from '../marks.ts';
import { readUsDate } from '../modules/link-time.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';
import { span } from '../span.ts';
import { askedTag, REPEATED_TAG, readHit, type TagHit, tagInHits } from './tag-hit.ts';

const MARKS: Marks = ['number of hits', '!tag ', 'mex.tag '];

/**
 * Drivers that hold a pool tag, of `!mex.tag` and `!tag`, and the hits of a search of all modules for it.
 * Source: Microsoft Support, "How to find pool tags that are used by third-party drivers".
 */
export const poolTag: Parser = {
  command: '!mex.tag',
  marks: [MARKS, REPEATED_TAG],
  accepts: (section) => holds(section, MARKS) || askedTag(section) !== null,
  read: readOwners,
};

const ROW =
  /^\s{0,8}([\w$.-]{1,80})\s{1,40}(\d{1,6})(?:\s{1,20}(\d{1,6}(?:\.\d{1,6}){1,3}))?(?:\s{1,20}(\d{1,2}\/\d{1,2}\/\d{4} {1,3}\d{1,2}:\d{2}:\d{2}))?(?:\s{1,20}(\S.{0,260}))?$/;
const LOCATION = /^\s{0,60}((?:\\(?:SystemRoot|\?\?|Windows)|[A-Za-z]:)\\\S{1,260})\s{0,20}$/i;
/** A path that was cut ends in a folder, or in half of its name: no image. */
const FILE = /\\([\w$.-]{1,80}\.(?:sys|dll|exe))(?![\w.])/i;
const HEADER = /\bNumber of Hits\b/i;
/** The first columns of a row, whose others were wrapped to the next line. */
const BEGUN = /^\s{0,8}([A-Za-z][\w$.-]{0,79}(?:\s{1,40}\d{1,6})?)\s{0,8}$/;
const REST = /^\s{0,60}(?:\d{1,6}\s{1,20})?(?:\d{1,6}(?:\.\d{1,6}){1,3}|\d{1,2}\/\d{1,2}\/\d{4})(?:\s|$)/;

interface Owner {
  readonly module: string;
  readonly hits: number;
  readonly version: string | null;
  readonly timestamp: string | null;
  readonly line: Line;
  last: Line;
  path: string | null;
}

interface Reading {
  inTable: boolean;
  /** A row whose other columns were wrapped to the next line. */
  begun: string | null;
  readonly owners: Owner[];
  readonly hits: (TagHit & { readonly line: Line })[];
}

function readOwners(section: SearchedSection): { tagOwners: TagOwnerFact[]; addresses: AddressFact[] } {
  const reading: Reading = { inTable: false, begun: null, owners: [], hits: [] };
  for (const line of section.body) {
    readLine(line, reading);
  }
  const tag = askedTag(section) ?? tagInHits(reading.hits);
  if (tag === null) {
    return { tagOwners: [], addresses: [] };
  }
  const addresses = reading.hits.map((hit) => hit.address);
  return { tagOwners: toFacts(reading.owners, tag, addresses), addresses: searchHits(reading, tag) };
}

function readLine(line: Line, reading: Reading): void {
  const text = line.text.slice(0, 600);
  if (HEADER.test(text)) {
    reading.inTable = true;
    return;
  }
  const hit = readHit(text);
  if (hit !== null) {
    reading.hits.push({ ...hit, line });
    return;
  }
  const last = reading.owners.at(-1);
  const path = LOCATION.exec(text)?.[1];
  if (path !== undefined && last !== undefined) {
    last.path ??= path;
    last.last = line;
    return;
  }
  const whole = reading.begun !== null && REST.test(text) ? `${reading.begun} ${text.trim()}` : text;
  const owner = reading.inTable ? readRow(whole, line) : null;
  reading.begun = BEGUN.exec(text)?.[1] ?? null;
  if (owner !== null) {
    reading.owners.push(owner);
  }
}

/** A name and a number alone are no row (`case 3`): the debugger prints version and time of every module. */
function readRow(text: string, line: Line): Owner | null {
  const [, module, hits, version = null, date, path = null] = ROW.exec(text) ?? [];
  if (module === undefined || hits === undefined || (version === null && date === undefined)) {
    return null;
  }
  const timestamp = date === undefined ? null : readUsDate(date);
  return { module, hits: Number(hits), version, timestamp, path, line, last: line };
}

/** Hits are listed module by module in the order of the table, so the counts deal them out. */
function toFacts(owners: readonly Owner[], tag: string, addresses: readonly Hex[]): TagOwnerFact[] {
  const facts: TagOwnerFact[] = [];
  let dealt = 0;
  for (const owner of owners) {
    facts.push({
      tag,
      module: owner.module.replace(/\.sys$/i, ''),
      image: FILE.exec(owner.path ?? '')?.[1] ?? withExtension(owner.module),
      hits: owner.hits,
      timestamp: owner.timestamp,
      version: owner.version,
      path: owner.path,
      addresses: addresses.slice(dealt, dealt + owner.hits),
      lines: span(owner.line, owner.last),
    });
    dealt += owner.hits;
  }
  return facts;
}

function withExtension(module: string): string {
  return /\.\w{3}$/.test(module) ? module : `${module}.sys`;
}

/** A search without a table says where the tag is; the module lists tell whose code that is. */
function searchHits(reading: Reading, tag: string): AddressFact[] {
  if (reading.owners.length > 0) {
    return [];
  }
  return reading.hits.map(({ address, line }) => ({
    command: 's',
    address,
    usage: `pool tag ${tag}`,
    module: null,
    lines: span(line),
  }));
}
