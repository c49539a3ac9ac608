import type { MessageFile } from './message.ts';

export type FileRead =
  | { readonly kind: 'text'; readonly text: string }
  /** `forbidden`: the address is not one that files may come from; `gone`: it could not be fetched. */
  | { readonly kind: 'refused'; readonly reason: 'too-big' | 'not-text' | 'forbidden' | 'gone' };

/** Fetches a file from the chat. Never rejects. */
export type ReadFile = (file: MessageFile) => Promise<FileRead>;
