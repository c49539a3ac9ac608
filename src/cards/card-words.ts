import type { Text } from '../language/text.ts';

/** Words that only a card says; those shared with the terminal are in `reply/words.ts`. */
export const CARD_WORDS = {
  details: { en: 'Details', zh: '详细信息' },
  byModel: {
    en: 'This paragraph was worded by AI; the verdict and the evidence come from fixed rules.',
    zh: '此段文字由 AI 撰写；结论和证据来自固定规则。',
  },
} satisfies Record<string, Text>;

/** Fewer crashes in a message leave more room for each. */
export function shortened(crashes: number): Text {
  return {
    en: `Shortened to fit into a Teams message.${crashes > 1 ? ' Send the crashes one by one for all details.' : ''}`,
    zh: `为适应 Teams 消息长度已作删减。${crashes > 1 ? '逐个发送各次崩溃可获得完整内容。' : ''}`,
  };
}

export function moreCrashes(count: number): Text {
  return { en: `… and ${count} more crashes`, zh: `……另有 ${count} 次崩溃` };
}

export function moreSteps(count: number): Text {
  return { en: count === 1 ? 'One more step' : `${count} more steps`, zh: `另外 ${count} 个步骤` };
}
