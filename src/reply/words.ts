import type { Hex } from '../diagnosis/facts.ts';
import type { Confidence } from '../diagnosis/verdict/verdict.ts';
import { spaced } from '../language/chinese-spacing.ts';
import { joined, LIST_COMMA } from '../language/joined.ts';
import type { Text } from '../language/text.ts';

/** Every fixed word of a reply, in both languages. Sentences with values are small functions. */

export const CONFIDENCE: Readonly<Record<Confidence, Text>> = {
  high: { en: 'high confidence', zh: '置信度高' },
  medium: { en: 'medium confidence', zh: '置信度中' },
  low: { en: 'low confidence', zh: '置信度低' },
};

export const LABELS = {
  windows: { en: 'Windows', zh: 'Windows' },
  told: { en: 'Told by a person, not printed', zh: '来自人的描述（非调试器输出）' },
  toldCauses: { en: 'What a person says it was', zh: '有人所说的原因' },
  readAs: { en: 'Name read as', zh: '名称识别为' },
  process: { en: 'Process', zh: '进程' },
  symbol: { en: 'Failing symbol', zh: '出错符号' },
  blamed: { en: '!analyze blames', zh: '!analyze 归咎于' },
  bucket: { en: 'Failure bucket', zh: '故障桶' },
  exception: { en: 'Exception', zh: '异常' },
  faultingModule: { en: 'Faulting module', zh: '出错模块' },
  /** Observations err, too: a rest is kept of what they rule out. */
  excluded: { en: 'As good as ruled out', zh: '基本可以排除' },
  remaining: { en: 'Still possible', zh: '仍有可能' },
  verdict: { en: 'Verdict', zh: '结论' },
  shared: { en: 'One cause for several crashes', zh: '多次崩溃，同一原因' },
  oneDump: { en: 'One dump in several parts', zh: '同一个转储的多个部分' },
  arguments: { en: 'Arguments', zh: '参数' },
  facts: { en: 'What the paste shows', zh: '粘贴内容显示' },
  leads: { en: 'Leads, too weak to accuse', zh: '线索（尚不足以指认）' },
  unlikely: { en: 'Less likely', zh: '可能性较低' },
  whyNotOthers: { en: 'Why not the others', zh: '为何不是其他对象' },
  considered: { en: 'Also considered', zh: '也考虑过' },
  steps: { en: 'Next steps', zh: '后续步骤' },
  first: { en: 'First', zh: '首先' },
  allSteps: { en: 'All steps', zh: '全部步骤' },
  evidence: { en: 'Evidence', zh: '证据' },
  whatEachShows: { en: 'What each part adds', zh: '各部分的贡献' },
  whatEachAdds: { en: 'What each crash adds', zh: '各次崩溃的贡献' },
  undo: { en: 'To undo', zh: '如何恢复' },
  why: { en: 'Why', zh: '理由' },
  run: { en: 'Run next in the debugger', zh: '接下来在调试器中运行' },
  trace: { en: 'What I looked at', zh: '我检查了什么' },
  warnings: { en: 'Please note', zh: '请注意' },
} satisfies Record<string, Text>;

/** A name in the paste that is no name of a stop, and the one that was meant. */
export function readAs(printed: string, meant: string): Text {
  return { en: `${meant} (the paste has ${printed})`, zh: `${meant}（粘贴内容中为 ${printed}）` };
}

/** What a culprit is called in a sentence. */
export function culpritName(culprit: string): Text {
  if (culprit === 'hardware') {
    return { en: 'the hardware', zh: '硬件' };
  }
  if (culprit === 'os') {
    return { en: 'Windows itself', zh: 'Windows 自身' };
  }
  return { en: culprit, zh: culprit };
}

/** What a suspect is called where a sentence about it follows. */
export function suspectLabel(suspect: string): Text {
  if (suspect === 'hardware') {
    return { en: 'hardware', zh: '硬件' };
  }
  if (suspect === 'os') {
    return { en: 'Windows', zh: 'Windows 自身' };
  }
  return { en: suspect, zh: suspect };
}

