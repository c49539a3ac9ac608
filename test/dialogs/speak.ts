import type { Tools } from '#dialogs/dialog.ts';
import { converse } from '#dialogs/index.ts';
import { turnLanguage } from '#src/answering/turn-language.ts';
import type { FileRead } from '#src/ports/file-reader.ts';
import type { Earlier } from '#src/ports/inbox.ts';
import type { Message } from '#src/ports/message.ts';
import { answerText } from '../conversations/answer-text.ts';
import { inlineTools } from '../conversations/inline-tools.ts';
import { testClock } from '../support/memory-state.ts';

/** What a test changes of a message; `of` names one that is edited, deleted or brought back. */
type Changes = Partial<Message> & { readonly of?: string };

/**
 * Says one thing after another in a conversation of the tenant `t`, and gives back what is answered. Messages are named
 * by `of`: the second one of a name is about the first, as the inbox would tell.
 */
export function speakIn(
  state: Pick<Tools, 'cases' | 'followUps' | 'people'>,
  conversation: string,
  files: Readonly<Record<string, FileRead>> = {},
): (text: string, changes?: Changes) => Promise<string> {
  const clock = testClock('2026-11-23T02:00:00.000Z');
  const tools = inlineTools(state, clock.now, files);
  const known = new Map<string, Earlier[]>();
  let said = 0;
  return async (text, { of, ...changes } = {}) => {
    clock.pass(1);
    const author = { id: '29:wei', name: 'Wei' };
    const about = { kind: 'message', scope: 'personal', locale: 'en-US' } as const;
    const message: Message = { ...about, author, text, files: [], unreadable: [], ...changes };
    const target = { tenant: 't', conversation, reference: {} };
    const id = `${conversation} ${said++}`;
    const earlier = [...(known.get(of ?? '') ?? [])];
    const turn = { id, target, message, language: turnLanguage(message) };
    const answer = await converse(message.kind === 'message' ? turn : { ...turn, earlier }, tools);
    const acted = answer?.kind === 'text' && answer.acts === true;
    if (of !== undefined) {
      known.set(of, [...earlier, { id, acted }]);
    }
    return answerText(answer);
  };
}
