import type { Message } from '../../ports/message.ts';
import { readAttachments } from './attachments.ts';
import { readChatHtml } from './chat-html.ts';
import type { ChatHtml } from './chat-html-events.ts';
import type { IncomingActivity } from './incoming-activity.ts';
import { plainText } from './plain-text.ts';
import { speakerOf } from './speaker.ts';

/** Whether somebody speaks to the bot. What happens to a message that was sent before may need no mention. */
export function isAddressed(activity: IncomingActivity): boolean {
  return scopeOf(activity) === 'personal' || mentionsUs(activity);
}

/**
 * What was said, or null where nobody spoke to the bot: other events, and messages in a team or group chat that do not
 * mention it (the permission to read all messages may be granted; it is no reason to answer them all).
 */
export function readMessage(activity: IncomingActivity): Message | null {
  const scope = scopeOf(activity);
  const kind = kindOf(activity);
  if (kind === null) {
    return null;
  }
  if (kind === 'message' && !isAddressed(activity)) {
    return null;
  }
  const html = htmlOf(activity);
  const flat = html === null ? null : readChatHtml(html, ownItemIds(activity));
  const { files, unreadable } = readAttachments(activity.attachments ?? [], flat?.hasFileTag ?? false);
  const text = kind === 'welcome' ? '' : textOf(activity, flat);
  return {
    kind,
    scope,
    text,
    files,
    unreadable,
    ...speakerOf(activity),
  };
}

/** The plain form holds the quoted message too, and with it a command that was carried out long ago. */
function textOf(activity: IncomingActivity, flat: ChatHtml | null): string {
  return flat?.hasQuote ? flat.text : fullerText(flat?.text ?? '', plainText(activity));
}

/**
 * The HTML keeps lines and indentation, so it is preferred; where it holds less than half of what `text` holds,
 * it was cut or is not of a form we know.
 */
function fullerText(flat: string, plain: string): string {
  return flat.length * 2 < plain.length ? plain : flat;
}

function kindOf(activity: IncomingActivity): Message['kind'] | null {
  if (activity.type === 'message') {
    return 'message';
  }
  const event = activity.channelData?.eventType;
  if (activity.type === 'messageUpdate' && event === 'editMessage') {
    return 'edit';
  }
  if (activity.type === 'messageUpdate' && event === 'undeleteMessage') {
    return 'undelete';
  }
  if (activity.type === 'messageDelete' && event === 'softDeleteMessage') {
    return 'delete';
  }
  return activity.type === 'installationUpdate' && activity.action?.startsWith('add') ? 'welcome' : null;
}

export function scopeOf({ conversation }: Pick<IncomingActivity, 'conversation'>): Message['scope'] {
  if (conversation.conversationType === 'channel') {
    return 'channel';
  }
  return conversation.conversationType === 'groupChat' ? 'groupChat' : 'personal';
}

/** By id, never by name: anybody may be called like the bot. */
function mentionsUs({ entities, recipient }: IncomingActivity): boolean {
  return (entities ?? []).some(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient.id);
}

function htmlOf({ attachments }: IncomingActivity): string | null {
  const html = (attachments ?? []).find(({ contentType }) => contentType === 'text/html');
  return typeof html?.content === 'string' ? html.content : null;
}

/** The mention spans of the HTML carry the position of their entity among the mentions. */
function ownItemIds({ entities, recipient }: IncomingActivity): ReadonlySet<string> {
  const mentions = (entities ?? []).filter(({ type }) => type === 'mention');
  const own = mentions.flatMap(({ mentioned }, position) => (mentioned?.id === recipient.id ? [String(position)] : []));
  return new Set(own);
}
