import type { Hex } from '../../facts.ts';
import { readHex } from '../address.ts';

export interface SiteName {
  readonly module: string | null;
  readonly function: string | null;
  readonly offset: Hex | null;
  readonly address: Hex | null;
  /** False where the print may go on in the next line: no offset, no source, no remark behind the name. */
  readonly complete: boolean;
}

const ADDRESS = /^(?:0x)?(?<value>[0-9a-f]{1,18}(?:`[0-9a-f]{8})?)(?![\w!+.])/i;
const MODULE = /^(?<name><[\w.$-]{1,80}>|[a-z_$][\w.$-]{0,63}|\d[\w.$-]{0,63}(?=[!+]))/i;
const MODULE_OFFSET = /^\s?\+\s?(?<offset>0x[0-9a-f]{1,16}|[0-9a-f]{1,8})(?![\w!])/i;
const OFFSET = /\s?\+\s?0 ?x ?(?<offset>[0-9a-f]{1,16})/i;
/** Blackened by somebody who hides a machine's addresses. */
const HIDDEN_OFFSET = /\+0x[0-9a-f]{0,8}█{1,8}$/i;
/** What kp, kv and the source view print behind the name: parameters, FPO data, trap marks, `[d:\file.c @ 12]`, `--> remark`. */
const BEHIND = /\s\[|\s\(|\s-->|\s\.\.\.|\sTrapFrame|\s{2,}/;

/**
 * Reads what stands in the "Call Site" column: `nt!KiPageFault+0x369`, `acmeflt+0x1f92`, `0x7ffc040acf54`,
 * a bare module (kc without symbols), `<Unloaded_acme.sys>+0x12`.
 * @returns null where the text starts with neither a name nor an address
 */
export function readSite(text: string): SiteName | null {
  const site = text.trim();
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

function readModuleOnly(module: string, rest: string): SiteName | null {
  const found = MODULE_OFFSET.exec(rest);
  if (found?.groups?.offset !== undefined) {
    return { module, function: null, offset: readHex(found.groups.offset), address: null, complete: true };
  }
  if (rest !== '' && !/^\s/.test(rest)) {
    return null;
  }
  return { module, function: null, offset: null, address: null, complete: rest !== '' };
}

/** The name ends at its offset; without one at whatever stands behind it. Blanks inside come from hard wraps. */
function readFunction(module: string, rest: string): SiteName {
  const bounded = rest.slice(0, 2000).replace(HIDDEN_OFFSET, '');
  const at = OFFSET.exec(bounded);
  const behind = BEHIND.exec(bounded.replace(/^\s/, '_'));
  if (at !== null && (behind === null || at.index <= behind.index || bounded.startsWith('(', behind.index + 1))) {
    const offset = readHex(at.groups?.offset ?? '0');
    return { module, function: cleanFunction(bounded.slice(0, at.index)), offset, address: null, complete: true };
  }
  const end = behind === null ? bounded.length : behind.index;
  const name = cleanFunction(bounded.slice(0, end));
  return { module, function: name, offset: null, address: null, complete: behind !== null };
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
