import type { Paste } from '#src/diagnosis/crash.ts';
import type { Text } from '#src/diagnosis/text.ts';
import type { FileRead, ReadFile } from '#src/ports/file-reader.ts';
import type { Message } from '#src/ports/message.ts';
import { allUnreadable, leftOutFiles, refusedFile } from './words.ts';

/** Teams allows ten attachments per message. */
const MOST_FILES = 10;
/** All files together, in characters: twice the largest single file. */
const LARGEST_IN_ALL = 16 * 1024 * 1024;

/** A line of its own between the texts of one message and its files: ASCII's file separator, which nobody types. */
const BORDER = '\x1c';

/** Several pastes as one text to keep. */
export function keptText(pastes: readonly Pick<Paste, 'text'>[]): string {
  return pastes.map(({ text }) => text).join(`\n${BORDER}\n`);
}

/** The pastes of a text that was kept; their lines together are those of the text. */
export function splitKept(text: string): string[] {
  const parts = text.split(`\n${BORDER}\n`);
  return parts.map((part, at) => (at < parts.length - 1 ? `${part}\n${BORDER}` : part));
}

export interface Collected {
  readonly pastes: readonly Paste[];
  /** Why something was not read, for the person who sent it. */
  readonly notes: readonly Text[];
}

/** The text of a message and of its files, one paste each. Files of the same name are told apart by a number. */
export async function collectPastes(
  { text, files, unreadable: kept }: Pick<Message, 'text' | 'files' | 'unreadable'>,
  readFile: ReadFile,
): Promise<Collected> {
  const pastes: Paste[] = text.trim() === '' ? [] : [{ source: null, text }];
  const notes = allUnreadable(kept);
  let left = LARGEST_IN_ALL;
  for (const file of files.slice(0, MOST_FILES)) {
    const read = within(left, await readFile(file));
    if (read.kind === 'refused') {
      notes.push(refusedFile(file.name, read.reason));
      continue;
    }
    left -= read.text.length;
    pastes.push({ source: distinctName(file.name, pastes), text: read.text });
  }
  const leftOut = files.slice(MOST_FILES).map(({ name }) => name);
  if (leftOut.length > 0) notes.push(leftOutFiles(leftOut, MOST_FILES));
  return { pastes, notes };
}

function within(left: number, read: FileRead): FileRead {
  return read.kind === 'text' && read.text.length > left ? { kind: 'refused', reason: 'too-big' } : read;
}

function distinctName(name: string, pastes: readonly Paste[]): string {
  const taken = new Set(pastes.map(({ source }) => source));
  let distinct = name;
  for (let count = 2; taken.has(distinct); count++) distinct = `${name} (${count})`;
  return distinct;
}
