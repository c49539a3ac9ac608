import type { FileRefusal } from '../ports/file-reader.ts';

/** What a file is, where that is no text: its first bytes tell, whatever its name says. */
interface Beginning {
  readonly is: 'zip' | Extract<FileRefusal, 'dump' | 'picture' | 'document' | 'event-log' | 'archive'>;
  readonly bytes: readonly number[];
  readonly at?: number;
}

/**
 * The signatures that the formats' own specifications give: PKZIP's APPNOTE, dump headers as the Windows SDK names them
 * (`MINIDUMP_SIGNATURE`, `PAGEDUMP`, `PAGEDU64`), PNG, JPEG, GIF, TIFF, RIFF/WebP, ISO base media (HEIC, AVIF), PDF,
 * compound files, EVTX, 7-Zip, RAR, gzip, Cabinet, xz, Zstandard.
 */
const BEGINNINGS: readonly Beginning[] = [
  { is: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { is: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { is: 'dump', bytes: letters('MDMP') },
  { is: 'dump', bytes: letters('PAGEDUMP') },
  { is: 'dump', bytes: letters('PAGEDU64') },
  { is: 'picture', bytes: [0x89, ...letters('PNG')] },
  { is: 'picture', bytes: [0xff, 0xd8, 0xff] },
  { is: 'picture', bytes: letters('GIF8') },
  { is: 'picture', bytes: [...letters('II'), 0x2a, 0x00] },
  { is: 'picture', bytes: letters('WEBP'), at: 8 },
  { is: 'picture', bytes: letters('ftyp'), at: 4 },
  { is: 'document', bytes: letters('%PDF') },
  { is: 'document', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { is: 'event-log', bytes: letters('ElfFile') },
  { is: 'archive', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { is: 'archive', bytes: letters('Rar!') },
  { is: 'archive', bytes: [0x1f, 0x8b] },
  { is: 'archive', bytes: [...letters('MSCF'), 0x00] },
  { is: 'archive', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
  { is: 'archive', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
];

/** Null where it may be text. */
export function fileKind(bytes: Uint8Array): Beginning['is'] | null {
  const found = BEGINNINGS.find(({ bytes: begins, at = 0 }) => begins.every((byte, i) => bytes[at + i] === byte));
  return found?.is ?? null;
}

/** Names that need no look inside; a zip with a dump of gigabytes in it is not unpacked for that. */
const BY_NAME: readonly (readonly [RegExp, 'dump' | 'picture'])[] = [
  [/\.(?:dmp|mdmp|hdmp|kdmp)$/i, 'dump'],
  [/\.(?:png|jpe?g|gif|bmp|tiff?|webp|heic|avif)$/i, 'picture'],
];

export function kindByName(name: string): 'dump' | 'picture' | null {
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

function letters(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}
