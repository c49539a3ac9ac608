import type { Case } from '#src/cases/case.ts';
import type { Text } from '#src/language/text.ts';

/** What is said where a change is taken back, or a case is opened with what lies there already. */

export function takenBack(did: Text): Text {
  return { en: `Taken back: ${did.en}.`, zh: `已撤销：${did.zh}。` };
}

export function nothingToUndo({ number }: Case): Text {
  return {
    en: `Nothing was changed in case ${number} that could be taken back. A paste or a note goes when you delete its message.`,
    zh: `案例 ${number} 没有可撤销的修改。删除相应消息即可移除粘贴内容或备注。`,
  };
}

export const UNTITLED: Text = { en: 'Dump without a stop code', zh: '没有停止代码的转储' };

export function openedWith({ number }: Case): Text {
  return {
    en: `Case ${number} is open with this dump. To give it another title: case ${number} title <title>`,
    zh: `已用此转储创建案例 ${number}。修改标题：案例 ${number} 标题 <标题>`,
  };
}

/** `case new` right after a paste. */
export const TAKEN_IN: Text = {
  en: 'What you pasted just before is in it.',
  zh: '您刚才粘贴的内容已加入其中。',
};

/** Several people have that in their names. */
export function whichOwner({ number }: Case, people: readonly string[]): Text {
  const [first = ''] = people;
  return {
    en: `Who of them: ${people.join(', ')}? For example: case ${number} owner ${first}`,
    zh: `是哪一位：${people.join('、')}？例如：案例 ${number} 负责人 ${first}`,
  };
}

export const READ_ALONE: Text = {
  en: 'Read as another dump than the one that you pasted just before.',
  zh: '已作为另一个转储读取，与您刚才粘贴的内容分开。',
};
