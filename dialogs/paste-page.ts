import type { AdaptiveCard } from '#src/cards/adaptive-card.ts';
import { leadLines } from '#src/cards/case-card.ts';
import { makeCard } from '#src/cards/make-card.ts';
import { pageButton } from '#src/cards/page-button.ts';
import type { Language, Text } from '#src/language/text.ts';
import { hintCard } from './cases/case-view.ts';
import { defineDialog, type Tools } from './dialog.ts';
import { asWord } from './hearing/courtesy.ts';
import { hint } from './say.ts';
import { HOW_LONG } from './words.ts';

const ASKED = new Set([
  ...['paste page', 'paste', 'page', 'upload', 'open the paste page', 'open paste page', 'long output', 'long paste'],
  ...['粘贴页', '粘贴页面', '打开粘贴页', '打开粘贴页面', '粘贴', '上传', '长输出', '粘贴长输出', '貼上頁面', '上傳'],
]);

const WHAT_FOR: Text = {
  en: 'On the paste page there is room for 8 MB, and for .txt, .log and .zip files, in channels and group chats too. The button opens it for you alone; the answer comes here.',
  zh: '粘贴页可容纳 8 MB 文本，也可以上传 .txt、.log 和 .zip 文件，频道和群聊中同样可用。按钮打开的页面仅供您本人使用，结果会发到这里。',
};

/** Asks for the page on which long output is pasted. */
export const pastePage = defineDialog({
  name: 'paste-page',
  read: ({ plain }) => ASKED.has(asWord(plain)) || null,
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
