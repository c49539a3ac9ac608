import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Paste } from '../../diagnosis/crash.ts';
import { Language } from '../../language/text-schema.ts';
import type { MessageFile } from '../../ports/message.ts';

/** Text that is taken at once, in bytes of UTF-8. */
export const LARGEST_PASTE = 8 * 1024 * 1024;
/** The same as JSON: line ends, quotes and backslashes take two bytes there. */
export const LARGEST_BODY = 2.5 * LARGEST_PASTE;
export const MOST_FILES = 10;

/** PostgreSQL stores neither U+0000 nor half a surrogate pair, and a damaged paste may hold both. */
const Storable = z.string().transform((text) => text.replaceAll('\0', '\ufffd').toWellFormed());

/** What the page sends: what was typed or pasted, and the texts of files. */
export const Sent = z.object({
  text: Storable,
  files: z.array(z.object({ name: Storable.pipe(z.string().min(1).max(300)), text: Storable })).max(MOST_FILES),
  language: Language,
  /** Somebody chose that language on the page. */
  isChosen: z.boolean().optional(),
  /** IANA zone of the browser. */
  timeZone: z.string().max(100).optional(),
  /** Of the browser: equal where it sends the same once more because it heard no answer. */
  key: z.string().max(100).optional(),
});
export type Sent = z.infer<typeof Sent>;

/** Null where it is none of ours; `too-long` where it is more than is taken at once. */
export function readSent(body: Uint8Array): Sent | 'too-long' | null {
  const sent = Sent.safeParse(parsed(body)).data;
  if (!sent) {
    return null;
  }
  const size = [sent, ...sent.files].reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  return size > LARGEST_PASTE ? 'too-long' : sent;
}

export function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString());
  } catch {
    return null;
  }
}

/** Equal for equal pastes: who sends one twice by the same ticket sends it once. */
export function digestOf({ text, files }: Sent): string {
  return createHash('sha256')
    .update(JSON.stringify([text, files]))
    .digest('base64url');
}

export function filesOf({ files }: Sent): MessageFile[] {
  return files.map(({ name, text }) => ({ name, url: '', text }));
}

export function pastesOf({ text, files }: Sent): Paste[] {
  const typed = text.trim() === '' ? [] : [{ source: null, text }];
  return [...typed, ...files.map((file) => ({ source: file.name, text: file.text }))];
}
