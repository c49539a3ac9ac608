import type { CorruptionFact, Hex, PoolBlockFact, TagOwnerFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { ADDRESS, readAddress } from '../address-token.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';
import { span } from '../span.ts';
import { findTyped } from '../typed-command.ts';
import { readPoolOwner } from './pool-owner.ts';
import { joinPoolRows, readPoolRow } from './pool-row.ts';

const MARKS: Marks = [
  'previous size',
  'pool page',
  '(allocated)',
  'page allocation',
  'owning component',
  'pooltag',
  'special pool',
];

/**
 * Blocks of `!pool`, `!poolfind` and `!poolval` with the owner below them.
 * Source: Microsoft Learn, "!pool", "!poolval".
 */
export const pool: Parser = {
  command: '!pool',
  marks: [MARKS],
  accepts: (section) => findTyped(section, COMMANDS) !== null || holds(section, MARKS),
  read: readPool,
};

const COMMANDS = ['!pool', '!poolfind', '!poolval'];
const PAGE = new RegExp(`Pool page (${ADDRESS}) region is (\\w[\\w ]{0,60})`, 'i');
/** An address that is "not a valid pool allocation" is only no pool: nothing is said to be damaged there. */
const CORRUPT =
  /\berror \(or corruption\) in the pool|\bbad allocation size\b|\bpool (?:headers?|page)\b.{0,60} (?:is|are) (?:__)?invalid\b|\bprevious pool block\b.{0,40} overr(?:an|un)/i;

interface Reading {
  query: Hex | null;
  region: string | null;
  readonly blocks: PoolBlockFact[];
  readonly owners: TagOwnerFact[];
  readonly corruptions: CorruptionFact[];
}

function readPool(section: SearchedSection) {
  const reading: Reading = { query: askedAddress(section), region: null, blocks: [], owners: [], corruptions: [] };
  for (const line of joinPoolRows(section.body)) {
    readLine(line, reading);
  }
  return { poolBlocks: reading.blocks, tagOwners: reading.owners, corruptions: reading.corruptions };
}

function readLine(line: Line, reading: Reading): void {
  const text = line.text.slice(0, 600);
  const [, page, region] = PAGE.exec(text) ?? [];
  if (page !== undefined) {
    reading.query = readAddress(page);
    reading.region = region?.trim() ?? null;
  }
  const row = readPoolRow(text);
  if (row !== null) {
    reading.blocks.push({ ...row, query: reading.query, region: reading.region ?? row.region, lines: span(line) });
    return;
  }
  readOwnerLine(text, line, reading);
  if (CORRUPT.test(text)) {
    reading.corruptions.push({ how: 'pool', module: null, detail: text.trim(), lines: span(line) });
  }
}

/** The owner stands below the queried block, which is the last row when only that row was asked for. */
function readOwnerLine(text: string, line: Line, reading: Reading): void {
  const owner = readPoolOwner(text);
  if (owner === null) {
    return;
  }
  const at = reading.blocks.findLastIndex((block) => block.queried);
  const block = reading.blocks[at];
  if (block !== undefined) {
    const lines: PoolBlockFact['lines'] = [block.lines[0], Math.max(block.lines[1], line.lines[1])];
    reading.blocks[at] = { ...block, owner: owner.text, ownerImage: owner.image, lines };
  }
  const tag = owner.tag ?? block?.tag ?? null;
  if (owner.image !== null && tag !== null) {
    reading.owners.push({ ...NO_SEARCH, tag, image: owner.image, lines: span(line) });
  }
}

/** pooltag.txt names an image and nothing else. */
const NO_SEARCH = { module: null, hits: null, timestamp: null, version: null, path: null, addresses: [] };

function askedAddress(section: SearchedSection): Hex | null {
  const token = findTyped(section, ['!pool', '!poolval'])?.args[0];
  return token === undefined ? null : readAddress(token);
}
