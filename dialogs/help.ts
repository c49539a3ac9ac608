import { CASE_COMMANDS } from './case-words.ts';
import { command } from './command.ts';
import type { Dialog } from './dialog.ts';
import { say } from './say.ts';
import { COMMANDS, HOW_LONG, WHAT_TO_SEND, WHO_I_AM } from './words.ts';

const ASKED = new Set(['help', '/help', 'how', '帮助', '/帮助', '说明', '怎么用', '幫助']);

export const help: Dialog = {
  name: 'help',
  accepts: ({ message }) => message.text.trim() !== '' && ASKED.has(command(message.text)),
  reply: (turn) => say(turn, WHO_I_AM, WHAT_TO_SEND, HOW_LONG, COMMANDS, CASE_COMMANDS),
};
