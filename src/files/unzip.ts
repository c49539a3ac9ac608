import { inflateRawSync } from 'node:zlib';
import { type AsyncFlateStreamHandler, Unzip, type UnzipDecoderConstructor, type UnzipFile } from 'fflate';
import { decodeText } from '../diagnosis/intake/decode-text.ts';
import { kindByName } from './file-kind.ts';

/** What is looked at in a zip; more is no collection of logs. */
const MOST_ENTRIES = 200;
/** All texts together. What an entry claims to be is not believed: what comes out of it is counted. */
const LARGEST_UNPACKED = 8 * 1024 * 1024;
/** Debugger output packs by 5 to 30; what packs by more than this was made to, once it is of some size. */
const MOST_RATIO = 200;
const RATIO_COUNTS_FROM = 1024 * 1024;
/** It is looked at in steps, so that more entries than are looked at are not even listed. */
const STEP = 65_536;

export interface Entry {
  readonly name: string;
  /** Null where it was left packed: a folder's name, or one that tells that it is no text. */
  readonly bytes: Uint8Array | null;
}

export type Unzipped =
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'refused'; readonly reason: 'damaged' | 'locked' | 'unpacks-too-big' | 'holds-too-many' };

class TooMuch extends Error {
  readonly reason: 'unpacks-too-big' | 'holds-too-many';
  constructor(reason: TooMuch['reason']) {
    super(reason);
    this.reason = reason;
  }
}

interface Draft {
  readonly name: string;
  readonly chunks: Uint8Array[];
  isWanted: boolean;
  isWhole: boolean;
}

/** Unpacks a zip in memory, within bounds. Nothing of one that is damaged or too much is used. */
export function unzip(bytes: Uint8Array): Unzipped {
  const drafts: Draft[] = [];
  let left = LARGEST_UNPACKED;
  const take = (chunk: Uint8Array) => {
    left -= chunk.length;
    if (left < 0) {
      throw new TooMuch('unpacks-too-big');
    }
  };
  const stream = new Unzip((file) => {
    if (drafts.length >= MOST_ENTRIES) {
      throw new TooMuch('holds-too-many');
    }
    drafts.push(begin(file, take));
  });
  stream.register(decoder(() => left));
  try {
    for (let at = 0; at < bytes.length; at += STEP) {
      stream.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
    }
  } catch (error) {
    return { kind: 'refused', reason: error instanceof TooMuch ? error.reason : damage(bytes) };
  }
  if (drafts.some(({ isWanted, isWhole }) => isWanted && !isWhole)) {
    return { kind: 'refused', reason: damage(bytes) };
  }
  return { kind: 'entries', entries: drafts.map(entryOf) };
}

/** Unpacks an entry once all of it is there, by zlib, which keeps a bound and holds up nobody for long. */
function decoder(left: () => number): UnzipDecoderConstructor {
  return class {
    static readonly compression = 8;
    private readonly packed: Uint8Array[] = [];
    ondata: AsyncFlateStreamHandler = () => undefined;

    push(chunk: Uint8Array, isLast: boolean): void {
      this.packed.push(chunk);
      if (isLast) {
        this.ondata(null, inflateWithin(left(), Buffer.concat(this.packed)), true);
      }
    }
  };
}

function inflateWithin(left: number, packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const most = Math.min(left, Math.max(RATIO_COUNTS_FROM, packed.length * MOST_RATIO));
  try {
    // A bound of zero is none to zlib.
    return inflateRawSync(packed, { maxOutputLength: most + 1 });
  } catch (error) {
    throw isTooLarge(error) ? new TooMuch('unpacks-too-big') : error;
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

function begin(file: UnzipFile, take: (chunk: Uint8Array) => void): Draft {
  const draft: Draft = { name: readableName(file.name), chunks: [], isWanted: true, isWhole: false };
  if (file.name.endsWith('/') || kindByName(file.name) !== null) {
    draft.isWanted = false;
    return draft;
  }
  file.ondata = (error, chunk, isLast) => {
    if (error) {
      throw error;
    }
    take(chunk);
    draft.chunks.push(chunk);
    draft.isWhole = isLast;
  };
  file.start();
  return draft;
}

function entryOf({ name, chunks, isWanted }: Draft): Entry {
  return { name, bytes: isWanted ? Buffer.concat(chunks) : null };
}

/** Bit 0 of the flags in the first local header: encrypted (APPNOTE 4.4.4). */
function damage(bytes: Uint8Array): 'damaged' | 'locked' {
  return ((bytes[6] ?? 0) & 1) === 1 ? 'locked' : 'damaged';
}

/** Names without the mark for UTF-8 are in the code page of whoever packed them, and are read as Latin 1. */
function readableName(name: string): string {
  if (!/[\x80-\xff]/.test(name) || /[^ -\xff]/.test(name)) {
    return name;
  }
  const decoded = decodeText(Buffer.from(name, 'latin1'));
  return decoded === null || decoded.includes('\ufffd') ? name : decoded;
}
