import type { Confidence } from '../../diagnosis/verdict/verdict.ts';
import type { Text } from '../../language/text.ts';

/** The fixed words of a story. The figures are the promises of `Verdict.confidence`. */

export const PROMISE: Readonly<Record<Confidence, Text>> = {
  high: {
    en: 'High confidence: of verdicts called high, at least 97 in 100 are right.',
    zh: '置信度高：标为“高”的结论，100 个中至少 97 个正确。',
  },
  medium: {
    en: 'Medium confidence: of verdicts called medium, at least 80 in 100 are right.',
    zh: '置信度中：标为“中”的结论，100 个中至少 80 个正确。',
  },
  low: {
    en: 'Low confidence: the first lead to follow, not a finding; it promises no figure.',
    zh: '置信度低：只是应首先查证的线索，不是定论，也不保证正确率。',
  },
};

export const TOLD: Text = {
  en: 'A person tells of this stop; no debugger printed it.',
  zh: '此停止由人描述，没有调试器输出可以印证。',
};

export const KEPT_RUNNING: Text = {
  en: 'Windows kept running: it only wrote a live dump.',
  zh: 'Windows 没有停止运行，只是写出了实时转储。',
};

export const MADE_TO_LOOK: Text = {
  en: 'The stop was asked for by somebody, to look at a machine that hung.',
  zh: '此次停止是人为触发的，目的是查看挂起的系统。',
};

export const NO_STOP_SHOWN: Text = {
  en: 'The output shows no stop code, so it does not say what stopped Windows.',
  zh: '输出中没有停止代码，看不出 Windows 因何停止。',
};

export const NOBODY_FAILED: Text = {
  en: 'No driver is accused: who ran at that moment did not fail.',
  zh: '不归咎于任何驱动：当时正在运行的代码并没有出错。',
};

export const NO_DRIVER_OF_A_PROGRAM: Text = {
  en: 'No driver is accused: the fault lies in the program or in what it loads.',
  zh: '不归咎于任何驱动：问题出在该程序或其加载的组件中。',
};

export const NO_LEAD: Text = {
  en: 'Nobody is accused: nothing in the paste speaks for one driver.',
  zh: '目前不归咎于任何驱动：粘贴内容中没有指向某个驱动的证据。',
};

export function onlyLead(name: Text, evidence: Text): Text {
  return {
    en: `Nobody is accused: the best lead, ${name.en}, is too weak. ${evidence.en}`,
    zh: `目前不归咎于任何驱动：最强的线索（${name.zh}）仍不足以指认。${evidence.zh}`,
  };
}

export function usualCauses({ en, zh }: Text): Text {
  return { en: `Usual causes: ${en}`, zh: `常见原因：${zh}` };
}

export function wrongIf({ en, zh }: Text): Text {
  return { en: `What could make it wrong: ${en}`, zh: `可能推翻此结论的情形：${zh}` };
}

export function alsoPossible({ en, zh }: Text): Text {
  return { en: `Next in question: ${en}.`, zh: `其次可能的是：${zh}。` };
}

export function remain(names: readonly Text[]): Text {
  const [first, second] = names;
  if (!first || !second) {
    return { en: `What remains: ${first?.en ?? ''}.`, zh: `仍有可能的原因：${first?.zh ?? ''}。` };
  }
  return {
    en: `Two explanations remain: ${first.en}, or ${second.en}.`,
    zh: `还剩两种可能：${first.zh}，或者${second.zh}。`,
  };
}

/** `isOpen`: two explanations remain, and the command is to tell them apart. */
export function decides(command: string, isOpen: boolean): Text {
  return isOpen
    ? { en: `To tell them apart, run first: ${command}`, zh: `要区分二者，请先运行：${command}` }
    : { en: `Run next: ${command}`, zh: `接下来运行：${command}` };
}

/** Where nobody is named there is no other one yet. */
export const SOME_DRIVER: Text = { en: 'a driver from outside Windows', zh: '某个非 Windows 驱动' };

export function programStopped(program: string | null, module: string | null, exception: string | null): Text {
  const en = [program, module === null ? null : `in ${module}`, exception].filter((part) => part !== null);
  const zh = [program, module === null ? null : `出错模块 ${module}`, exception].filter((part) => part !== null);
  return {
    en: `A program stopped, not Windows${en.length > 0 ? ` (${en.join(', ')})` : ''}.`,
    zh: `停止的是应用程序，而不是 Windows${zh.length > 0 ? `（${zh.join('，')}）` : ''}。`,
  };
}

/** What a dump of a group tells that accuses nobody by itself. */
export const LINKED_ONLY: Text = {
  en: 'Names nobody by itself; it is linked to the others.',
  zh: '单独看不能指明原因，但与其他转储相关联。',
};
