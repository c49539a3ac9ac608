import type { BugcheckFact, BugcheckOrigin, Hex, Lines } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { readHex } from '../address.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, linesWith } from '../searched-section.ts';
import { readArgs } from './bugcheck-inline.ts';
import { isWindowsGuest } from './guest-event.ts';

const MARKS: Marks = [
  'bugcheck_code',
  'bugcheckcode',
  'bugcheck_p',
  'bugcheckp',
  'bccode',
  'bug check code',
  'bugcheck code',
  'errorcode0',
];
const ROWS: Marks = [
  'bugcheck_code',
  'bugcheckcode',
  'bugcheck_p',
  'bugcheckparameter',
  'bccode',
  'bcp',
  'bug check code',
  'bugcheck code',
  'errorcode',
  'bug check string',
  'bugcheck string',
  'bug check name',
  'bugcheck name',
  'parameter ',
  'parameters',
];

/** A place that lists code and arguments as named values, one a line, in any order. */
interface Listing {
  readonly origin: BugcheckOrigin;
  readonly code: RegExp;
  readonly arg: RegExp;
  /** All four in one line. */
  readonly argRow?: RegExp;
  /** Values behind others in one line. */
  readonly argsAmid?: RegExp;
  /** What somebody noted behind the code: `13a (arg1 0x12, heap corruption)`. */
  readonly argBeside?: RegExp;
  /** The values' labels are such that they are a stop's also where the line with its code was not pasted. */
  readonly standsWithoutCode?: true;
  /** Written by the host of a virtual machine, whose guest may be of another system. */
  readonly isOfGuest?: true;
}

/** One value alone may be a word of a sentence. */
const FEWEST_WITHOUT_CODE = 2;

const LISTINGS: readonly Listing[] = [
  {
    origin: 'analyze-fields',
    code: /^\s{0,12}BUGCHECK_CODE: {0,40}(?:0x)?(?<code>[0-9a-f]{1,8})(?!\S)(?: {1,20}\((?<name>[A-Z][A-Z0-9_]{3,80})\))?/i,
    arg: /^\s{0,12}BUGCHECK_P(?<number>[1-4]): {0,40}(?<value>[0-9a-fx`]{1,20})(?!\S)/i,
    argBeside: /\([^)]{0,40}?\barg(?:ument)? ?(?<number>[1-4])[ :=]{1,3}(?<value>0x[0-9a-f`]{1,17})(?![\w`])/i,
    standsWithoutCode: true,
  },
  {
    origin: 'event-log',
    code: /^\s{0,8}BCCode ?:\s{1,8}(?<code>[0-9a-f]{1,8})(?:\s|$)/i,
    arg: /^\s{0,8}BCP(?<number>[1-4]) ?:\s{1,8}(?<value>[0-9a-fx]{1,18})(?:\s|$)/i,
    // The error signature of Windows XP has them all in one line or two.
    argsAmid: /(?<=\s)BCP(?<number>[1-4]) ?:\s{1,8}(?<value>[0-9a-fx]{1,18})(?!\S)/gi,
  },
  // Event 18590 of a Hyper-V host, about its guest.
  {
    origin: 'event-log',
    code: /^\s{0,8}(?:Vm)?ErrorCode0\s{0,4}[:=]?\s{0,4}0x(?<code>[0-9a-f]{1,8})(?!\w)(?: {1,4}_?\((?<name>[A-Z][A-Z0-9]{1,40}(?:_[A-Z0-9]{1,40}){1,12})\))?/i,
    arg: /^\s{0,8}(?:Vm)?ErrorCode(?<number>[1-4])\s{0,4}[:=]?\s{0,4}(?<value>0x[0-9a-f]{1,16})(?!\w)/i,
    isOfGuest: true,
  },
  // The crash dump extension of NT 3.5's KDx86.
  {
    origin: 'bugcheck-command',
    code: /^\s{0,8}BugCheckCode[ .]{2,20}0x(?<code>[0-9a-f]{1,8})\s*$/i,
    arg: /^\s{0,8}BugCheckParameter(?<number>[1-4])[ .]{2,20}(?<value>0x[0-9a-f]{1,16})\s*$/i,
  },
  {
    origin: 'tool',
    code: /^\s{0,8}Bug ?Check Code\s{0,20}: {0,40}0x(?<code>[0-9a-f]{1,8})\s*$/i,
    // A mail that lost the backtick left a blank between the halves.
    arg: /^\s{0,8}Parameter (?<number>[1-4])\s{0,20}: {0,40}(?<value>[0-9a-fx`]{1,20}|[0-9a-f]{8} [0-9a-f]{8})\s*$/i,
    argRow: /^\s{0,8}Parameters\s{0,20}: {0,40}(?<values>[0-9a-fx` ]{1,24}(?:,[0-9a-fx` ]{1,24}){3})$/i,
  },
];
const TOOL_NAME = /^\s{0,8}Bug ?Check (?:String|Name)\s{0,20}: {0,40}(?<name>[A-Z][A-Z0-9_]{3,80})\s*$/i;

