import type { Hex } from '../../facts.ts';
import { isHexDigit } from '../../intake/first-code.ts';
import { readHex } from '../address.ts';

export interface SiteName {
  readonly module: string | null;
  readonly function: string | null;
  readonly offset: Hex | null;
  readonly address: Hex | null;
  /** False where the print may go on in the next line: no offset, no source, no remark behind the name. */
  readonly complete: boolean;
  /** `d:\\src\\send.c`, where the line of the source is printed behind the name. */
  readonly source?: string;
}

const ADDRESS = /^(?:0x)?(?<value>[0-9a-f]{1,18}(?:`[0-9a-f]{8})?)(?![\w!+.]|`[0-9a-f])/i;
const MODULE = /^(?<name><[\w.$-]{1,80}>|[a-z_$][\w.$-]{0,63}|\d[\w.$-]{0,63}(?=[!+]))/i;
const MODULE_OFFSET = /^\s?\+\s?(?:0x(?<offset>[0-9a-f]{1,24})|(?<bare>[0-9a-f]{1,8}))(?![\w!])/i;
const OFFSET = /\s?\+\s?0 ?x ?(?<offset>[0-9a-f]{1,24})/i;
/** Blackened by somebody who hides a machine's addresses. */
const HIDDEN_OFFSET = /\+0x[0-9a-f]{0,8}█{1,8}$/i;
/** What kp, kv and the source view print behind the name: parameters, FPO data, trap marks, `[d:\file.c @ 12]`, `--> remark`. */
/** A column grew into the name: no module is called by the digits of an address and its own name behind them. */
const GLUED_COLUMN = /^(?:(?=[0-9a-f`]{0,16}\d)[0-9a-f]{8}`?[0-9a-f]{8}(?=[a-z_]\w{0,40}[!+])|[0-9a-f]{8}(?=nt!))/i;
const SOURCE = /\s\[(?<path>[\w:\\/.~ +-]{1,260}?) @ \d{1,7}\]/;
const BEHIND = /\s\[|\s\(|\s-->|\s<[-=]|\s[←⟵⇐]|\s\.\.\.|\sTrapFrame|\s{2,}/;

/**
 * Reads what stands in the "Call Site" column: `nt!KiPageFault+0x369`, `acmeflt+0x1f92`, `0x7ffc040acf54`,
 * a bare module (kc without symbols), `<Unloaded_acme.sys>+0x12`.
 * @returns null where the text starts with neither a name nor an address
 */
export function readSite(text: string): SiteName | null {
  const site = withoutColumn(text.trim());
  const address = ADDRESS.exec(site)?.groups?.value;
  if (address !== undefined && (/^0x/i.test(site) || address.replace('`', '').length >= 8)) {
    return { module: null, function: null, offset: null, address: readHex(address), complete: true };
  }
  const module = MODULE.exec(site)?.groups?.name;
  if (module === undefined) {
    return null;
  }
  const rest = site.slice(module.length);
  return rest.startsWith('!') ? readFunction(module, rest.slice(1)) : readModuleOnly(module, rest);
}

/** The cheap look before the pattern: most names begin with no digit, and those that do hold one within eight. */
function withoutColumn(site: string): string {
  return isHexDigit(site.charCodeAt(0)) && site.length > MOST_DIGITS ? site.replace(GLUED_COLUMN, '') : site;
}

function readModuleOnly(module: string, rest: string): SiteName | null {
  const found = MODULE_OFFSET.exec(rest);
  if (found?.groups !== undefined) {
    const { offset = '', bare = '' } = found.groups;
    return {
      module,
      function: null,
      offset: offset === '' ? readHex(bare) : readOffset(offset),
      address: null,
      complete: true,
    };
  }
  if (rest !== '' && !/^\s/.test(rest)) {
    return null;
  }
  return { module, function: null, offset: null, address: null, complete: rest !== '' };
}

/** An image is smaller than this many digits can say. */
const MOST_DIGITS = 8;
const MOST_BEFORE_GLUE = 6;

/** Behind an offset the first column of the next row may have grown into it: its eight or sixteen digits are cut off. */
function readOffset(printed: string): Hex | null {
  const digits = printed.replace(/^0+(?=.)/, '');
  if (digits.length <= MOST_DIGITS) {
    return readHex(digits);
  }
  const own = digits.length > 16 ? digits.length - 16 : digits.length - 8;
  return own > MOST_BEFORE_GLUE ? null : readHex(digits.slice(0, own));
}

/** The name ends at its offset; without one at whatever stands behind it. Blanks inside come from hard wraps. */
function readFunction(module: string, rest: string): SiteName {
  const bounded = rest.slice(0, 2000).replace(HIDDEN_OFFSET, '');
  const path = bounded.includes(' @ ') ? SOURCE.exec(bounded)?.groups?.path : undefined;
  const source = path === undefined ? {} : { source: path };
  const at = OFFSET.exec(bounded);
  const behind = BEHIND.exec(bounded.replace(/^\s/, '_'));
  if (at !== null && (behind === null || at.index <= behind.index || bounded.startsWith('(', behind.index + 1))) {
    const offset = readOffset(at.groups?.offset ?? '0');
    return {
      module,
      function: cleanFunction(bounded.slice(0, at.index)),
      offset,
      address: null,
      complete: true,
      ...source,
    };
  }
  const end = behind === null ? bounded.length : behind.index;
  const name = cleanFunction(bounded.slice(0, end));
  return { module, function: name, offset: null, address: null, complete: behind !== null, ...source };
}

/** `kp` prints parameters behind the name; a template or a compiler-made ` ?? ::…` name keeps its blanks. */
function cleanFunction(printed: string): string {
  const params = printed.startsWith('operator(') ? -1 : startOfParameters(printed);
  const name = params > 0 && !printed.slice(0, params).endsWith('operator') ? printed.slice(0, params) : printed;
  const isCompilerMade = name.startsWith(' ?? ') || name.includes('<') || name.includes('`');
  // A quoting mail puts ` >` before each line; where the lines were joined it stands behind the name.
  return isCompilerMade ? name.trimEnd() : name.trim().replace(/ >$/, '').replace(/\s+/g, '');
}

/** The first parenthesis outside of the brackets of a template, whose arguments may have some of their own; -1 without one. */
function startOfParameters(printed: string): number {
  let depth = 0;
  for (let at = 0; at < printed.length; at += 1) {
    const char = printed[at];
    if (char === '(' && depth <= 0) {
      return at;
    }
    depth += char === '<' ? 1 : char === '>' ? -1 : 0;
  }
  return -1;
}
