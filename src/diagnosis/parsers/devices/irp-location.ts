import type { Hex } from '../../facts.ts';
import { readAddress } from '../address-token.ts';

/** First part of one I/O stack location: function codes, and what stands behind them on the same line. */
export interface IrpHead {
  readonly current: boolean;
  /** `IRP_MJ_POWER`, also where only the number was printed. */
  readonly major: string;
  readonly minor: string | null;
  readonly rest: string;
}

const MAJOR = String.raw`(?<major>N\/A|IRP_MJ_\w{1,40}|[0-9a-f]{1,2})(?:\(\w{1,3}\))?`;
const MINOR = String.raw`(?<minor>N\/A|IRP_MN_\w{1,60}|[0-9a-f]{1,3})(?:\(\w{1,3}\))?`;
const HEAD = new RegExp(
  String.raw`^\s{0,30}(?<mark>>?)\s{0,4}\[\s{0,3}${MAJOR},\s{0,3}${MINOR}\]\s{0,8}(?<rest>.{0,300})$`,
  'i',
);

/** IRP_MJ_ codes in the order of wdm.h (Windows Driver Kit). */
const MAJORS = [
  'CREATE',
  'CREATE_NAMED_PIPE',
  'CLOSE',
  'READ',
  'WRITE',
  'QUERY_INFORMATION',
  'SET_INFORMATION',
  'QUERY_EA',
  'SET_EA',
  'FLUSH_BUFFERS',
  'QUERY_VOLUME_INFORMATION',
  'SET_VOLUME_INFORMATION',
  'DIRECTORY_CONTROL',
  'FILE_SYSTEM_CONTROL',
  'DEVICE_CONTROL',
  'INTERNAL_DEVICE_CONTROL',
  'SHUTDOWN',
  'LOCK_CONTROL',
  'CLEANUP',
  'CREATE_MAILSLOT',
  'QUERY_SECURITY',
  'SET_SECURITY',
  'POWER',
  'SYSTEM_CONTROL',
  'DEVICE_CHANGE',
  'QUERY_QUOTA',
  'SET_QUOTA',
  'PNP',
];

/** Reads `>[  3,34]  40 e1 828517a8 …` and `>[IRP_MJ_POWER(16), IRP_MN_SET_POWER(2)]`. */
export function readIrpHead(text: string): IrpHead | null {
  const found = HEAD.exec(text)?.groups;
  if (found === undefined) {
    return null;
  }
  const { mark, major = '', minor = '', rest = '' } = found;
  return { current: mark === '>', major: majorName(major), minor: minorName(minor), rest: rest.trim() };
}

function majorName(token: string): string {
  if (!/^[0-9a-f]{1,2}$/i.test(token)) {
    return token.toUpperCase();
  }
  const name = MAJORS[Number.parseInt(token, 16)];
  return name === undefined ? token : `IRP_MJ_${name}`;
}

function minorName(token: string): string | null {
  return token.toUpperCase() === 'N/A' ? null : token;
}

const COLUMNS = /^[0-9a-f]{1,3} {1,4}[0-9a-f]{1,3} {1,4}(?<device>[0-9a-f`]{8,17}) /i;
/** Another word behind the object belongs to its name, and the first word alone is nobody's. */
const MORE_OF_NAME = ' (?!(?:0x)?[0-9a-f`]{8,17}(?: |$))[\\w.()-]{1,60}(?: |$)';
const OBJECT = '\\\\(?:Driver|FileSystem(?:\\\\Filters)?)\\\\[^\\s\\\\]{1,80}(?!\\S)';
const DRIVER = new RegExp(
  `(?:^| )(?<driver>${OBJECT})(?!${MORE_OF_NAME})(?: {1,20}(?<completion>[\\w.]{1,60}[!+|]\\S{1,200}))?`,
  'i',
);

/** A driver's service may be named otherwise than its file. */
const IMAGE = /Unable to load image (?:\S{1,300}[\\/])?(?<image>[\w$.-]{1,80}\.sys)\b/i;

export interface IrpTail {
  readonly device: Hex | null;
  readonly driver: string | null;
  readonly image: string | null;
  readonly completion: string | null;
  readonly pending: boolean;
}

/** The lines below the function codes: columns, then the driver with its completion routine. */
export function readIrpTail(details: readonly string[]): IrpTail {
  const text = details.join('  ').slice(0, 800);
  const device = readAddress(COLUMNS.exec(text)?.groups?.device ?? '');
  const driver = DRIVER.exec(text)?.groups;
  return {
    device: device === '0x0' ? null : device,
    driver: driver?.driver ?? null,
    image: IMAGE.exec(text)?.groups?.image ?? null,
    completion: driver?.completion?.replace('|', '!') ?? null,
    pending: /\bpending\b/i.test(text),
  };
}
