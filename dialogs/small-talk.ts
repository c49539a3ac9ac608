import type { Message } from '#src/ports/message.ts';
import { placeOf } from '#src/ports/place.ts';
import { cardAnswer } from './cases/case-view.ts';
import { defineDialog } from './dialog.ts';
import { asWord } from './hearing/courtesy.ts';
import { greetingCard } from './help.ts';
import { hint, say } from './say.ts';
import { HELLO, NOTHING_SAID, WELCOME_THANKS, WHAT_ELSE, WHAT_TO_SEND } from './words.ts';

/** What asks for nothing. `true` is read where it was said. */

/** An update of the app adds the bot once more: who talked to it lately keeps the last answer in view. */
const LATELY_MS = 24 * 60 * 60 * 1000;

/** The bot was just added: nobody asked anything, so one short card says what it is for. */
export const welcome = defineDialog({
  name: 'welcome',
  read: (_, { message }) => saidSo(message.kind === 'welcome'),
  reply: async (_, turn, tools) => {
    const since = new Date(tools.now().getTime() - LATELY_MS).toISOString();
    const isKnown = (await tools.cases.recentPastes(placeOf(turn.target), since)).length > 0;
    return isKnown ? say(turn, WHAT_ELSE) : cardAnswer(greetingCard(turn.language, tools));
  },
});

/** Also a mention of the bot with nothing else. */
export const emptyMessage = defineDialog({
  name: 'empty-message',
  read: (_, { message }) => saidSo(message.text.trim() === '' && isAlone(message)),
  reply: (_, turn) => hint(turn, NOTHING_SAID, WHAT_TO_SEND),
});

const GREETING =
  /^(?:hi|hello|hey|hi there|hello there|good (?:morning|afternoon|evening)|你好|您好|大家好|早|早上好|上午好|下午好|晚上好|嗨|哈喽)(?: (?:stopcode|bot|all|team))?$/u;

export const greeting = defineDialog({
  name: 'greeting',
  read: ({ plain }, { message }) => saidSo(isAlone(message) && GREETING.test(asWord(plain))),
  reply: (_, turn) => hint(turn, HELLO, WHAT_TO_SEND),
});

/** Something short that asks nothing and names nothing: no dump is looked for in it. */
const THANKS =
  /^(?:thanks|thank you|thank u|thx|tks|tnx|ty|tyvm|cheers|ta|much appreciated|appreciated|appreciate it|many thanks|谢谢|谢啦|谢了|多谢|3q|麻烦[你您]了|(?:太|非常|十分|真的|很)?感谢|辛苦)(?![\w-])[^?？\d_]{0,60}$/iu;

export const thanks = defineDialog({
  name: 'thanks',
  // Thanks are courtesy: they are looked for in what was typed.
  read: (_, { message }) => saidSo(isAlone(message) && THANKS.test(message.text.trim())),
  reply: (_, turn) => say(turn, WELCOME_THANKS),
});

function saidSo(isSo: boolean): true | null {
  return isSo || null;
}

/** Whoever sends a file with it wants the file to be read. */
function isAlone({ files, unreadable }: Message): boolean {
  return files.length === 0 && unreadable.length === 0;
}
