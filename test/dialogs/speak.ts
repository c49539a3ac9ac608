import type { Tools } from '#dialogs/dialog.ts';
import { converse } from '#dialogs/index.ts';
import { turnLanguage } from '#src/answering/turn-language.ts';
import type { FileRead } from '#src/ports/file-reader.ts';
import type { Message } from '#src/ports/message.ts';
import { answerText } from '../conversations/answer-text.ts';
import { inlineTools } from '../conversations/inline-tools.ts';
import { testClock } from '../support/memory-state.ts';

/** Says one thing after another in a conversation of the tenant `t`, and gives back what is answered. */
export function speakIn(
  state: Pick<Tools, 'cases' | 'followUps'>,
  conversation: string,
  files: Readonly<Record<string, FileRead>> = {},
): (text: string, changes?: Partial<Message>) => Promise<string> {
  const clock = testClock('2026-11-23T02:00:00.000Z');
  const tools = inlineTools(state, clock.now, files);
  let said = 0;
  return async (text, changes = {}) => {
    clock.pass(1);
    const author = { id: '29:wei', name: 'Wei' };
    const about = { kind: 'message', scope: 'personal', locale: 'en-US' } as const;
    const message: Message = { ...about, author, text, files: [], unreadable: [], ...changes };
    const target = { tenant: 't', conversation, reference: {} };
    const id = `${conversation} ${said++}`;
    return answerText(await converse({ id, target, message, language: turnLanguage(message) }, tools));
  };
}
