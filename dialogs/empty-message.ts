import type { Dialog } from './dialog.ts';
import { say } from './say.ts';
import { NOTHING_SAID, WHAT_TO_SEND } from './words.ts';

/** Also a mention of the bot with nothing else. */
export const emptyMessage: Dialog = {
  name: 'empty-message',
  accepts: ({ message: { text, files, unreadable } }) =>
    text.trim() === '' && files.length === 0 && unreadable.length === 0,
  reply: (turn) => say(turn, NOTHING_SAID, WHAT_TO_SEND),
};