/** Headings that cannot be misread: "evidence against a driver" is also what incriminates it. */
export function pointsTo(culprit: string): Text {
  const name = culpritName(culprit);
  return { en: `Points to ${name.en}`, zh: `指向${spaced(name.zh)}的证据` };
}

export function pointsAwayFrom(culprit: string): Text {
  const name = culpritName(culprit);
  return { en: `Points away from ${name.en}`, zh: `与怀疑${spaced(name.zh)}不符的证据` };
}

/** Before its name in Chinese: the machine and Windows are no drivers. */
export function suspectWord(culprit: string): string {
  return culprit === 'hardware' || culprit === 'os' ? '可疑对象' : '可疑驱动';
}

export function verdictSentence(culprit: string, confidence: Confidence): Text {
  if (culprit === 'unknown') {
    return {
      en: 'Not enough evidence to name a cause yet. Nobody is accused.',
      zh: '证据不足，尚不能判断原因，目前不指认任何驱动。',
    };
  }
  const name = culpritName(culprit);
  const sure = CONFIDENCE[confidence];
  return { en: `Suspect: ${name.en} (${sure.en}).`, zh: `${suspectWord(culprit)}：${name.zh}（${sure.zh}）。` };
}

/** `c1–c5` where they follow one another, else each by its number. */
export function crashList(ids: readonly string[]): Text {
  const numbers = ids.map((id) => Number(id.slice(1)));
  const isRun = ids.length > 2 && numbers.every((number, at) => number === (numbers[0] ?? 0) + at);
  const range = `${ids[0]}–${ids.at(-1)}`;
  return isRun ? { en: range, zh: range } : joined(ids, LIST_COMMA);
}

export function groupSentence({ crashes, dumps, culprit, confidence, likely = [] }: SharedCause): Text {
  const list = crashList(crashes);
  if (dumps?.length === 1) {
    return oneDumpSentence(list, culprit, confidence);
  }
  if (culprit === 'unknown') {
    return {
      en: `${list.en} very likely have one cause, which is not known yet.`,
      zh: `${list.zh} 很可能出自同一原因，但尚未查明。`,
    };
  }
  const name = culpritName(culprit);
  const sure = CONFIDENCE[confidence];
  if (likely.length > 0) {
    const certain = crashList(crashes.filter((id) => !likely.includes(id)));
    const rest = crashList(likely);
    return {
      en: `${certain.en}: ${name.en} (${sure.en}); ${rest.en} probably too.`,
      zh: `${certain.zh}：${name.zh}（${sure.zh}）；${rest.zh} 很可能也是。`,
    };
  }
  return {
    en: `${list.en} have one cause: ${name.en} (${sure.en}).`,
    zh: `${list.zh} 出自同一原因：${name.zh}（${sure.zh}）。`,
  };
}

function oneDumpSentence(list: Text, culprit: string, confidence: Confidence): Text {
  if (culprit === 'unknown') {
    return {
      en: `${list.en} are one dump, whose cause is not known yet.`,
      zh: `${list.zh} 是同一个转储，原因尚未查明。`,
    };
  }
  const name = culpritName(culprit);
  const sure = CONFIDENCE[confidence];
  return {
    en: `${list.en} are one dump: ${name.en} (${sure.en}).`,
    zh: `${list.zh} 是同一个转储：${name.zh}（${sure.zh}）。`,
  };
}

/** Crashes with one cause; `likely` are those that only a reason with a condition ties to the others. */
interface SharedCause {
  readonly crashes: readonly string[];
  /** The same by the dump that they are views of; absent in what was kept of a case. */
  readonly dumps?: readonly (readonly string[])[];
  readonly culprit: string;
  readonly confidence: Confidence;
  readonly likely?: readonly string[] | undefined;
}

