import type { ModuleFact } from '../../facts.ts';
import { ADDRESS, readAddress } from '../address-token.ts';
import { readLinkTime } from './link-time.ts';

const ROW = new RegExp(
  `^\\s{0,20}(?<start>${ADDRESS})[ -]{1,12}(?<end>${ADDRESS})\\s{1,60}(?<name>[\\w.$-]{1,80})(?:\\s{1,40}(?<rest>\\S.{0,400})|\\s*)$`,
  'i',
);
const SYMBOLS = /\((?<state>(?:[a-z]{1,10} ){0,3}symbols|deferred)\)/i;
const IMAGE = /(?:^|[\s\\/])(?<image>[\w$.-]{1,80}\.(?:sys|exe|dll|drv|ocx|cpl|efi|bin))(?=\s|$)/i;
const PATH = /(?:^|\s)(?<path>(?:\\(?:SystemRoot|\?\?)|[A-Za-z]:)\\\S{1,260})/;

/** What every row leaves open: only the record of `lmvm` fills it. */
export const BARE_MODULE: Omit<ModuleFact, 'name' | 'lines'> = {
  image: null,
  path: null,
  start: null,
  end: null,
  timestamp: null,
  checksum: null,
  size: null,
  version: null,
  company: null,
  product: null,
  description: null,
  symbols: null,
  unloaded: false,
  detailed: false,
};

/**
 * Reads `fffff801`63ec0000 fffff801`649a7000   nvlddmkm   (no symbols)`, with image name, path or link time where
 * the options of `lm` ask for them.
 * @param inList a header or the command says that rows follow; otherwise the row must show its symbol state
 */
export function readModuleRow(text: string, inList: boolean): Omit<ModuleFact, 'lines'> | null {
  const found = ROW.exec(text)?.groups;
  if (found === undefined) {
    return null;
  }
  const { name = '', rest = '' } = found;
  const start = readAddress(found.start ?? '');
  const end = readAddress(found.end ?? '');
  const state = SYMBOLS.exec(rest)?.groups?.state ?? null;
  if (start === null || end === null || !isRange(start, end) || !(inList || state !== null)) {
    return null;
  }
  const image = IMAGE.exec(` ${rest}`)?.groups?.image ?? (IMAGE.test(` ${name}`) ? name : null);
  return {
    ...BARE_MODULE,
    name: name.replace(/\.(?:sys|exe|dll)$/i, ''),
    image,
    path: readPath(rest),
    start,
    end,
    timestamp: readLinkTime(rest),
    symbols: symbolState(state),
  };
}

/** With `lm v` or loaded symbols the path is that of the symbol file: not the driver's. */
function readPath(rest: string): string | null {
  const path = PATH.exec(rest)?.groups?.path ?? null;
  return path?.toLowerCase().endsWith('.pdb') ? null : path;
}

/** An image is no smaller than a page and not larger than 2 GB; a row of other numbers rarely keeps to that. */
function isRange(start: string, end: string): boolean {
  const size = BigInt(end) - BigInt(start);
  return size > 0xffn && size < 0x8000_0000n;
}

/** `pdb symbols` alone comes from a public symbol server as a rule; private ones say so. */
function symbolState(state: string | null): ModuleFact['symbols'] {
  const text = state?.toLowerCase() ?? '';
  if (text === '') {
    return null;
  }
  if (text === 'deferred') {
    return 'deferred';
  }
  if (text.startsWith('no ')) {
    return 'none';
  }
  if (text.startsWith('private')) {
    return 'private';
  }
  return text.startsWith('export') ? 'export' : 'public';
}
