import type { Hex } from '../../facts.ts';
import { firstCode, isBeyondAscii, isHexDigit } from '../../intake/first-code.ts';
import { readHex } from '../address.ts';
import type { SiteName } from './call-stack-symbol.ts';
import { readSite } from './call-stack-symbol.ts';

/** One line of a call stack as printed, before neighbouring lines are considered. */
export interface StackRow {
  readonly index: number | null;
  readonly childSp: Hex | null;
  readonly returnAddress: Hex | null;
  readonly args: readonly Hex[];
  readonly site: SiteName | null;
  /** The site as printed: a wrapped name is read again together with its rest. */
  readonly siteText: string;
  readonly inline: boolean;
  readonly trapFrame: boolean;
}

/** What a row without columns leaves open. */
export const NO_COLUMNS = {
  index: null,
  childSp: null,
  returnAddress: null,
  args: [],
  inline: false,
  trapFrame: false,
} as const;
const INLINE = /^(?:(?<index>[0-9a-f]{1,3})\s+)?\(Inline(?:\s?Function)?\)(?<rest>.*)$/i;
const INDEX = /^(?<index>[0-9a-f]{1,3})\s+(?=\S)/i;
/** Somebody who hides a machine's addresses writes x in their places, or blackens them. */
const HIDDEN = /^(?=[0-9a-f`]{0,8}[x*█])(?<value>[0-9a-fx*█]{7,9}`[0-9a-fx*█]{7,9}|[0-9a-f█]{16})(?=[\s:]|$)/i;
const WIDE = /^(?<value>[0-9a-f]{7,9}`[0-9a-f]{7,9}|[0-9a-f]{6,18})(?=[\s:]|$)/i;
/** The last column grew into the call site: `f9357a9000000000nt!RtlCopyMemory`. */
const GLUED = /^(?:(?<wide>[0-9a-f]{8}`?[0-9a-f]{8})|(?<narrow>[0-9a-f]{8}))(?=[a-z_]\w{0,40}[!+])/i;
/** Two columns that lost the blank between them: each is an address of sixteen digits, of which the first four say so. */
const GLUED_PAIR =
  /^(?<value>(?:ffff|0000)[0-9a-f]{4}`?[0-9a-f]{8})(?=(?:ffff|0000)[0-9a-f]{4}`?[0-9a-f]{8}(?:[\s:]|$))/i;
/** The number of the frame in that place: `05nt!KiPageFault+0x1`. No module's name is digits and `nt`. */
const GLUED_INDEX = /^(?<index>[0-9a-f]{2,3}?)(?=nt![A-Z_])/i;
/** `!mex.t` and copies of it mark a frame that has registers before its call site. */
const MARKED_SITE = /^\((?:T|TrapFrame[^()]{0,40})\)\s{0,4}:?\s{0,4}/i;
/** `dx` and the stack window of WinDbg: `[0x2]   nt!KiPageFault+0x369   0xffffce89fe14e530   0xfffff8060fc2a306`, `[0x2] : nt!KiPageFault + 0x369 [Switch To]`. */
const LISTED =
  /^\[0x(?<index>[0-9a-f]{1,3})\](?: {1,8}| {1,20}: )(?<site>\S.{0,600}?)(?: {1,8}0x(?<sp>[0-9a-f]{8,16}) {1,8}0x(?<returned>[0-9a-f]{8,16}))?$/i;
const FRAME_SIZE = /^(?<size>[0-9a-f]{1,5})\s+(?=[0-9a-f]{8})/i;
/** Documentation writes three dots for the arguments. */
const COLON = /^(?:\[?\.\.\.\]?\s{0,4})?:\s{0,8}/;
/** Two columns, four arguments, two colons, and some that a damage added. */
const MOST_TOKENS = 14;
/** What a row may begin with instead of a digit. */
const ROW_MARKS = [...'([.:-*xX='].map((mark) => mark.charCodeAt(0));
const SPACE = 32;
/** A row of a table, or a sentence: only marks and remarks stand behind a bare address or module in the place of a call site. */
const WORD_BEHIND = /^\S{1,30} {1,8}[a-z]\w/i;
const TRAP = /TrapFrame\s?@|\(T\)/i;

