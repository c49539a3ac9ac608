import { z } from 'zod';
import { kindByName } from '../../files/file-kind.ts';
import { visibleName } from '../../files/visible-name.ts';
import type { MessageFile, Unreadable } from '../../ports/message.ts';
import type { Attachment } from './incoming-activity.ts';

const DOWNLOAD = 'application/vnd.microsoft.teams.file.download.info';
export const SNIPPET = 'application/vnd.microsoft.card.codesnippet';
const Download = z.looseObject({ downloadUrl: z.string().min(1).max(10_000) });

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
    const kind = name === null ? null : kindByName(name);
    // A memory dump has up to gigabytes, and of a picture nothing can be read: neither is fetched.
    if (kind !== null) {
      unreadable.push({ name, reason: kind });
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

function reasonFor(contentType: string): Unreadable['reason'] {
  if (contentType === SNIPPET) {
    return 'code-snippet';
  }
  if (contentType === 'reference') {
    return 'not-shared';
  }
  return contentType.startsWith('image/') ? 'picture' : 'other';
}
