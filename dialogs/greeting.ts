import type { Dialog } from './dialog.ts';
import { command } from './hearing/command.ts';
import { say } from './say.ts';
import { HELLO, WHAT_TO_SEND } from './words.ts';

const GREETING =
  /^(?:hi|hello|hey|hi there|hello there|good (?:morning|afternoon|evening)|你好|您好|大家好|早|早上好|上午好|下午好|晚上好|嗨|哈喽)(?: (?:stopcode|bot|all|team))?$/u;

export const greeting: Dialog = {
  name: 'greeting',
  // Whoever sends a file with it wants the file to be read.
  accepts: ({ message: { text, files, unreadable } }) =>
    files.length === 0 && unreadable.length === 0 && GREETING.test(command(text)),
  reply: (turn) => say(turn, HELLO, WHAT_TO_SEND),
};
