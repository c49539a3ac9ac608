import type { Crash } from '../crash.ts';
import type { Warning } from '../diagnosis.ts';
import type { CutFact, DamageFact } from '../facts.ts';
import { exportRemarks } from './export-frames.ts';

/** What is there, but not whole: it would be untrue to say that the paste lacks it. */
const PARTLY: Readonly<Record<string, Warning['text']>> = {
  '!analyze -v': {
    en: 'Part of !analyze -v is left out: it names no image, symbol or bucket. Paste its whole output.',
    zh: '!analyze -v 的输出不完整：没有列出映像、符号和故障桶。请粘贴完整输出。',
  },
  STACK_TEXT: {
    en: 'No frames stand below STACK_TEXT; run k to get them.',
    zh: 'STACK_TEXT 之后没有栈帧，可运行 k 获取。',
  },
  'call stack': {
    en: 'The call stack goes on below this line; run k 100 to get the rest.',
    zh: '调用堆栈在此行之后还有内容，可运行 k 100 获取其余部分。',
  },
  frames: {
    en: 'This looks like a row of a call stack, but no stack could be read here; run k and paste its output as text.',
    zh: '此行看起来是调用堆栈的一行，但未能读出调用堆栈；请运行 k 并以文本形式粘贴输出。',
  },
};

const NAMES: Readonly<Record<string, Warning['text']>> = {
  'stop code': { en: 'the stop code', zh: '停止代码' },
};

const EARLIER_STACK: Warning['text'] = {
  en: 'This call stack was printed before the machine stopped, so it is no evidence; run k now, after the stop.',
  zh: '此调用堆栈是在系统停止之前打印的，因此不作为证据；请在停止之后运行 k。',
};

/** What the reader of the answer must know about the paste itself. */
export function warningsOf(crash: Crash): Warning[] {
  const isArgument = ({ what }: DamageFact) => what.startsWith('Arg');
  const [other, ...more] = crash.facts.damages.filter((damage) => !isArgument(damage));
  const remarks = [
    ...crash.facts.damages.filter(isArgument).map((damage) => ({ text: sayDamage(damage), line: damage.lines[0] })),
    ...(other === undefined ? [] : [{ text: sayStackDamage(other, more.length), line: other.lines[0] }]),
    ...exportRemarks(crash.stack),
    ...crash.facts.cuts.map((cut) => ({ text: sayCut(cut), line: cut.lines[1] })),
  ];
  if (crash.stack === null && crash.earlierStack !== undefined) {
    remarks.push({ text: EARLIER_STACK, line: crash.earlierStack.lines[0] });
  }
  return remarks.map(({ text, line }) => ({ text, crash: crash.id, line }));
}

/** The verdict rests on names, so one remark on the addresses of a stack is enough. */
function sayStackDamage(first: DamageFact, more: number): Warning['text'] {
  const { en, zh } = sayDamage(first);
  return more === 0
    ? { en, zh }
    : { en: `${en} ${more} more addresses of the stack look damaged.`, zh: `${zh}另有 ${more} 个栈地址看起来已损坏。` };
}

function sayCut({ what, command }: CutFact): Warning['text'] {
  const partly = PARTLY[what];
  if (partly !== undefined) {
    return partly;
  }
  const name = NAMES[what] ?? { en: what, zh: ` ${what}` };
  if (command === null) {
    return { en: `The paste lacks ${name.en}.`, zh: `粘贴内容缺少${name.zh}。` };
  }
  return {
    en: `The paste lacks ${name.en}; run ${command} to get it.`,
    zh: `粘贴内容缺少${name.zh}，可运行 ${command} 获取。`,
  };
}

function sayDamage({ what, asRead, likely }: DamageFact): Warning['text'] {
  if (likely === null) {
    return { en: `${what} reads ${asRead}, which looks damaged.`, zh: `${what} 读作 ${asRead}，看起来已损坏。` };
  }
  return {
    en: `${what} reads ${asRead}, which is no complete address; most likely ${likely} was printed.`,
    zh: `${what} 读作 ${asRead}，不是完整的地址；原值很可能是 ${likely}。`,
  };
}