/** BUGCHECK_CODE and BUGCHECK_P1 … P4 of `!analyze`, problem signatures (BCCode), BlueScreenView. */
export const bugcheckListed: Parser = {
  command: 'stop code list',
  marks: [MARKS, ROWS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => {
    const lines = linesWith(section, ROWS);
    return { bugchecks: LISTINGS.flatMap((listing) => readListing(lines, listing)) };
  },
};

interface OpenListing {
  /** Null where only values are printed. */
  readonly code: Hex | null;
  readonly name: string | null;
  readonly args: Map<number, { value: Hex; lines: Lines }>;
  readonly from: number;
  to: number;
}

function readListing(lines: readonly Line[], listing: Listing): BugcheckFact[] {
  const facts: BugcheckFact[] = [];
  let open: OpenListing | null = null;
  let above: { readonly name: string; readonly line: Line } | null = null;
  for (const line of lines) {
    const called = listing.origin === 'tool' ? TOOL_NAME.exec(line.text)?.groups?.name : undefined;
    above = called === undefined ? above : { name: called.toUpperCase(), line };
    const printed = listing.code.exec(line.text)?.groups;
    const code = readHex(printed?.code ?? '');
    if (code !== null) {
      addFact(open, listing, facts);
      const own: string | undefined = printed?.name;
      const begin: Line = own === undefined ? (above?.line ?? line) : line;
      open = { ...startListing(code, own ?? above?.name ?? null, line), from: begin.lines[0] };
      above = null;
    } else if (listing.standsWithoutCode && opensWithoutCode(open, listing, line)) {
      addFact(open, listing, facts);
      open = startListing(null, above?.name ?? null, line);
    }
    takeArgument(open, listing, line);
  }
  addFact(open, listing, facts);
  return facts;
}

function startListing(code: Hex | null, name: string | null, { lines }: Line): OpenListing {
  return { code, name, args: new Map(), from: lines[0], to: lines[1] };
}

/** A value where no code was printed, or another one in the place of one that is read: that is of the next dump. */
function opensWithoutCode(open: OpenListing | null, { arg }: Listing, line: Line): boolean {
  const printed = arg.exec(line.text)?.groups;
  const value = readHex(printed?.value ?? '');
  const known = open?.args.get(Number(printed?.number))?.value ?? value;
  return value !== null && (open === null || known !== value);
}

function takeArgument(open: OpenListing | null, listing: Listing, line: Line): void {
  const row = open === null ? undefined : listing.argRow?.exec(line.text)?.groups?.values;
  for (const [at, value] of readArgs(row).entries()) {
    if (open !== null && value !== null) {
      open.args.set(at + 1, { value, lines: line.lines });
    }
  }
  for (const { groups } of listing.argsAmid === undefined ? [] : line.text.matchAll(listing.argsAmid)) {
    const value = readHex(groups?.value ?? '');
    if (open !== null && value !== null) {
      open.args.set(Number(groups?.number), { value, lines: line.lines });
      open.to = line.lines[1];
    }
  }
  const beside = open !== null && listing.code.test(line.text) ? listing.argBeside?.exec(line.text)?.groups : undefined;
  const arg = listing.arg.exec(line.text)?.groups ?? beside;
  const value = readHex((arg?.value ?? '').replace(' ', ''));
  if (open !== null && value !== null) {
    open.args.set(Number(arg?.number), { value, lines: line.lines });
    open.to = line.lines[1];
  }
}

/** Code 0 says that Windows does not know of a stop. */
function addFact(open: OpenListing | null, { origin, isOfGuest }: Listing, facts: BugcheckFact[]): void {
  if (open === null || open.code === '0x0' || (open.code === null && open.args.size < FEWEST_WITHOUT_CODE)) {
    return;
  }
  const printed = open.args.size === 0 ? [] : [1, 2, 3, 4].map((number) => open.args.get(number));
  const args = printed.map((arg) => arg?.value ?? null);
  if (isOfGuest && !isWindowsGuest(open.code, args)) {
    return;
  }
  const argLines = printed.map((arg) => arg?.lines ?? null);
  facts.push({ origin, code: open.code, name: open.name, args, argTexts: [], argLines, lines: [open.from, open.to] });
}
