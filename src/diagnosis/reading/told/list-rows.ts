import type { Line } from '../../intake/line.ts';
import { namedBy } from '../dump-name.ts';
import { isRelease } from './meanings.ts';

/** An item of a list in which somebody keeps crashes: what tells it from the others, and the words beside that. */
export interface ListRow {
  readonly which: string;
  readonly rest: string;
  readonly line: Line;
}

const LONGEST = 160;
/** One such item alone is a sentence. */
const FEWEST = 2;
/** `- `, `3. `, `(2) `, `①`: the mark of an item. */
const ITEM = /^\s{0,4}(?:(?<mark>[-*•–])|[(（]?\d{1,3}[.)、）:：]|[①-⑳])\s{0,3}(?<text>\S.{4,})$/;
/** What people number where they have several. */
export const MACHINE_WORDS = 'machine|pc|server|host|laptop|notebook|node|vm|box|client';
/** `Machine 1: `, `Dump #2 - `: whoever numbers them needs no mark. */
const NUMBERED = new RegExp(
  `^\\s{0,4}(?<which>(?:${MACHINE_WORDS}|dump|mini ?dump|crash) ?#?\\d{1,3})\\s?[:：–-]\\s{0,3}(?<text>\\S.{4,})$`,
  'i',
);
/** The cheap looks: what an item begins with, and what a stop has. */
const FIRST = /^\s{0,4}(?:[-*•–(（\d①-⑳]|[a-z]{2,8} ?(?:dump)? ?#?\d{1,3}\s?[:：–-])/i;
const STOP_SIGN = /0x[0-9a-f]|_[A-Z]|\b[A-Z]{3,} [A-Z]{3,}/i;
/** Output has rows of its own. */
const OUTPUT = /[0-9a-f]{8}`|\w![A-Za-z_]|\+0x[0-9a-f]{1,8} [a-z]/i;

/** Lists whose every item has a day, a machine or a dump beside a stop: "- 2 March: 0xD1 in acmenet.sys", "1. 3月2日 0xD1". */
export function listRows(lines: readonly Line[]): readonly ListRow[] {
  const rows: ListRow[] = [];
  let open: ListRow[] = [];
  let kind = '';
  const close = () => {
    for (const row of open.length < FEWEST ? [] : open) {
      rows.push(row);
    }
    open = [];
  };
  for (const line of lines) {
    if (line.text.trim() === '') {
      continue;
    }
    const item = FIRST.test(line.text) && STOP_SIGN.test(line.text) ? readItem(line) : null;
    if (item === null || item.mark !== kind) {
      close();
    }
    kind = item?.mark ?? '';
    if (item !== null) {
      open.push(item.row);
    }
  }
  close();
  return rows;
}

function readItem(line: Line): { mark: string; row: ListRow } | null {
  const head = line.text.length > LONGEST ? '' : line.text;
  const numbered = NUMBERED.exec(head)?.groups;
  if (numbered !== undefined && !OUTPUT.test(head) && !isRelease(head)) {
    return { mark: '#', row: { which: numbered.which ?? '', rest: numbered.text ?? '', line } };
  }
  const { mark = 'n', text = '' } = ITEM.exec(head)?.groups ?? {};
  if (text === '' || OUTPUT.test(text) || isRelease(text)) {
    return null;
  }
  const which = namedBy(text);
  return which === null
    ? null
    : { mark, row: { which, rest: text.replace(which, ' ').replace(/^[\s:：,，–-]+/, ''), line } };
}
