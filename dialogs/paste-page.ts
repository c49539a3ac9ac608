import type { AdaptiveCard } from '#src/cards/adaptive-card.ts';
import { leadLines } from '#src/cards/case-card.ts';
import { makeCard } from '#src/cards/make-card.ts';
import { pageButton } from '#src/cards/page-button.ts';
import type { Language, Text } from '#src/language/text.ts';
import { hintCard } from './cases/case-view.ts';
import { defineDialog, type Tools } from './dialog.ts';
import { asWord } from './hearing/courtesy.ts';
import { anyOf, CARRIERS, isMadeOf } from './hearing/made-of.ts';
import { hint } from './say.ts';
import { HOW_LONG } from './words.ts';

const ASKED = new Set([
  ...['paste page', 'paste', 'page', 'upload', 'open the paste page', 'open paste page', 'long output', 'long paste'],
  ...['粘贴页', '粘贴页面', '打开粘贴页', '打开粘贴页面', '粘贴', '上传', '长输出', '粘贴长输出', '貼上頁面', '上傳'],
]);

const CORE = anyOf(
  [
    '(?:paste|upload) (?:page|link|form), too (?:long|big|large)(?: for)?, (?:big|large|long|huge) (?:logs?|files?|outputs?|dumps?|pastes?)',
    "(?:doesn't|does not|won't|don't) fit, upload, (?:can't|cannot|won't|unable to|not able to)(?: let me)? (?:paste|upload|send|attach|fit)",
  ],
  [
    '粘贴页面?, 上传, 很大, 很长, 好长, 太长, 过长, 太大, 发不了, 发不出去?, 放不下, 贴不下, 贴不进[去来]?, 传不上[来去], 发不上[来去], 传不了, 超长',
  ],
);
const BESIDE = anyOf(
  [
    'output, text, paste, log, logs, file, files, message, messages, dump, teams, chat, my, is, are',
    'where, how, do, i, put, send, upload, what, page, link, open, show, give, need, get, here, should',
    'in, and, much, all, whole, everything, so, that, more, it, as, one, go',
  ],
  [
    '内容, 输出, 文本, 日志, 文件, 消息, 转储, 怎么办, 咋办, 怎么, 咋, 如何, 发, 贴, 粘贴, 在哪里?, 哪里, 页面, 链接, 打开, 太, 有点, 这么, 那么, 多, 长, 大, 日志, 不, 呢, 要, 想, 能',
    '往, 到, 进, [?？]',
  ],
);

function isAsked(word: string): boolean {
  return ASKED.has(word) || isMadeOf(word, CORE, BESIDE, ...CARRIERS);
}

const WHAT_FOR: Text = {
  en: 'On the paste page there is room for 8 MB, and for .txt, .log and .zip files, in channels and group chats too. The button opens it for you alone; the answer comes here.',
  zh: '粘贴页可容纳 8 MB 文本，也可以上传 .txt、.log 和 .zip 文件，频道和群聊中同样可用。按钮打开的页面仅供您本人使用，结果会发到这里。',
};

/** Asks for the page on which long output is pasted. */
export const pastePage = defineDialog({
  name: 'paste-page',
  read: ({ plain }) => isAsked(asWord(plain)) || null,
  reply: (_, turn, tools) => {
    if (!tools.pastePage) {
      return hint(turn, HOW_LONG);
    }
    return hintCard(pageOffer([WHAT_FOR], turn.language));
  },
});

/** A few words with the button below them. */
export function pageOffer(said: readonly Text[], language: Language): AdaptiveCard {
  const spoken = said.map((text) => text[language]).join(' ');
  const card = makeCard(leadLines(said, language), spoken, language);
  return withButton(card, language);
}

/** The card with a button that opens the page, where there is one. */
export function withPageButton(
  card: AdaptiveCard,
  language: Language,
  { pastePage: isThere }: Pick<Tools, 'pastePage'>,
): AdaptiveCard {
  return isThere ? withButton(card, language) : card;
}

function withButton(card: AdaptiveCard, language: Language): AdaptiveCard {
  return { ...card, body: [...card.body, pageButton(language)] };
}
