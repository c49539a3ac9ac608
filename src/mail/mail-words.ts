import { joined, LIST_COMMA } from '../language/joined.ts';
import type { Text } from '../language/text.ts';

/** What our mails say around the findings, in both languages. */
export const MAIL_WORDS = {
  hello: { en: 'Hello,', zh: '您好：' },
  regards: { en: 'Best regards', zh: '此致敬礼' },
  happened: { en: 'What happened', zh: '发生了什么' },
  concluded: { en: 'Conclusion', zh: '结论' },
  evidence: { en: 'Evidence', zh: '证据' },
  against: { en: 'What speaks against it', zh: '反对的证据' },
  others: { en: 'Why others are less likely', zh: '为何不像其他原因' },
  steps: { en: 'Next steps', zh: '后续步骤' },
  undo: { en: 'To undo:', zh: '恢复方法：' },
  needed: { en: 'What we need to go on', zh: '继续分析所需的信息' },
  commands: {
    en: 'Please run these commands on the dumps in WinDbg and send us their output, or send us the dumps themselves.',
    zh: '请在 WinDbg 中打开转储，运行以下命令并将输出发给我们；也可以直接提供转储文件。',
  },
  noDumps: {
    en: 'No debugger output has been added to this case yet.',
    zh: '本案例尚未添加调试器输出。',
  },
  pastesGone: {
    en: 'The debugger output itself is no longer kept; this is what its analysis showed.',
    zh: '调试器的原始输出已不再保留，以下为当时的分析结果。',
  },
} satisfies Record<string, Text>;

/** How many dumps the mail is about, and what they are called in it: `c1` to `c4`, one by one where one was taken out. */
export function analysed(ids: readonly string[]): Text {
  const [first = '', last = first] = [ids[0], ids.at(-1)];
  if (ids.length === 1) {
    return {
      en: 'We have analysed the debugger output of the crash dump. This is what it shows.',
      zh: '我们已分析崩溃转储的调试器输出，结果如下。',
    };
  }
  const isRow = Number(last.slice(1)) - Number(first.slice(1)) === ids.length - 1;
  const called = isRow ? { en: `${first} to ${last}`, zh: `${first} 至 ${last}` } : joined(ids, LIST_COMMA);
  return {
    en: `We have analysed the debugger output of ${ids.length} crash dumps, called ${called.en} below. This is what it shows.`,
    zh: `我们已分析 ${ids.length} 个崩溃转储的调试器输出（下文以 ${called.zh} 表示），结果如下。`,
  };
}

/** A dump that tells nothing alone, among others that do. */
export function sharesCause(others: readonly string[]): Text {
  const list = others.join(', ');
  return {
    en: `alone it does not name a cause; what it shares with ${list} does, see above.`,
    zh: `单独来看不足以指明原因；结合它与 ${list} 的共同点，见上。`,
  };
}
