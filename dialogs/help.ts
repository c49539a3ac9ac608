import { helpCard } from '#src/cards/help-card.ts';
import { hintCard } from './cases/case-view.ts';
import { defineDialog } from './dialog.ts';
import { asWord } from './hearing/courtesy.ts';
import { BARE_HELP, CASE_HELP, FOLLOW_UP_HELP, GENERAL_HELP, QUESTION_HELP } from './help-lines.ts';
import { withPageButton } from './paste-page.ts';
import { HOW_LONG, MESSAGE_MENU, WHAT_TO_SEND, WHO_I_AM } from './words.ts';

const ASKED = new Set(['help', 'help me', '/help', 'how', '帮助', '/帮助', '说明', '怎么用', '幫助']);

export const help = defineDialog({
  name: 'help',
  read: ({ plain }) => ASKED.has(asWord(plain)) || null,
  reply: (_, { language }, tools) => {
    const said = [WHO_I_AM, WHAT_TO_SEND, HOW_LONG, MESSAGE_MENU];
    const card = helpCard(said, [GENERAL_HELP, QUESTION_HELP, CASE_HELP, BARE_HELP, FOLLOW_UP_HELP], language);
    return hintCard(withPageButton(card, language, tools));
  },
});
