import { z } from 'zod';
import type { MessageFile, Unreadable } from '../../ports/message.ts';
import type { Attachment } from './incoming-activity.ts';

const DOWNLOAD = 'application/vnd.microsoft.teams.file.download.info';
export const SNIPPET = 'application/vnd.microsoft.card.codesnippet';
const Download = z.looseObject({ downloadUrl: z.string().min(1).max(10_000) });

/** A memory dump is binary and up to gigabytes: only what a debugger prints of it can be read here. */
const DUMP = /\.(?:dmp|mdmp|hdmp|kdmp)$/i;

interface Attached {
  readonly files: readonly MessageFile[];
  readonly unreadable: readonly Unreadable[];
}

/**
 * Files that can be fetched, and everything else that somebody meant us to read. In channels and group chats Teams
 * leaves a file out and only an `<attachment>` tag in the HTML is left of it: `hasFileTag`.
 */
export function readAttachments(attachments: readonly Attachment[], hasFileTag: boolean): Attached {
  const files: MessageFile[] = [];
  const unreadable: Unreadable[] = [];
  for (const attachment of attachments) {
    const name = visibleName(attachment.name ?? '');
    const download = attachment.contentType === DOWNLOAD ? Download.safeParse(attachment.content) : null;
    if (attachment.contentType === 'text/html') {
      continue;
    }
    if (name !== null && DUMP.test(name)) {
      unreadable.push({ name, reason: 'dump' });
    } else if (download?.success) {
      files.push({ name: name ?? 'file', url: download.data.downloadUrl });
    } else {
      unreadable.push({ name, reason: reasonFor(attachment.contentType) });
    }
  }
  if (hasFileTag && files.length === 0 && unreadable.length === 0) {
    unreadable.push({ name: null, reason: 'not-shared' });
  }
  return { files, unreadable };
}

/** In code points: as long as a sentence has room for. Both ends tell files apart. */
const LONGEST_NAME = 80;

/**
 * A name as one line that looks like what it is: whoever sent it chose it, and marks of direction or line ends in it would
 * rearrange the sentence that repeats it. Null where nothing is left.
 */
function visibleName(name: string): string | null {
  const line = name
    .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
  const letters = [...line];
  if (letters.length <= LONGEST_NAME) {
    return line || null;
  }
  return `${letters.slice(0, LONGEST_NAME - 21).join('')}…${letters.slice(-20).join('')}`;
}

function reasonFor(contentType: string): Unreadable['reason'] {
  if (contentType === SNIPPET) {
    return 'code-snippet';
  }
  if (contentType === 'reference') {
    return 'not-shared';
  }
  return contentType.startsWith('image/') ? 'picture' : 'other';
}
