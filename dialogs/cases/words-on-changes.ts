import type { Case } from '#src/cases/case.ts';
import type { CaseEvent } from '#src/cases/case-event.ts';
import { cleanLine } from '#src/cases/clean-text.ts';
import { whatText } from '#src/cases/timeline.ts';
import type { Text } from '#src/language/text.ts';

/** What is said where a change is taken back, or a case is opened with what lies there already. */

export function takenBack(did: Text): Text {
  return { en: `Taken back: ${did.en}.`, zh: `已撤销：${did.zh}。` };
}

/** How a note that was taken back is told in the record: its text may have to go with its message. */
export const A_NOTE: Text = { en: 'a note', zh: '一条备注' };

const LONGEST_TOLD = 200;

export function noteTakenBack(note: string): Text {
  const text = cleanLine(note, LONGEST_TOLD);
  return { en: `Taken back: the note "${text}".`, zh: `已撤销备注：“${text}”。` };
}

export function nothingToUndo({ number }: Case): Text {
  return {
    en: `Nothing was changed in case ${number} that could be taken back. A dump is taken out by its number: case ${number} remove c1`,
    zh: `案例 ${number} 没有可撤销的修改。转储按编号移除：案例 ${number} 移除 c1`,
  };
}

/** "undo" right after a paste: it is not undone, and what came before it was not meant. */
export function pasteStays({ number }: Case, dumps: readonly string[], before: CaseEvent | null): Text {
  const [dump] = dumps;
  const last = before && (before.what.kind === 'noted' ? A_NOTE : whatText(before.what));
  const way: Text =
    dump === undefined
      ? { en: 'It goes when its message is deleted.', zh: '删除相应消息即可移除。' }
      : { en: `To take it out: case ${number} remove ${dump}`, zh: `如需移除：案例 ${number} 移除 ${dump}` };
  const button: Text =
    last === null
      ? { en: '', zh: '' }
      : {
          en: ` The change before it (${last.en}) is taken back by the button below.`,
          zh: `。此前的修改（${last.zh}）可用下方按钮撤销。`,
        };
  return {
    en: `Nothing was undone: the last thing in case ${number} is a paste. ${way.en}${button.en}`,
    zh: `没有撤销任何内容：案例 ${number} 最近的操作是粘贴。${way.zh}${button.zh}`,
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
