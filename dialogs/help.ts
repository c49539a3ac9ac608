import { helpCard } from '#src/cards/help-card.ts';
import { cardAnswer } from './cases/case-view.ts';
import type { Dialog } from './dialog.ts';
import { command } from './hearing/command.ts';
import { CASE_HELP, FOLLOW_UP_HELP, GENERAL_HELP } from './help-lines.ts';
import { HOW_LONG, MESSAGE_MENU, WHAT_TO_SEND, WHO_I_AM } from './words.ts';

const ASKED = new Set(['help', '/help', 'how', '帮助', '/帮助', '说明', '怎么用', '幫助']);

export const help: Dialog = {
  name: 'help',
  accepts: ({ message }) => message.text.trim() !== '' && ASKED.has(command(message.text)),
  reply: ({ language }) =>
    cardAnswer(
      helpCard([WHO_I_AM, WHAT_TO_SEND, HOW_LONG, MESSAGE_MENU], [GENERAL_HELP, CASE_HELP, FOLLOW_UP_HELP], language),
    ),
};
