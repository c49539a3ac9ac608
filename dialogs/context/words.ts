import type { Text } from '#src/language/text.ts';

/** What is said to few words without a number. */

export const SEEN: Text = { en: '👍', zh: '👍' };

export const NOTHING_RUNS: Text = {
  en: 'Nothing of mine is running. "undo" takes back the last change of a case, "follow-ups off" ends the reminders here.',
  zh: '目前没有正在进行的操作。发送“撤销”可撤回案例的上一次修改，发送“跟进提醒 关闭”可停止本会话的提醒。',
};

export const NO_CASE_HERE: Text = {
  en: 'There is no case in this conversation yet. Open one: case new <title>',
  zh: '本会话中还没有案例。新建：新建案例 <标题>',
};

export const PASTE_HAS_NO_CASE: Text = {
  en: 'What you pasted last lies in no case. Open one with it, or put it into one:',
  zh: '您最近粘贴的内容尚不属于任何案例。可以为它新建案例，或加入已有案例：',
};

/** After "undo", where the paste is the last thing that somebody sent and no change of theirs came before it. */
export const NOTHING_TO_TAKE_BACK: Text = {
  en: 'There is nothing to undo: what you pasted last lies in no case, and reading it changed none.',
  zh: '没有可撤销的操作：您最近粘贴的内容不属于任何案例，分析它也没有修改案例。',
};

/** `said` with a number before it. */
export function whichCase(said: string | undefined, number: number): Text {
  const example = said === undefined || said.length > 60 ? { en: 'archive', zh: '归档' } : { en: said, zh: said };
  return {
    en: `Which case? For example: case ${number} ${example.en}`,
    zh: `哪个案例？例如：案例 ${number} ${example.zh}`,
  };
}

/** Words that are neither a command nor a dump, while a case is at hand. */
export function noWordsFor(number: number): readonly Text[] {
  return [
    {
      en: `This is no command that I know, and I see no dump in it. To keep it in case ${number}, begin with: note`,
      zh: `没有识别出命令，其中也没有转储。如需记入案例 ${number}，请以“备注”开头。`,
    },
  ];
}

export const NO_DUMP_BUT_ASK: readonly Text[] = [
  {
    en: 'This is no command that I know, and I see no dump in it. About what you pasted last you can ask:',
    zh: '没有识别出命令，其中也没有转储。关于您最近粘贴的内容，可以这样问：',
  },
];
