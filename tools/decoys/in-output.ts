import { addressesOf, addressValue, printAddress } from './frame-row.ts';
import { codeOffset, type Innocent, is64Bit } from './innocent.ts';
import { stackListings } from './stack-listing.ts';

/** Plants what stands outside a call chain. Each answers null where the text has no place for it. */
export type PlantText = (text: string, innocent: Innocent, random: () => number) => string | null;

const PROMPT = /^(?<prompt>\s{0,8}(?:\d{1,3}: )?l?kd> ?)/gm;
const DEBUGGER_OUTPUT = /kd>|STACK_TEXT|Arg1: |_NAME: /;
const DETAILS = /^\s{0,8}Debugging Details:[ \t]*\r?\n\s{0,8}-{6,80}[ \t]*\r?\n(?:[ \t]*\r?\n)?/m;
const BEFORE_STACK = /^\s{0,8}(?:STACK_TEXT:|Probably caused by ?:|TRAP_FRAME:|FAULTING_IP:)/m;
/** What !analyze prints last; without it a tail below would be this dump's own. */
const OWN_END = /^\s{0,8}(?:FAILURE_BUCKET_ID|BUCKET_ID|IMAGE_NAME|Followup):/m;

export const unableToLoad: PlantText = (text, { module, image }, random) =>
  amongMessages(text, [
    `Unable to load image \\${random() < 0.5 ? '??\\C:\\Windows\\system32\\drivers' : 'SystemRoot\\system32\\DRIVERS'}\\${image}, Win32 error 0n2`,
    `*** WARNING: Unable to verify timestamp for ${image}`,
    ...(random() < 0.5 ? [`*** ERROR: Module load completed but symbols could not be loaded for ${module}.sys`] : []),
  ]);

export const checksumMismatch: PlantText = (text, { image }) =>
  amongMessages(text, [`*** WARNING: Unable to verify checksum for ${image}`]);

/** Built years before everything else on the machine. */
export const oldModule: PlantText = (text, innocent, random) => {
  const { module, image } = innocent;
  const stamp = 0x4400_0000 + Math.floor(random() * 0x0700_0000);
  return afterwards(text, `lm t n m ${module}`, [
    ...moduleHeading(text),
    `${moduleRange(text, innocent)}   ${module.padEnd(8)} ${image.padEnd(12)} ${linkTime(stamp)} (${hex(stamp)})`,
  ]);
};

/** A file that nobody signed has no checksum, and names no company. */
export const unsignedModule: PlantText = (text, innocent, random) =>
  afterwards(text, `lmvm ${innocent.module}`, [
    ...moduleRecord(text, innocent, random, '00000000'),
    '    Information from resource tables:',
    `        InternalName:     ${innocent.image}`,
    `        OriginalFilename: ${innocent.image}`,
    '        FileVersion:      1.0.0.1',
  ]);

/** Nobody says in its file who made it. */
export const namelessModule: PlantText = (text, innocent, random) =>
  afterwards(
    text,
    `lmvm ${innocent.module}`,
    moduleRecord(text, innocent, random, hex(0x10000 + Math.floor(random() * 0xf0000))),
  );

/** An address that some earlier call left in the memory of the stack. */
export const rawStack: PlantText = (text, innocent, random) => {
  const words = stackWords(text, random);
  if (!words) {
    return null;
  }
  const offset = codeOffset(innocent, random);
  const { command, like, from, word, known } = words;
  const isFree = (at: number) => !known.has(from + BigInt(at) * word);
  const free = Array.from({ length: WORDS }, (_, at) => at).filter(isFree);
  const left = free[Math.floor(random() * free.length)] ?? 0;
  const rows = Array.from({ length: WORDS }, (_, at) => {
    const place = from + BigInt(at) * word;
    const returns = known.get(place);
    const [value, symbol] =
      at === left ? [innocent.start + offset, `${innocent.module}+0x${offset.toString(16)}`] : (returns ?? [0n, '']);
    return `${printAddress(place, like)}  ${printAddress(value, like)}${symbol === '' ? '' : ` ${symbol}`}`;
  });
  return afterwards(text, command, rows);
};

/** The end of what !analyze said of another dump, without the beginning that would tell so. */
export const secondTail: PlantText = (text, innocent, random) => {
  if (!OWN_END.test(text)) {
    return null;
  }
  const { module, image } = innocent;
  const offset = codeOffset(innocent, random);
  const code = /\bd1\b/i.test(text) ? '0x7E' : '0xD1';
  const bucket = `${is64Bit(text) ? 'X64_' : ''}${code}_${module}+${offset.toString(16)}`;
  const heading = ['', 'And this is the end of the one from last week, the top is gone:', ''];
  const sections = [
    'STACK_COMMAND:  kb',
    `FOLLOWUP_IP: \n${module}+${offset.toString(16)}\n${printAddress(innocent.start + offset, addressLike(text))} 8b4808          mov     ecx,dword ptr [eax+8]`,
    'SYMBOL_STACK_INDEX:  3',
    `SYMBOL_NAME:  ${module}+${offset.toString(16)}`,
    'FOLLOWUP_NAME:  MachineOwner',
    `MODULE_NAME: ${module}`,
    `IMAGE_NAME:  ${image}`,
    `FAILURE_BUCKET_ID:  ${bucket}`,
    `BUCKET_ID:  ${bucket}`,
    'Followup: MachineOwner\n---------',
  ];
  return [text.trimEnd(), ...(random() < 0.5 ? heading : ['', '']), sections.join('\n\n'), ''].join('\n');
};