/** For a dump that names nobody alone while others with the same cause do. */
export function linkedSentence(id: string, { crashes, culprit, confidence, likely = [] }: SharedCause): Text {
  const isLikely = likely.includes(id);
  const list = crashList(crashes.filter((other) => other !== id && !(isLikely && likely.includes(other))));
  const name = culpritName(culprit);
  const sure = CONFIDENCE[confidence];
  return {
    en: `This dump alone names no cause. It is ${isLikely ? 'probably ' : ''}linked to ${list.en}: ${name.en} (${sure.en}${isLikely ? ' there' : ''}).`,
    zh: `仅凭此转储尚不能指明原因。它${isLikely ? '很可能' : ''}与 ${list.zh} 相关联：${name.zh}（${sure.zh}）。`,
  };
}

export const APPLICATION_STOPPED: Text = {
  en: 'An application stopped, not Windows. No driver is accused.',
  zh: '停止的是应用程序，而不是 Windows。不归咎于任何驱动。',
};

/** A program in a debugger that need not have stopped. */
export const PROGRAM_SHOWN: Text = {
  en: 'The output is of an application, not of Windows. No driver is accused.',
  zh: '内容来自应用程序，而不是 Windows。不归咎于任何驱动。',
};

export const MADE_ON_PURPOSE: Text = {
  en: 'This crash was made on purpose: nothing failed by itself, and nobody is accused. The question is why it was made.',
  zh: '此次崩溃是人为触发的：并非系统自身出错，不归咎于任何驱动。要弄清的是为何触发。',
};

export const RUNNING_SESSION: Text = {
  en: 'This is a session on a machine that is running: nothing crashed in it, and nobody is accused.',
  zh: '这是对正在运行的计算机的调试会话：其中没有崩溃，不指认任何驱动。',
};

const UNLISTED_CODE: Text = {
  en: 'The public reference does not list this stop code. A driver may stop Windows with a code of its own: whoever called KeBugCheckEx raised it, and only its maker knows what the arguments mean.',
  zh: '公开参考未列出此停止代码。驱动可以用自己的代码让 Windows 停止：它由调用 KeBugCheckEx 的代码触发，参数的含义只有其厂商知道。',
};

/** From 0xc0000000 on the numbers of stop codes are status codes of Windows. */
const UNLISTED_STATUS: Text = {
  en: 'The public reference does not list this stop code. Its number is a status code of Windows (NTSTATUS): a hard error after which Windows could not go on. "!error" with the number says which one.',
  zh: '公开参考未列出此停止代码。该数值是 Windows 的状态代码 (NTSTATUS)：发生了 Windows 无法继续运行的严重错误。用“!error”加该数值可查看其含义。',
};

export function unlisted(code: string): Text {
  return code.startsWith('0xc000') ? UNLISTED_STATUS : UNLISTED_CODE;
}

/** Where in the paste a warning is about; `crash` only where there are several. */
export function warningPlace(crash: string | null, line: number | null): Text {
  if (line === null) {
    return { en: crash ?? '', zh: crash ?? '' };
  }
  const of = crash === null ? { en: 'Line', zh: '第' } : { en: `${crash}, line`, zh: `${crash} 第` };
  return { en: `${of.en} ${line}`, zh: `${of.zh} ${line} 行` };
}

interface Unprinted {
  readonly kind: 'kernel' | 'user' | 'live';
  /** Of a program: an exception ended it. */
  readonly hasEnded: boolean;
  /** The code that the call of the stop shows. */
  readonly called: Hex | null;
}

export function withoutBugcheck({ kind, hasEnded, called }: Unprinted): Text {
  if (called !== null) {
    return { en: `${called} in the stack only`, zh: `${called}（只出现在堆栈中）` };
  }
  if (kind === 'user') {
    return hasEnded
      ? { en: 'Application crash (no stop code)', zh: '应用程序崩溃（没有停止代码）' }
      : { en: 'Debugger output of an application', zh: '应用程序的调试器输出' };
  }
  return { en: 'Debugger output without a stop code', zh: '没有停止代码的调试器输出' };
}