/**
 * Reads one line of any `k` listing, STACK_TEXT or `!mex.t`, by tokens and not by columns,
 * so that lost or doubled blanks do not matter.
 * @returns null where the line is no row of a stack
 */
export function readStackRow(line: string): StackRow | null {
  if (!canBeRow(line)) {
    return null;
  }
  const text = line.trim().replace(/^(?:[-•·*]|[=-]{1,2}>)\s+/, '');
  const inline = INLINE.exec(text);
  if (inline !== null) {
    return readInlineRow(inline.groups?.index, inline.groups?.rest ?? '');
  }
  const listed = LISTED.exec(text)?.groups;
  if (listed !== undefined) {
    return readListedRow(listed);
  }
  if (text.startsWith('...')) {
    return readElidedRow(text);
  }
  const index = (INDEX.exec(text) ?? GLUED_INDEX.exec(text))?.groups?.index;
  if (index !== undefined) {
    return finishRow(Number.parseInt(index, 16), readAddresses(text.slice(index.length).trimStart()), text);
  }
  const bare = readAddresses(text);
  return bare.addresses.length === 0 ? null : finishRow(null, bare, text);
}

/** A whole row behind the offset of another one, whose line feed was lost: an offset has no nine digits. */
const GLUED_ROW =
  /\+0x[0-9a-f]{1,6}(?<row>(?:[0-9a-f]{8}`?[0-9a-f]{8}|[0-9a-f]{8})\s{1,4}(?:[0-9a-f]{8}`?[0-9a-f]{8}|[0-9a-f]{8})[\s:].{0,4000})$/i;
const MOST_GLUED = 64;

/** The row of a line, and those that are glued to its end; none where the line is no row of a stack. */
export function readStackRows(line: string): readonly StackRow[] {
  if (!canBeRow(line)) {
    return NO_ROWS;
  }
  const rows: StackRow[] = [];
  let text: string | undefined = line;
  for (let count = 0; text !== undefined && count < MOST_GLUED; count += 1) {
    const glued: string | undefined = mayHoldGlued(text) ? GLUED_ROW.exec(text)?.groups?.row : undefined;
    const row = readStackRow(glued === undefined ? text : text.slice(0, text.length - glued.length));
    if (row === null) {
      break;
    }
    rows.push(row);
    text = glued;
  }
  return rows;
}

const NO_ROWS: readonly StackRow[] = [];
const LONGEST_OFFSET = 8;

/** The cheap look before the pattern: nine hexadecimal digits behind the first offset. */
function mayHoldGlued(text: string): boolean {
  const from = text.indexOf('+0x') + 3;
  let at = from;
  while (at - from <= LONGEST_OFFSET && isHexDigit(text.charCodeAt(at))) {
    at += 1;
  }
  return from > 2 && at - from > LONGEST_OFFSET;
}

/** The cheap look before the patterns: a row begins with a digit, `(Inline`, `...`, a colon or a list mark. */
export function canBeRow(line: string): boolean {
  const code = firstCode(line);
  return isHexDigit(code) || code <= SPACE || isBeyondAscii(code) || ROW_MARKS.includes(code);
}

interface Addresses {
  /** Null for one that is hidden. */
  readonly addresses: readonly (Hex | null)[];
  readonly rest: string;
  readonly colons: boolean;
  /** Addresses before the first colon: two in STACK_TEXT, only the return address in kb of x64. */
  readonly beforeColon: number;
}

/** The run of addresses at the start, with the colons that STACK_TEXT of x64 puts around the arguments. */
function readAddresses(text: string): Addresses {
  const addresses: (Hex | null)[] = [];
  const size = FRAME_SIZE.exec(text);
  let rest = size === null ? text : text.slice(size[0].length);
  let beforeColon = -1;
  for (let token = 0; token < MOST_TOKENS; token += 1) {
    const whole = WIDE.exec(rest) ?? HIDDEN.exec(rest) ?? GLUED_PAIR.exec(rest);
    const value = whole?.groups?.value ?? gluedValue(rest, addresses);
    const colon = COLON.exec(rest)?.[0];
    if (value !== undefined) {
      addresses.push(readHex(value));
      rest = rest.slice(value.length).trimStart();
    } else if (colon !== undefined) {
      beforeColon = beforeColon === -1 ? addresses.length : beforeColon;
      rest = rest.slice(colon.length);
    } else {
      break;
    }
  }
  return {
    addresses,
    rest: rest.startsWith('(') ? rest.replace(MARKED_SITE, '') : rest,
    colons: beforeColon !== -1,
    beforeColon,
  };
}

