import type { PoolBlockFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { readHex } from '../address.ts';
import { ADDRESS, readAddress } from '../address-token.ts';

type Row = Omit<PoolBlockFact, 'lines' | 'query'>;

const START = new RegExp(`^\\s{0,20}\\*?\\s{0,4}${ADDRESS} {1,8}size:`, 'i');
const HEAD = new RegExp(`^\\s{0,20}(?<star>\\*?)\\s{0,4}(?<token>${ADDRESS})\\s{1,8}(?:size:|:)`, 'i');
const SIZE = /size:\s{0,12}(?<size>[0-9a-f]{1,10})\b/i;
const STATE = /\((?<state>Allocated|Free|Protected)\s{0,3}\)\s{0,12}(?<star>\*?)\s{0,3}(?<tag>\S.{0,3})?/i;
const LARGE = /large page allocation, tag is (?<tag>\S.{0,3}), size is (?<size>0x[0-9a-f]{1,10})/i;
const SPECIAL =
  /size:\s{0,12}(?<size>[0-9a-f]{1,10})\b.{0,60}?\b(?<kind>(?:non-?)?paged|pagable) special pool, tag is (?<tag>\S.{0,3})/i;
/** A row of five short columns never spreads over more lines than this, however narrow the message. */
const MAX_PIECES = 4;

/** Puts rows of a pool listing that were wrapped between their columns back into one line each. */
export function joinPoolRows(body: readonly Line[]): Line[] {
  const joined: Line[] = [];
  let pieces = 0;
  for (const line of body) {
    const last = joined.at(-1);
    const isRest = pieces > 0 && pieces < MAX_PIECES && isColumns(line.text);
    if (last === undefined || !isRest || isWhole(last.text)) {
      joined.push(line);
      pieces = START.test(line.text.slice(0, 200)) ? 1 : 0;
      continue;
    }
    joined[joined.length - 1] = { text: `${last.text} ${line.text.trim()}`, lines: [last.lines[0], line.lines[1]] };
    pieces += 1;
  }
  return joined;
}

/** The rest of a torn row is a column or two: a number, the state, the tag alone. Prose is longer. */
function isColumns(text: string): boolean {
  return (
    /^\s{0,40}(?:previous\b|size:|[0-9a-f]{1,6}\b|\((?:Alloc|Free|Prot)|\*?\S{1,4}\s{0,9}$)/i.test(text) &&
    text.length < 80
  );
}

function isWhole(text: string): boolean {
  return STATE.exec(text)?.groups?.tag !== undefined;
}

/** Reads ` e1001000 size:   40 previous size:    0  (Allocated)  MmDT`, and the forms for large and special pool. */
export function readPoolRow(text: string): Row | null {
  const { star = '', token = '' } = HEAD.exec(text)?.groups ?? {};
  const address = readAddress(token);
  if (address === null) {
    return null;
  }
  const large = LARGE.exec(text)?.groups;
  if (large !== undefined) {
    return row(address, star, large.size ?? '', 'allocated', large.tag, 'Large page allocation');
  }
  const special = SPECIAL.exec(text)?.groups;
  if (special !== undefined) {
    return row(address, star, special.size ?? '', 'allocated', special.tag, `${special.kind} special pool`);
  }
  const state = STATE.exec(text)?.groups;
  const size = SIZE.exec(text)?.groups?.size ?? '';
  if (state === undefined || size === '') {
    return null;
  }
  const isFree = state.state?.toLowerCase() === 'free';
  return row(address, star || (state.star ?? ''), size, isFree ? 'free' : 'allocated', state.tag, null);
}

function row(
  address: string,
  star: string,
  size: string,
  state: PoolBlockFact['state'],
  tag: string | undefined,
  region: string | null,
): Row {
  // Bytes that cannot be printed come out as dots: nothing but dots is a header that was overwritten.
  const isTag = tag !== undefined && /^[ -~]{1,4}$/.test(tag) && !/^\.+$/.test(tag);
  return {
    address,
    size: readHex(size),
    state,
    tag: isTag ? tag.trim() : null,
    queried: star === '*',
    region,
    owner: null,
    ownerImage: null,
  };
}
