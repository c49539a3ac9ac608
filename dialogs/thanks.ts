import type { Dialog } from './dialog.ts';
import { say } from './say.ts';
import { WELCOME_THANKS } from './words.ts';

/** Something short that asks nothing and names nothing: no dump is looked for in it. */
const THANKS = /^(?:thanks|thank you|thx|many thanks|谢谢|多谢|感谢|辛苦)(?![\w-])[^?？\d_]{0,60}$/iu;

export const thanks: Dialog = {
  name: 'thanks',
  accepts: ({ message: { text, files, unreadable } }) =>
    files.length === 0 && unreadable.length === 0 && THANKS.test(text.trim()),
  reply: (turn) => say(turn, WELCOME_THANKS),
};
