import { decodeText } from '../diagnosis/intake/decode-text.ts';
import type { FileRead, NamedText, RefusedFile } from '../ports/file-reader.ts';
import { fileKind, kindByName } from './file-kind.ts';
import { type Entry, unzip } from './unzip.ts';
import { visibleName } from './visible-name.ts';

/** What a file holds that is text: a log, or a zip of logs. */
export function readBytes(name: string, bytes: Uint8Array): FileRead {
  if (bytes.length === 0) {
    return { kind: 'refused', reason: 'empty' };
  }
  return fileKind(bytes) === 'zip' ? readZip(name, bytes) : readText(bytes);
}

function readText(bytes: Uint8Array): Exclude<FileRead, { kind: 'unpacked' }> {
  const kind = fileKind(bytes);
  if (kind !== null) {
    return { kind: 'refused', reason: kind === 'zip' ? 'archive' : kind };
  }
  const text = decodeText(bytes);
  return text === null ? { kind: 'refused', reason: 'not-text' } : { kind: 'text', text };
}

/** What the packing program adds, and nobody sent. */
const NOT_SENT = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;
/** Office files are zips; this is the first thing in each of them (ECMA-376, part 2). */
const OF_OFFICE = '[Content_Types].xml';

function readZip(zip: string, bytes: Uint8Array): FileRead {
  const unzipped = unzip(bytes);
  if (unzipped.kind === 'refused') {
    return unzipped;
  }
  const entries = unzipped.entries.filter(({ name }) => !name.endsWith('/') && !NOT_SENT.test(name));
  if (entries.some(({ name }) => name === OF_OFFICE)) {
    return { kind: 'refused', reason: 'document' };
  }
  if (entries.length === 0) {
    return { kind: 'refused', reason: 'empty' };
  }
  const texts: NamedText[] = [];
  const refused: RefusedFile[] = [];
  for (const entry of entries) {
    const name = visibleName(`${zip}/${entry.name}`) ?? zip;
    const read = readEntry(entry);
    if (read.kind === 'text') {
      texts.push({ name, text: read.text });
    } else {
      refused.push({ name, reason: read.reason });
    }
  }
  return { kind: 'unpacked', texts, refused };
}

function readEntry({ name, bytes }: Entry): Exclude<FileRead, { kind: 'unpacked' }> {
  if (bytes === null) {
    return { kind: 'refused', reason: kindByName(name) ?? 'not-text' };
  }
  return bytes.length === 0 ? { kind: 'refused', reason: 'empty' } : readText(bytes);
}
