/** Invented dumps of invented machines, as WinDbg prints them: each start of a machine loads its kernel and drivers elsewhere. */

const NAMES: Readonly<Record<string, string>> = {
  a: 'IRQL_NOT_LESS_OR_EQUAL',
  '1a': 'MEMORY_MANAGEMENT',
  '3b': 'SYSTEM_SERVICE_EXCEPTION',
  '50': 'PAGE_FAULT_IN_NONPAGED_AREA',
  '7e': 'SYSTEM_THREAD_EXCEPTION_NOT_HANDLED',
  '9f': 'DRIVER_POWER_STATE_FAILURE',
  d1: 'DRIVER_IRQL_NOT_LESS_OR_EQUAL',
  '116': 'VIDEO_TDR_FAILURE',
};

const TOP = ['nt!KeBugCheckEx', 'nt!KiBugCheckDispatch+0x69', 'nt!KiPageFault+0x454'];
const END = ['nt!PspSystemThreadStartup+0x55', 'nt!KiStartSystemThread+0x28'];
const CALL_END = ['nt!KiSystemServiceCopyEnd+0x25'];

export interface ADump {
  readonly code: string;
  readonly args?: readonly string[];
  /** The frames from the fault on, below the way into the stop. */
  readonly sites: readonly string[];
  /** Which start of the machine it is: other addresses, another time. */
  readonly start: number;
  /** Its computer name. */
  readonly machine?: string;
  /** Other modules that its list holds beside those of Windows; without them no list is printed. */
  readonly modules?: readonly string[];
  readonly unloaded?: readonly string[];
  /** A thread of a driver, or a system call. */
  readonly end?: 'thread' | 'call';
  /** The driver of which the record is printed, too. */
  readonly record?: string;
  readonly more?: string;
}

/** `!analyze -v` with its stack, and below it the list of `lm` where modules are given. */
export function aDump({
  code,
  args,
  sites,
  start,
  machine,
  modules,
  unloaded,
  end = 'thread',
  record,
  more = '',
}: ADump): string {
  const kernel = 0xfffff80000000000n + BigInt(start + 1) * 0x1230000000n;
  const stack = 0xffff8a0000000000n + BigInt(start + 1) * 0x51b0e000n;
  const rows = [...TOP, ...sites, ...(end === 'thread' ? END : CALL_END)].map(
    (site, at) =>
      `${wide(stack + BigInt(at) * 0x60n)} ${wide(kernel + placeOf(site))}     : ${'00000000`00000000 '.repeat(4)}: ${site}`,
  );
  const given = args ?? [hex(stack + 0x4a000n), '2', '0', hex(kernel + placeOf(sites[0] ?? ''))];
  const name = machine === undefined ? '' : `0: kd> !mex.di\nComputer Name: ${machine}\n\n`;
  return [
    `${name}0: kd> !analyze -v\n\n${NAMES[code] ?? 'STOP'} (${code})\nAn invented example.\nArguments:`,
    ...given.map((arg, at) => `Arg${at + 1}: ${arg.padStart(16, '0')}, what it means`),
    `\nDebugging Details:\n------------------\n\nSTACK_TEXT:  \n${rows.join('\n')}\n`,
    ...(modules === undefined ? [] : [list(modules, unloaded ?? [], kernel)]),
    ...(record === undefined ? [] : [recordOf(record, kernel)]),
    more,
  ].join('\n');
}

/** Windows' own part of a list: what is always loaded, and a hundred more. */
const WINDOWS = [
  ...['nt', 'hal', 'CI', 'CLFS', 'fltmgr', 'ndis', 'tcpip', 'Ntfs', 'mountmgr', 'Npfs', 'Msfs', 'afd', 'win32k'],
  ...Array.from({ length: 110 }, (_, at) => `winpart${at}`),
];

function list(modules: readonly string[], unloaded: readonly string[], kernel: bigint): string {
  const rows = [...WINDOWS, ...modules]
    .toSorted((a, b) => hash(a) - hash(b))
    .map((name) => row(kernel, name, `${name} ${name}.sys`));
  const gone = unloaded.map((name) => row(kernel, name, `${name}.sys`));
  return [
    '0: kd> lm t n',
    'start             end                 module name',
    ...rows,
    ...(gone.length === 0 ? [] : ['', 'Unloaded modules:', ...gone]),
    '',
  ].join('\n');
}

/** What `lmvm` says of a driver: that it is not part of Windows. */
function recordOf(name: string, kernel: bigint): string {
  return `0: kd> lmvm ${name}
start             end                 module name
${rangeOf(kernel, name)}   ${name}    (no symbols)
    Image name: ${name}.sys
    CompanyName:      Acme Ltd
`;
}

function row(kernel: bigint, name: string, shown: string): string {
  const stamp = (0x5ef00000 + hash(name)).toString(16).toUpperCase();
  return `${rangeOf(kernel, name)}   ${shown} ${new Date(Number.parseInt(stamp, 16) * 1000).toUTCString()} (${stamp})`;
}

function rangeOf(kernel: bigint, name: string): string {
  const start = kernel + BigInt(hash(name)) * 0x100000n;
  return `${wide(start)} ${wide(start + 0x20000n)}`;
}

/** One place for one symbol, so that a build has it at the same distance from its base. */
function placeOf(site: string): bigint {
  return BigInt(hash(site) * 0x10 + 0x1000);
}

function hash(text: string): number {
  let value = 7;
  for (const letter of text) {
    value = (value * 31 + (letter.codePointAt(0) ?? 0)) % 0xfffff;
  }
  return value;
}

function hex(value: bigint): string {
  return value.toString(16).padStart(16, '0');
}

function wide(value: bigint): string {
  const digits = hex(value);
  return `${digits.slice(0, 8)}\`${digits.slice(8)}`;
}
