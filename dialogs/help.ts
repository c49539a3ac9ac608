import type { AdaptiveCard, ExecuteAction } from '#src/cards/adaptive-card.ts';
import { CASE_WORDS } from '#src/cards/case-words.ts';
import { execute } from '#src/cards/execute.ts';
import { foldedHelp } from '#src/cards/help-card.ts';
import type { Language } from '#src/language/text.ts';
import { hintCard } from './cases/case-view.ts';
import { defineDialog, type Tools } from './dialog.ts';
import { asWord } from './hearing/courtesy.ts';
import { anyOf, CARRIERS, isMadeOf } from './hearing/made-of.ts';
import { BARE_HELP, CASE_HELP, FOLLOW_UP_HELP, GENERAL_HELP, QUESTION_HELP } from './help-lines.ts';
import { withPageButton } from './paste-page.ts';
import { HOW_LONG, MESSAGE_MENU, WHAT_ELSE, WHAT_TO_SEND, WHO_I_AM } from './words.ts';

const ASKED = new Set([
  ...['help', 'help me', '/help', 'how', 'what can you do', 'what do you do', 'who are you', 'how does this work'],
  ...[
    '帮助',
    '/帮助',
    '说明',
    '怎么用',
    '怎么使用',
    '幫助',
    '你能做什么',
    '你会什么',
    '你是谁',
    '有什么功能',
    '能做什么',
  ],
]);

const CORE = anyOf(
  [
    'help, how (?:does|do) (?:this|it|you)(?: \\w{3,8})? work, how (?:do|can|to) (?:i |we )?use',
    'what can (?:i|we|you) (?:do|say|ask), commands, usage, manual',
  ],
  [
    '怎么用, 怎么使用, 咋用, 如何使用, 使用说明, 用法, 帮助, (?:哪些|什么)(?:命令|功能|指令), 命令列表, 能(?:做|干)(?:什么|啥|些什么)',
  ],
);
const BESIDE = anyOf(
  ['what, are, there, available, know, list, show, here, thing, bot, i, need, some, all, with'],
  ['机器人, 有, 都, 看看, 看, 列, 支持, 能, 可以, 呢, [?？]'],
);

function isAsked(word: string): boolean {
  return ASKED.has(word) || isMadeOf(word, CORE, BESIDE, ...CARRIERS);
}

export const help = defineDialog({
  name: 'help',
  // 你能 is courtesy elsewhere: what was typed counts as well.
  read: ({ plain }, { message }) => isAsked(asWord(plain)) || isAsked(asWord(message.text.trim())) || null,
  reply: (_, { language }, tools) => hintCard(helpWhole(language, tools)),
});

type Page = Pick<Tools, 'pastePage'>;

/** All that can be said to the bot, by subject. */
export function helpWhole(language: Language, tools: Page): AdaptiveCard {
  const parts = [GENERAL_HELP, QUESTION_HELP, CASE_HELP, BARE_HELP, FOLLOW_UP_HELP];
  const said = [WHO_I_AM, WHAT_TO_SEND, HOW_LONG, MESSAGE_MENU];
  const toSettings = execute(CASE_WORDS.settings[language], { verb: 'settings.show' });
  return withPageButton(foldedHelp(said, parts, [...ways(language), toSettings], language), language, tools);
}

/** What the bot is for, for those who have just got it. */
export function greetingCard(language: Language, tools: Page): AdaptiveCard {
  const toHelp = execute(CASE_WORDS.help[language], { verb: 'help.show' });
  const said = [WHO_I_AM, WHAT_TO_SEND, HOW_LONG, WHAT_ELSE];
  return withPageButton(foldedHelp(said, [], [...ways(language), toHelp], language), language, tools);
}

function ways(language: Language): ExecuteAction[] {
  return [
    execute(CASE_WORDS.trySample[language], { verb: 'help.sample' }),
    execute(CASE_WORDS.openCases[language], { verb: 'cases.list' }),
  ];
}