/** In the order in which the debugger says it: while it looks at the dump, before it prints the stack. */
function amongMessages(text: string, messages: readonly string[]): string | null {
  const details = DETAILS.exec(text);
  const at = details ? details.index + details[0].length : (BEFORE_STACK.exec(text)?.index ?? null);
  return at === null ? null : `${text.slice(0, at)}${messages.join('\n')}\n${text.slice(at)}`;
}

/** A command that somebody ran after the rest, at the paste's own prompt. */
function afterwards(text: string, command: string, output: readonly string[]): string | null {
  if (!DEBUGGER_OUTPUT.test(text) && stackListings(text.split('\n')).length === 0) {
    return null;
  }
  const prompt = [...text.matchAll(PROMPT)].at(-1)?.groups?.prompt ?? 'kd> ';
  return [text.trimEnd(), '', `${prompt.trimEnd()} ${command}`, ...output, ''].join('\n');
}

function moduleRecord(text: string, innocent: Innocent, random: () => number, checksum: string): string[] {
  const { module, image, size } = innocent;
  const stamp = (is64Bit(text) ? 0x5800_0000 : 0x4900_0000) + Math.floor(random() * 0x0200_0000);
  return [
    ...moduleHeading(text),
    `${moduleRange(text, innocent)}   ${module} T (no symbols)           `,
    `    Loaded symbol image file: ${image}`,
    `    Image path: \\SystemRoot\\system32\\DRIVERS\\${image}`,
    `    Image name: ${image}`,
    `    Timestamp:        ${linkTime(stamp)} (${hex(stamp)})`,
    `    CheckSum:         ${checksum}`,
    `    ImageSize:        ${hex(Number(size))}`,
    '    Translations:     0000.04b0 0000.04e4 0409.04b0 0409.04e4',
  ];
}

function moduleHeading(text: string): string[] {
  const wide = is64Bit(text);
  return [
    'Browse full module list',
    `start${' '.repeat(wide ? 13 : 4)}${wide ? '' : ' '}end${' '.repeat(wide ? 17 : 9)}module name`,
  ];
}

function moduleRange(text: string, { start, size }: Innocent): string {
  const like = addressLike(text);
  return `${printAddress(start, like)} ${printAddress(start + size, like)}`;
}

function addressLike(text: string): string {
  return is64Bit(text) ? '00000000`00000000' : '00000000';
}

/** `Thu Mar 12 09:12:33 2009`: toUTCString says `Thu, 12 Mar 2009 09:12:33 GMT`. */
function linkTime(stamp: number): string {
  const [day = '', date = '', month = '', year = '', time = ''] = new Date(stamp * 1000).toUTCString().split(' ');
  return `${day.replace(',', '')} ${month} ${date} ${time} ${year}`;
}

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(8, '0');
}

const WORDS = 16;

interface StackWords {
  readonly command: string;
  /** An address in the width of the paste. */
  readonly like: string;
  readonly from: bigint;
  readonly word: bigint;
  /** What the paste itself says of the place: the return addresses of its call chain, with the names they lead to. */
  readonly known: ReadonlyMap<bigint, readonly [bigint, string]>;
}

function stackWords(text: string, random: () => number): StackWords | null {
  const listing = stackListings(text.split('\n')).find(({ rows }) =>
    rows.every(({ row }) => addressesOf(row).length > 1),
  );
  const rows = listing?.rows.map(({ row }) => row) ?? [];
  const places = rows.map((row) => addressesOf(row).map(addressValue));
  const at = Math.floor(random() * Math.min(4, rows.length - 1));
  const [like] = rows[at] ? addressesOf(rows[at]) : [];
  const from = places[at]?.[0];
  if (like === undefined || from === undefined) {
    return null;
  }
  const word = from > 0xffff_ffffn ? 8n : 4n;
  const known = new Map<bigint, readonly [bigint, string]>();
  for (const [index, [pointer = 0n, returnsTo = 0n]] of places.entries()) {
    // On x64 the return address lies just below the caller's stack pointer, on x86 just above the frame pointer.
    const next = places[index + 1]?.[0];
    const place = word === 8n ? (next ?? 0n) - word : pointer + word;
    known.set(place, [returnsTo, rows[index + 1]?.symbol ?? '']);
  }
  const to = from + BigInt(WORDS - 1) * word;
  return { command: `dps ${printAddress(from, like)} ${printAddress(to, like)}`, like, from, word, known };
}
