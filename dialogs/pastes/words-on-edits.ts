import type { CaseEvent } from '#src/cases/case-event.ts';
import { whatText } from '#src/cases/timeline.ts';
import type { Text } from '#src/language/text.ts';

/** What is said about messages that were edited, deleted or brought back. */

export const EDIT_READ: Text = {
  en: 'Your edit is read in place of what you pasted before.',
  zh: '已按编辑后的内容重新读取。',
};

export const EDIT_CHANGES_NOTHING: Text = {
  en: 'The edit changes nothing of what I read.',
  zh: '此次编辑未改变已读取的内容。',
};

export const EDIT_LEFT_NOTHING: Text = {
  en: 'The edited message holds no debugger output any more: what was kept of it is deleted.',
  zh: '编辑后的消息中已没有调试器输出，先前保存的内容已删除。',
};

export const PASTE_AGAIN: Text = {
  en: 'What the message had pasted is deleted here. Paste it again, with the number of its case.',
  zh: '该消息粘贴的内容在这里已删除。请连同案例编号重新粘贴。',
};

export const RESTORED: Text = {
  en: 'The message is back, and so is what it pasted.',
  zh: '消息已恢复，其粘贴的内容也已恢复。',
};

export const DONE_ALREADY: Text = {
  en: 'This was done when the message was sent; the edit changes nothing about it.',
  zh: '该命令在消息发送时已执行，此次编辑没有影响。',
};

/** A command is carried out once; an edit that means something else has to be said anew. */
export function stillDone(what: CaseEvent['what'], number: number): Text {
  const { en, zh } = whatText(what);
  return {
    en: `Case ${number} stays as the message left it when it was sent (${en}). An edited command is not carried out again: send it as a new message.`,
    zh: `案例 ${number} 保持消息发送时的结果（${zh}）。编辑过的命令不会再次执行，请作为新消息发送。`,
  };
}

export function movedToCase(from: number): Text {
  return {
    en: `Taken out of case ${from}, because the edit names another one.`,
    zh: `编辑后指向另一案例，已从案例 ${from} 移除。`,
  };
}

/** `others`: whether the case has dumps besides those that went. */
export function takenWithMessage(number: number, dumps: readonly string[], others: boolean): Text {
  const [list, listed] = [dumps.join(', '), dumps.join('、')];
  return {
    en: `The deleted message was a paste of case ${number}: its text is deleted${list === '' ? '' : `, and ${list} with it`}.${others ? ' The other dumps keep their numbers.' : ''}`,
    zh: `被删除的消息是案例 ${number} 的粘贴内容：其文本已删除${listed === '' ? '' : `，${listed} 随之移除`}。${others ? '其他转储的编号不变。' : ''}`,
  };
}

export function noteWithdrawn(number: number): Text {
  return {
    en: `The deleted message was a note of case ${number}: its text is deleted.`,
    zh: `被删除的消息是案例 ${number} 的备注：其文本已删除。`,
  };
}
