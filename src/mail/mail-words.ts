import type { Text } from '../language/text.ts';

/** What our mails say around the findings, in both languages. */
export const MAIL_WORDS = {
  hello: { en: 'Hello,', zh: '您好：' },
  regards: { en: 'Best regards', zh: '此致\n敬礼！' },
  because: { en: 'What this rests on:', zh: '主要依据：' },
  steps: { en: 'What to do', zh: '建议的操作' },
  undo: { en: 'To undo:', zh: '恢复方法：' },
  needed: { en: 'What we need from you', zh: '需要您提供的信息' },
  surer: { en: 'What would make this surer', zh: '可进一步确认结论的信息' },
  commands: {
    en: 'Please open the dumps in WinDbg, run these commands and send us their output; or send us the dumps themselves.',
    zh: '请在 WinDbg 中打开转储，运行以下命令并将输出发给我们；也可以直接提供转储文件。',
  },
  happened: { en: 'What the dumps show', zh: '转储分析' },
  linked: { en: 'What they have in common', zh: '各次崩溃的共同点' },
  evidence: { en: 'Evidence', zh: '证据' },
  leads: { en: 'Leads, not enough to name a cause', zh: '线索（尚不足以下结论）' },
  against: { en: 'What does not fit', zh: '与结论不完全相符之处' },
  others: { en: 'Why not the others', zh: '为何不是其他对象' },
  vendorFacts: { en: 'Facts for the vendor', zh: '供厂商参考的信息' },
  notNamed: { en: 'It does not show a cause yet.', zh: '尚不能判断原因。' },
  aloneUnknown: {
    en: 'Alone it does not show a cause; together with the others it does.',
    zh: '单独来看不足以判断原因，需结合其他转储。',
  },
  programOnly: { en: 'A program stopped; Windows went on running.', zh: '停止的是应用程序，Windows 仍在运行。' },
  programShown: { en: 'The output is of a program, not of Windows.', zh: '内容来自应用程序，而不是 Windows。' },
  onPurpose: {
    en: 'This crash was made on purpose: nothing failed by itself. The question is why it was made.',
    zh: '此次崩溃是人为触发的，并非系统自身出错；需要弄清的是为何触发。',
  },
  running: {
    en: 'This was taken from a machine that is running: nothing crashed in it.',
    zh: '这是从正在运行的计算机上取得的信息，其中没有崩溃。',
  },
  pastesGone: {
    en: 'These are the results of our analysis as recorded; the debugger output itself is no longer kept.',
    zh: '以下为当时记录的分析结果，调试器的原始输出已不再保留。',
  },
} satisfies Record<string, Text>;