/** As many digits of a glued column as the columns before it have. */
function gluedValue(rest: string, before: readonly (Hex | null)[]): string | undefined {
  const found = before.length === 0 ? undefined : GLUED.exec(rest)?.groups;
  if (found === undefined) {
    return undefined;
  }
  const isWide = before.some((value) => value !== null && value.length > 10);
  return isWide ? found.wide : (found.narrow ?? found.wide?.slice(0, 8));
}

function finishRow(index: number | null, found: Addresses, line: string): StackRow | null {
  const isOpen = found.rest === '' || found.rest.startsWith('...') || isTorn(found);
  const site = isOpen ? null : readSite(found.rest);
  const hasNoSp = found.colons && found.beforeColon === 1;
  const [first = null, second = null] = found.addresses;
  const [childSp, returnAddress] = hasNoSp ? [null, first] : [first, second];
  const args = shownArgs(found.addresses.slice(hasNoSp ? 1 : 2));
  if (site === null && (found.rest !== '' || returnAddress === null) && !found.colons) {
    return null;
  }
  if (found.addresses.length === 0 && !isCallSite(site)) {
    return null;
  }
  if (site !== null && (site.address !== null || !isNamed(site)) && WORD_BEHIND.test(found.rest)) {
    return null;
  }
  // Without a frame number two addresses and a bare word are a row of lm, not of a stack.
  if (index === null && site !== null && !isNamed(site)) {
    return null;
  }
  return { index, childSp, returnAddress, args, site, siteText: found.rest, inline: false, trapFrame: TRAP.test(line) };
}

/** The paste was cut inside of a column: what is left are its first digits, and no module. */
function isTorn({ addresses, rest }: Addresses): boolean {
  return addresses.length > 1 && /^[0-9a-f]{1,7}$/i.test(rest);
}

/** Arguments count by their places: with one hidden none can be told. */
function shownArgs(args: readonly (Hex | null)[]): Hex[] {
  const shown = args.filter((value) => value !== null);
  return shown.length === args.length ? shown : [];
}

function isNamed(site: SiteName): boolean {
  return site.function !== null || site.offset !== null || site.address !== null;
}

/** In `kc` a row is only number and name; a bare module counts there when nothing follows it. */
function isCallSite(site: SiteName | null): boolean {
  return site !== null && (site.function !== null || site.offset !== null || !site.complete);
}

function readInlineRow(index: string | undefined, rest: string): StackRow | null {
  const siteText = rest.replace(/^[\s:`'"^-]+/, '');
  const number = index === undefined ? null : Number.parseInt(index, 16);
  const site = readSite(siteText);
  // What was inlined is a function: a bare word in its place is torn.
  return { ...NO_COLUMNS, index: number, site: site?.function == null ? null : site, siteText, inline: true };
}

function readListedRow({ index = '', site: shown = '', sp, returned }: Record<string, string | undefined>) {
  const siteText = shown.replace(/ ?\[Switch To\]$/, '').replace(' + 0x', '+0x');
  const site = readSite(siteText);
  if (site === null || (site.function === null && site.offset === null && site.address === null)) {
    return null;
  }
  const columns = { childSp: readHex(sp ?? ''), returnAddress: readHex(returned ?? '') };
  return { ...NO_COLUMNS, ...columns, index: Number.parseInt(index, 16), site, siteText };
}

/** Documentation shortens rows to `... : nt!KeBugCheckEx+0x104 ...`; a bare `...` stands for rows left out. */
function readElidedRow(text: string): StackRow | null {
  const siteText = text.replace(/^[.\s:]+/, '').replace(/\s\.\.\.$/, '');
  const site = readSite(siteText);
  if (site?.function === undefined || site.function === null) {
    return null;
  }
  return { ...NO_COLUMNS, site, siteText, trapFrame: TRAP.test(text) };
}
