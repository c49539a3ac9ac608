import type { Text } from '../diagnosis/text.ts';
import type { Confidence } from '../diagnosis/verdict/verdict.ts';

/** Every fixed word of a reply, in both languages. Sentences with values are small functions. */

export const CONFIDENCE: Readonly<Record<Confidence, Text>> = {
  high: { en: 'high confidence', zh: '可信度高' },
  medium: { en: 'medium confidence', zh: '可信度中' },
  low: { en: 'low confidence', zh: '可信度低' },
};

export const LABELS = {
  windows: { en: 'Windows', zh: 'Windows' },
  process: { en: 'Process', zh: '进程' },
  symbol: { en: 'Failing symbol', zh: '出错符号' },
  blamed: { en: '!analyze blames', zh: '!analyze 归咎于' },
  bucket: { en: 'Failure bucket', zh: '故障桶' },
  verdict: { en: 'Verdict', zh: '结论' },
  shared: { en: 'One cause for several crashes', zh: '多次崩溃，同一原因' },
  arguments: { en: 'Arguments', zh: '参数' },
  evidenceFor: { en: 'Evidence for', zh: '支持的证据' },
  evidenceAgainst: { en: 'Evidence against', zh: '反对的证据' },
  considered: { en: 'Also considered', zh: '也考虑过' },
  steps: { en: 'Next steps', zh: '后续步骤' },
  undo: { en: 'To undo', zh: '如何恢复' },
  why: { en: 'Why', zh: '理由' },
  run: { en: 'Run next in the debugger', zh: '接下来在调试器中运行' },
  trace: { en: 'What I looked at', zh: '我检查了什么' },
  warnings: { en: 'Please note', zh: '请注意' },
} satisfies Record<string, Text>;

/** Between a title and its text. */
export const COLON: Text = { en: ': ', zh: '：' };

/** What a culprit is called in a sentence. */
export function culpritName(culprit: string): Text {
  if (culprit === 'hardware') return { en: 'the hardware', zh: '硬件' };
  if (culprit === 'os') return { en: 'Windows itself', zh: 'Windows 自身' };
  return { en: culprit, zh: culprit };
}

export function verdictSentence(culprit: string, confidence: Confidence): Text {
  if (culprit === 'unknown') {
    return {
      en: 'Not enough evidence to name a cause. Nobody is accused; the commands below would decide.',
      zh: '证据不足，尚不能指明原因。目前不归咎于任何驱动；运行下面的命令即可判定。',
    };
  }
  const name = culpritName(culprit);
  const sure = CONFIDENCE[confidence];
  return { en: `Suspect: ${name.en} (${sure.en}).`, zh: `嫌疑对象：${name.zh}（${sure.zh}）。` };
}

export function groupSentence(ids: readonly string[], culprit: string, confidence: Confidence): Text {
  const list = ids.join(', ');
  if (culprit === 'unknown') {
    return {
      en: `${list} very likely have one cause, which is not known yet.`,
      zh: `${list} 很可能是同一原因，但该原因尚未查明。`,
    };
  }
  const name = culpritName(culprit);
  const sure = CONFIDENCE[confidence];
  return {
    en: `${list} have one cause: ${name.en} (${sure.en}).`,
    zh: `${list} 出自同一原因：${name.zh}（${sure.zh}）。`,
  };
}

export function withoutBugcheck(kind: 'kernel' | 'user' | 'live'): Text {
  if (kind === 'user') return { en: 'Application crash (no stop code)', zh: '应用程序崩溃（没有停止代码）' };
  return { en: 'Debugger output without a stop code', zh: '没有停止代码的调试器输出' };
}
