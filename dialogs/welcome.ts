import { helpCard } from '#src/cards/help-card.ts';
import { cardAnswer } from './cases/case-view.ts';
import type { Dialog } from './dialog.ts';
import { HOW_LONG, WHAT_ELSE, WHAT_TO_SEND, WHO_I_AM } from './words.ts';

/** The bot was just added: nobody asked anything, so one short card says what it is for. */
export const welcome: Dialog = {
  name: 'welcome',
  accepts: ({ message }) => message.kind === 'welcome',
  reply: ({ language }) => cardAnswer(helpCard([WHO_I_AM, WHAT_TO_SEND, HOW_LONG, WHAT_ELSE], [], language)),
};
