import type { Text } from '../diagnosis/text.ts';

/** What our mails say around the findings, in both languages. */
export const MAIL_WORDS = {
  hello: { en: 'Hello,', zh: '您好：' },
  regards: { en: 'Best regards', zh: '此致敬礼' },
  happened: { en: 'What happened', zh: '发生了什么' },
  concluded: { en: 'Conclusion', zh: '结论' },
  evidence: { en: 'Evidence', zh: '证据' },
  against: { en: 'What speaks against it', zh: '反对的证据' },
  steps: { en: 'Next steps', zh: '后续步骤' },
  undo: { en: 'To undo:', zh: '恢复方法：' },
  needed: { en: 'What we need to go on', zh: '继续分析所需的信息' },
  intro: {
    en: 'We have read the debugger output of your crash dumps. This is what it shows.',
    zh: '我们已分析您提供的崩溃转储的调试器输出，结果如下。',
  },
  noDumps: {
    en: 'No debugger output has been added to this case yet.',
    zh: '本案例尚未添加调试器输出。',
  },
} satisfies Record<string, Text>;
