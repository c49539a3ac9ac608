import type { Text } from '../language/text.ts';

/** Words that only a card says; those shared with the terminal are in `reply/words.ts`. */
export const CARD_WORDS = {
  fullReport: { en: 'Full report', zh: '完整报告' },
  crashes: { en: 'Crashes', zh: '各次崩溃' },
  /** A button: the heading behind it says it in full. */
  others: { en: 'Why not others', zh: '排除其他' },
  notes: { en: 'Notes', zh: '提示' },
  back: { en: 'Back', zh: '返回' },
  inWords: { en: 'In words', zh: '用文字说明' },
  inWordsForCustomer: { en: 'In words for the customer', zh: '给客户的文字说明' },
  byModel: {
    en: 'Worded by AI from the evidence above, without the paste; the verdict comes from fixed rules.',
    zh: '由 AI 根据上面的证据撰写，未使用粘贴内容；结论来自固定规则。',
  },
} satisfies Record<string, Text>;

/** Where nothing is kept, nothing can be fetched. */
export const SHORTENED: Text = {
  en: 'Shortened to fit into a Teams message. Paste the text into a chat with me to open all of it.',
  zh: '为适应 Teams 消息长度已作删减。把内容粘贴到与我的聊天中，即可展开全部内容。',
};

export const LEFT_OUT: Text = {
  en: 'Teams takes no longer message: the last details are left out.',
  zh: 'Teams 消息长度有限，末尾的部分细节未列出。',
};

export function moreCrashes(count: number): Text {
  return { en: `${count} more crashes`, zh: `另有 ${count} 次崩溃` };
}

export function showCrash(id: string): Text {
  return { en: `Show ${id}`, zh: `显示 ${id}` };
}
