import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A text of ours as it stands in the sources, values still open (`${image}`). */
export interface Template {
  /** `src/reply/words.ts:12`; in a table the file and the place in it. */
  readonly place: string;
  readonly en: string;
  readonly zh: string;
}

const ROOMS = ['src', 'dialogs', 'prompts', 'manifest'];

/** Every text that the sources and tables of these rooms hold in both languages. */
export function readTemplates(root: string): Template[] {
  return ROOMS.flatMap((room) => filesIn(join(root, room))).flatMap((file) => {
    const name = relative(root, file).replaceAll('\\', '/');
    const text = readFileSync(file, 'utf8');
    return file.endsWith('.json') ? inTable(JSON.parse(text), name) : inSource(text, name);
  });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : /\.(?:ts|json)$/.test(entry.name) ? [path] : [];
    })
    .sort();
}

const ENGLISH = /\ben:\s{0,40}(?=['"`])/g;
const CHINESE = /^\s{0,40}\+?,?\s{0,40}zh:\s{0,40}(?=['"`])/;

/** `{ en: '…', zh: '…' }`, wherever it stands. */
function inSource(source: string, name: string): Template[] {
  const found: Template[] = [];
  for (const match of source.matchAll(ENGLISH)) {
    const english = literal(source, match.index + match[0].length);
    const between = english && CHINESE.exec(source.slice(english.end, english.end + 200));
    const chinese = english && between && literal(source, english.end + between[0].length);
    if (english && chinese) {
      const line = source.slice(0, match.index).split('\n').length;
      found.push({ place: `${name}:${line}`, en: english.text, zh: chinese.text });
    }
  }
  return found;
}

interface Literal {
  readonly text: string;
  /** Behind the closing quote. */
  readonly end: number;
}

/** One string as it is written, from its opening quote on; what stands within `${…}` may hold strings of its own. */
function literal(source: string, start: number): Literal | null {
  const quote = source[start];
  let at = start + 1;
  while (at < source.length) {
    const here = source[at];
    if (here === quote) {
      return { text: source.slice(start + 1, at).replaceAll("\\'", "'"), end: at + 1 };
    }
    at = here === '\\' ? at + 2 : quote === '`' && source.startsWith('${', at) ? endOfValue(source, at + 2) : at + 1;
  }
  return null;
}

function endOfValue(source: string, start: number): number {
  let at = start;
  while (at < source.length && source[at] !== '}') {
    const here = source[at] ?? '';
    at =
      here === '{' ? endOfValue(source, at + 1) : '\'"`'.includes(here) ? (literal(source, at)?.end ?? at + 1) : at + 1;
  }
  return at + 1;
}

function inTable(value: unknown, place: string): Template[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const { en, zh } = value as { readonly en?: unknown; readonly zh?: unknown };
  const own = typeof en === 'string' && typeof zh === 'string' ? [{ place, en, zh }] : [];
  return [...own, ...Object.entries(value).flatMap(([key, part]) => inTable(part, `${place} ${nameOf(part) ?? key}`))];
}

function nameOf(part: unknown): string | null {
  const { id, code } = (part ?? {}) as { readonly id?: unknown; readonly code?: unknown };
  return typeof id === 'string' ? id : typeof code === 'string' ? code : null;
}
