import type { Dialog } from './dialog.ts';
import { say } from './say.ts';
import { HOW_LONG, WHAT_TO_SEND, WHO_I_AM } from './words.ts';

/** The bot was just added: nobody asked anything, so one short message says what it is for. */
export const welcome: Dialog = {
  name: 'welcome',
  accepts: ({ message }) => message.kind === 'welcome',
  reply: (turn) => say(turn, WHO_I_AM, WHAT_TO_SEND, HOW_LONG),
};
