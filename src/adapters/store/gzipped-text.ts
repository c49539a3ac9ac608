import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type RawBuilder, sql } from 'kysely';

/** What a message with all its files may hold; more is cut, and the reader has said so by then. */
export const LARGEST_PASTE = 8 * 1024 * 1024;

/**
 * The value to write. Debugger output repeats itself and shrinks to a tenth; the time is spent on zlib's own threads. As
 * text: the embedded database spells bytes out one by one, and everybody waits for it.
 */
export async function pack(text: string, most = LARGEST_PASTE): Promise<RawBuilder<Uint8Array>> {
  const gzipped = await promisify(gzip)(Buffer.from(text.slice(0, most)));
  return sql<Uint8Array>`decode(${gzipped.toString('hex')}, 'hex')`;
}

export async function unpack(packed: Uint8Array): Promise<string> {
  // A character of the limit is at most three bytes of UTF-8.
  const bytes = await promisify(gunzip)(packed, { maxOutputLength: LARGEST_PASTE * 3 });
  return bytes.toString('utf8');
}
