import { z } from 'zod';
import type { Language, Text } from '../../language/text.ts';
import type { Asker } from '../../ports/diagnoser.ts';
import type { Log } from '../../ports/log.ts';
import type { Message } from '../../ports/message.ts';
import type { TriageMessage } from '../../ports/triage-message.ts';
import { readAttachments, SNIPPET } from './attachments.ts';
import { readChatHtml } from './chat-html.ts';
import { Attachment } from './incoming-activity.ts';

/** The id of the command in `manifest/manifest.json`. */
const TRIAGE_COMMAND = 'triageMessage';

/** What Teams sends when an action of the menu of a message is chosen ("Create and send the dialog" in its documentation). */
const Chosen = z.looseObject({
  commandId: z.string().max(100),
  messagePayload: z.looseObject({
    body: z.looseObject({ contentType: z.string().max(20), content: z.string().nullish() }).nullish(),
    attachments: z
      .array(Attachment.extend({ contentType: z.string().max(500).nullish() }))
      .max(100)
      .nullish(),
  }),
});
type Chosen = z.infer<typeof Chosen>;

export interface MessageActionTools {
  readonly triageMessage: TriageMessage;
  readonly log: Log;
  /** Teams asks again after five seconds, and then gives up. */
  readonly messageActionMs: number;
}

/** The dialog for a message that somebody points at; null where another command was chosen. */
export async function answerMessageAction(
  value: unknown,
  language: Language,
  { conversation }: Pick<Asker, 'conversation'>,
  { triageMessage, log, messageActionMs }: MessageActionTools,
): Promise<object | null> {
  const chosen = Chosen.safeParse(value).data;
  if (chosen?.commandId !== TRIAGE_COMMAND) {
    return null;
  }
  const { promise: late, resolve: expire } = Promise.withResolvers<null>();
  const waiting = new AbortController();
  const timer = setTimeout(() => {
    expire(null);
    waiting.abort();
  }, messageActionMs);
  try {
    const asker = { conversation, signal: waiting.signal };
    const shown = await Promise.race([triageMessage(readPointedAt(chosen), language, asker), late]);
    log.info('message-action.shown', { inTime: shown !== null });
    return shown ? dialog(shown.title, shown.card) : sentence(TOO_LONG[language]);
  } catch (error) {
    log.error('message-action.failed', { error: error instanceof Error ? error.name : 'unknown' });
    return sentence(TOO_LONG[language]);
  } finally {
    clearTimeout(timer);
  }
}

const TOO_LONG: Text = {
  en: 'Reading this message takes longer than Teams waits. Paste it into a chat with me instead.',
  zh: '读取这条消息的时间超出了 Teams 的等待时间。请改为把内容粘贴到与我的聊天中。',
};

/** The message in Microsoft Graph's form of it; its author is not the one who asks. */
function readPointedAt({
  messagePayload: { body, attachments },
}: Chosen): Pick<Message, 'text' | 'files' | 'unreadable'> {
  const content = body?.content ?? '';
  const isHtml = body?.contentType === 'html';
  const flat = isHtml ? readChatHtml(content, new Set()) : { text: content };
  // Cards and quoted messages are attachments too: they have no name, and nobody meant them to be read.
  const meant = (attachments ?? []).flatMap(({ contentType, ...rest }) =>
    contentType && (rest.name || contentType === SNIPPET) ? [{ ...rest, contentType }] : [],
  );
  return { text: flat.text, ...readAttachments(meant, false) };
}

function dialog(title: string, content: object): object {
  const card = { contentType: 'application/vnd.microsoft.card.adaptive', content };
  return { task: { type: 'continue', value: { title, height: 'large', width: 'large', card } } };
}

function sentence(value: string): object {
  return { task: { type: 'message', value } };
}
