import type { PoolBlockFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { ADDRESS, readAddress } from '../address-token.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, linesWith, type SearchedSection } from '../searched-section.ts';

const TAGS: Marks = ['freed_pool_tag'];
const ADDRESSES: Marks = ['pool_address'];

/** Pages put code marks around names and values. */
const TAG = /^\W{0,12}FREED_POOL_TAG\W{0,3}:\s{0,12}`?(?<tag>[!-_a-~][ -_a-~]{0,3})/i;
const PLACE = new RegExp(`^\\W{0,12}POOL_ADDRESS\\W{0,3}:\\s{0,12}\`?(?<token>${ADDRESS})`, 'i');
/** Between the two the analysis prints what it tried in vain. */
const REACH = 12;

/**
 * The block that a driver freed once too often: fields of `!analyze` for 0xC2.
 * Source: Microsoft Learn, "Bug Check 0xC2: BAD_POOL_CALLER".
 */
export const freedPool: Parser = {
  command: '!analyze (freed pool)',
  marks: [TAGS, ADDRESSES],
  accepts: (section) => holds(section, TAGS) && holds(section, ADDRESSES),
  read: (section) => ({ poolBlocks: linesWith(section, TAGS).flatMap((line) => readBlock(line, section)) }),
};

function readBlock(line: Line, section: SearchedSection): PoolBlockFact[] {
  const tag = TAG.exec(line.text)?.groups?.tag?.trimEnd();
  const place = linesWith(section, ADDRESSES).find(({ lines }) => Math.abs(lines[0] - line.lines[0]) <= REACH);
  const address = readAddress(PLACE.exec(place?.text ?? '')?.groups?.token ?? '');
  if (tag === undefined || place === undefined || address === null) {
    return [];
  }
  const lines = [Math.min(place.lines[0], line.lines[0]), Math.max(place.lines[1], line.lines[1])] as const;
  return [{ ...NOT_TOLD, address, query: address, state: 'free', tag, queried: true, lines }];
}

const NOT_TOLD = { size: null, region: null, owner: null, ownerImage: null };
