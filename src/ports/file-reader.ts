import type { MessageFile } from './message.ts';

export type FileRefusal =
  | 'too-big'
  | 'not-text'
  | 'empty'
  | 'forbidden' // the address is not one that files may come from
  | 'gone' // it could not be fetched
  | 'dump' // a memory dump; only the debugger's output can be read
  | 'picture'
  | 'document' // an office file or a PDF
  | 'event-log'
  | 'archive' // of a kind that is not unpacked, or one within another
  | 'locked' // a zip with a password
  | 'damaged' // a zip that cannot be unpacked
  | 'unpacks-too-big'
  | 'holds-too-many'
  | 'too-many'; // one more than a message may bring

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

export interface RefusedFile {
  readonly name: string;
  readonly reason: FileRefusal;
}

export type FileRead =
  | { readonly kind: 'text'; readonly text: string }
  /** A zip: its texts under names of their own, and what in it was not read. */
  | { readonly kind: 'unpacked'; readonly texts: readonly NamedText[]; readonly refused: readonly RefusedFile[] }
  | { readonly kind: 'refused'; readonly reason: FileRefusal };

/** Fetches a file from the chat. Never rejects. */
export type ReadFile = (file: MessageFile) => Promise<FileRead>;
