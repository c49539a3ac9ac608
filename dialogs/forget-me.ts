import type { Text } from '#src/language/text.ts';
import { defineDialog } from './dialog.ts';
import { asWord } from './hearing/courtesy.ts';
import { anyOf, isMadeOf } from './hearing/made-of.ts';
import { hint } from './say.ts';

const ASKED = new Set([
  ...['forget me', 'delete my data', 'forget my data', 'delete what you know about me', 'erase my data'],
  ...['忘记我', '删除我的数据', '清除我的数据', '删除我的信息', '忘掉我', '刪除我的資料'],
]);

/** A case is forgotten by its number: it is none of these words. */
const FORGETTING = anyOf(
  ['(?:forget|delete|wipe|erase|remove|clear|purge)(?=.*(?:about me|my (?:data|info|information|details)))'],
  ['(?:删除|删掉|删了|删|清除|清空|忘记|忘掉), (?:数据|信息|资料)(?:都|全部)?(?:删除|删掉|删了|删|清除|清空|清掉)'],
);
const OWN_ZH = /我的?(?:所有|全部)?(?:个人)?(?:数据|信息|资料|隐私)|关于我/u;
const BESIDE = anyOf(
  [
    'everything, all, anything, you, know, have, stored, saved, remember, about, me, my, data, info',
    'information, details, personal, what, is, the, of, please, pls, that, from, here',
  ],
  ['把, 将, 请, 我, 的, 关于, 所有, 全部, 个人, 一切, 都, 掉, 你, 存, 记住, 数据, 信息, 资料, 隐私, 了, 吧, 一下, 帮'],
);

function isAsked(word: string): boolean {
  const isOwn = OWN_ZH.test(word) || /^[^\p{Script=Han}]*$/u.test(word);
  return ASKED.has(word) || (isOwn && isMadeOf(word, FORGETTING, BESIDE));
}

const DONE: Text = {
  en: 'Forgotten: the language that you chose or wrote in, which case you turned to last, and your thumbs. Your name stays in the timelines of the cases that you worked on, for as long as these are kept: forget case 3 deletes one.',
  zh: '已删除：您选择或使用的语言、您最近查看的案例，以及您的点赞和点踩。您在案例时间线中的姓名随案例保留；发送“忘记案例 3”可删除相应案例。',
};

/** What is remembered of a person, besides what they did to cases, goes when they say so. */
export const forgetMe = defineDialog({
  name: 'forget-me',
  read: ({ plain }) => isAsked(asWord(plain)) || null,
  reply: async (_, turn, { people }) => {
    const { author } = turn.message;
    if (author) {
      await people.forget(turn.target.tenant, author.id);
    }
    return { ...hint(turn, DONE), acts: true };
  },
});
