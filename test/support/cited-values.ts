import { withoutAddress } from '#src/diagnosis/intake/address-lines.ts';
import { readLines } from '#src/diagnosis/intake/read-lines.ts';
import { splitSections } from '#src/diagnosis/intake/sections.ts';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';

type Range = readonly [number, number];

/** Our own words about a fact, and what follows from a printed number. */
const OURS: ReadonlySet<string> = new Set([
  'origin',
  'how',
  'by',
  'strength',
  'command',
  'state',
  'timestamp',
  'symbols',
  'context',
  'what',
  'detail',
  'major',
  'source',
]);
/** Names of fields that we gave. */
const OUR_NAMES: ReadonlySet<string> = new Set(['systems.name', 'fields.name', 'addresses.usage']);
/** What a listing says once for all of its rows: in its heading, and in what was typed. */
const OF_LISTING: ReadonlySet<string> = new Set([
  'poolBlocks.region',
  'poolBlocks.query',
  'tagOwners.addresses',
  'devices.device',
  'devices.name',
]);

const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/0x0*(?=[0-9a-f])/g, '')
    .replace(/[^a-z0-9\u4e00-\u9fff]/g, '');

/** Offsets are printed with zeros before them, or without `0x`. */
const withoutZeros = (text: string) => text.replace(/\+0x0*(?=[0-9a-f])|\+0+(?=[0-9a-f])/gi, '+');

/** The values of all facts of a text that the lines which they cite do not show, damage undone; each with its place. */
export function uncitedValues(text: string): string[] {
  const pasted = text.split(/\r\n|\r|\n/);
  const { lines } = readLines(withoutAddress(text));
  const sections = splitSections(lines);
  const shownIn = ([from, to]: Range) => {
    const mended = lines.filter((line) => line.lines[0] <= to && line.lines[1] >= from).map((line) => line.text);
    const typed = sections.filter((section) => section.lines[0] <= to && section.lines[1] >= from);
    const shown = [...pasted.slice(from - 1, to), ...mended, ...typed.map(({ command }) => command ?? '')];
    return bare(withoutZeros(shown.join(' ')));
  };
  const missing: string[] = [];
  const look = (value: unknown, path: string, cited: Range): void => {
    if (typeof value === 'string') {
      // `!error` prints the number between the family and the meaning.
      const wanted = bare(withoutZeros(value.replace(/^\((?:NTSTATUS|HRESULT|Win32)\) /, '')));
      if (wanted !== '' && !shownIn(cited).includes(wanted) && !isDecimal(value, shownIn(cited))) {
        missing.push(`${path} ${value} is not in ${cited.join('-')}`);
      }
    } else if (Array.isArray(value)) {
      for (const one of value as unknown[]) {
        look(one, path, cited);
      }
    } else if (typeof value === 'object' && value !== null) {
      lookInto(value, path, cited);
    }
  };
  const lookInto = (fact: object, path: string, cited: Range): void => {
    const parts: Record<string, unknown> = { ...fact };
    const own = asRange(parts.lines) ?? cited;
    for (const [name, value] of Object.entries(parts)) {
      const at = `${path}.${name}`;
      if (name.endsWith('ines') || OURS.has(name) || OUR_NAMES.has(at) || OF_LISTING.has(at)) {
        continue;
      }
      const places: unknown = parts[name === 'args' ? 'argLines' : `${name}Lines`];
      if (name === 'args' && Array.isArray(value) && Array.isArray(places)) {
        for (const [index, one] of (value as unknown[]).entries()) {
          look(one, at, asRange(places[index]) ?? own);
        }
      } else {
        look(value, at, asRange(places) ?? own);
      }
    }
  };
  for (const { facts } of readCrashes([{ source: null, text }]).crashes) {
    // What is damaged or missing is not printed by its nature.
    const { damages: _damages, cuts: _cuts, ...printed } = facts;
    for (const [kind, list] of Object.entries(printed)) {
      look(list, kind, [1, 1]);
    }
  }
  return missing;
}

/** Event logs write codes in decimal. */
function isDecimal(value: string, shown: string): boolean {
  return /^0x[0-9a-f]{1,8}$/.test(value) && shown.includes(`${Number(value)}`);
}

function asRange(value: unknown): Range | null {
  return Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number'
    ? [value[0], value[1]]
    : null;
}
