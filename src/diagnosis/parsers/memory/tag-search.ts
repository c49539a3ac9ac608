import type { TagOwnerFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';
import { span } from '../span.ts';

const SEARCHES: Marks = ['findstr'];
const DRIVER_FILES: Marks = ['.sys'];

/**
 * Driver files that hold a pool tag, of `findstr /m /l Tag *.sys` in a command window.
 * Source: Microsoft Support, "How to find pool tags that are used by third-party drivers".
 */
export const tagSearch: Parser = {
  command: 'findstr',
  marks: [SEARCHES, DRIVER_FILES],
  accepts: (section) => holds(section, SEARCHES) && holds(section, DRIVER_FILES),
  read: (section) => ({ tagOwners: readFiles(section) }),
};

const SEARCH = /\bfindstr\s{1,4}(?:\/\S{1,20}\s{1,4}){0,6}"?([\x21\x23-\x7e]{3,4})"?\s{1,4}\S{0,200}\*\.(?:sys|\*)/i;
const FILE = /^\s{0,8}((?:[A-Za-z]:)?[\\\w$.-]{0,200}?)([\w$-]{1,80}\.sys)\s{0,8}$/i;

function readFiles(section: SearchedSection): TagOwnerFact[] {
  const found: TagOwnerFact[] = [];
  let tag: string | null = null;
  for (const line of section.body) {
    const text = line.text.slice(0, 500);
    const searched = SEARCH.exec(text)?.[1];
    if (searched !== undefined) {
      tag = searched;
      continue;
    }
    const file = FILE.exec(text);
    if (tag === null || file === null) {
      tag = text.trim() === '' ? tag : null;
      continue;
    }
    found.push(ownerOf(tag, file[1] ?? '', file[2] ?? '', line));
  }
  return found;
}

function ownerOf(tag: string, folder: string, image: string, line: Line): TagOwnerFact {
  return {
    tag,
    module: null,
    image,
    hits: null,
    timestamp: null,
    version: null,
    path: folder === '' ? null : `${folder}${image}`,
    addresses: [],
    lines: span(line),
  };
}
