import type { Paste } from '#src/diagnosis/crash.ts';
import type { Text } from '#src/language/text.ts';
import type { FileRead, FileRefusal, ReadFile } from '#src/ports/file-reader.ts';
import type { Message } from '#src/ports/message.ts';
import { notReadEither, refusedFile, unreadable } from '../words.ts';

/** Teams allows ten attachments per message. */
const MOST_FILES = 10;
/** All files together, in characters: twice the largest single file. */
const LARGEST_IN_ALL = 16 * 1024 * 1024;

/** How many files are told of in a sentence each; of more, their names. */
const MOST_NOTES = 5;

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

/** What follows a border, without it. */
export function withoutBorder(text: string): string {
  return text.startsWith(`${BORDER}\n`) ? text.slice(BORDER.length + 1) : text;
}

export interface Collected {
  readonly pastes: readonly Paste[];
  /** Names of the files that were read. */
  readonly read: readonly string[];
  /** Why something was not read, for the person who sent it. Nothing that was sent goes unmentioned. */
  readonly notes: readonly Text[];
}

type Sent = Pick<Message, 'text' | 'files' | 'unreadable'>;

/** The text of a message and of its files, one paste each. Files of the same name are told apart by a number. */
export async function collectPastes({ text, files, unreadable: kept }: Sent, readFile: ReadFile): Promise<Collected> {
  const pastes: Paste[] = text.trim() === '' ? [] : [{ source: null, text }];
  const refused: Refused[] = kept.map((file) => ({ name: file.name ?? '', why: unreadable(file) }));
  const read: string[] = [];
  let left = LARGEST_IN_ALL;
  for (const [index, file] of files.entries()) {
    const holds = index < MOST_FILES ? textsOf(file.name, await readFile(file)) : tooMany(file.name);
    refused.push(...holds.refused.map(({ name, reason }) => ({ name, why: refusedFile(name, reason) })));
    for (const { name, text } of holds.texts) {
      const reason = reasonAgainst(text, left, read.length);
      if (reason) {
        refused.push({ name, why: refusedFile(name, reason) });
        continue;
      }
      left -= text.length;
      const source = distinctName(name, pastes);
      pastes.push({ source, text });
      read.push(source);
    }
  }
  return { pastes, read, notes: notesOn(refused) };
}

interface Refused {
  readonly name: string;
  readonly why: Text;
}

/** What came along with a command that reads no files. */
export function leftUnread({ files, unreadable: kept }: Pick<Message, 'files' | 'unreadable'>): readonly Text[] {
  return notesOn([
    ...kept.map((file) => ({ name: file.name ?? '', why: unreadable(file) })),
    ...files.map(({ name }) => ({ name, why: refusedFile(name, 'with-command') })),
  ]);
}

function notesOn(refused: readonly Refused[]): readonly Text[] {
  if (refused.length <= MOST_NOTES) {
    return refused.map(({ why }) => why);
  }
  const [shown, rest] = [refused.slice(0, MOST_NOTES - 1), refused.slice(MOST_NOTES - 1)];
  return [...shown.map(({ why }) => why), notReadEither(rest.map(({ name }) => name))];
}

type Holds = Omit<Extract<FileRead, { kind: 'unpacked' }>, 'kind'>;

function textsOf(name: string, read: FileRead): Holds {
  if (read.kind === 'unpacked') {
    return read;
  }
  return read.kind === 'text'
    ? { texts: [{ name, text: read.text }], refused: [] }
    : { texts: [], refused: [{ name, reason: read.reason }] };
}

function tooMany(name: string): Holds {
  return { texts: [], refused: [{ name, reason: 'too-many' }] };
}

function reasonAgainst(text: string, left: number, read: number): FileRefusal | null {
  if (text.trim() === '') {
    return 'empty';
  }
  if (read >= MOST_FILES) {
    return 'too-many';
  }
  return text.length > left ? 'too-big' : null;
}

function distinctName(name: string, pastes: readonly Paste[]): string {
  const taken = new Set(pastes.map(({ source }) => source));
  let distinct = name;
  for (let count = 2; taken.has(distinct); count++) {
    distinct = `${name} (${count})`;
  }
  return distinct;
}
