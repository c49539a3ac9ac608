import type { Crash } from '../crash.ts';
import type { Warning } from '../diagnosis.ts';
import type { CutFact, DamageFact } from '../facts.ts';

/** What the reader of the answer must know about the paste itself. */
export function warningsOf(crash: Crash): Warning[] {
  const isArgument = ({ what }: DamageFact) => what.startsWith('Arg');
  const [other, ...more] = crash.facts.damages.filter((damage) => !isArgument(damage));
  const remarks = [
    ...crash.facts.damages.filter(isArgument).map((damage) => ({ text: sayDamage(damage), line: damage.lines[0] })),
    ...(other === undefined ? [] : [{ text: sayStackDamage(other, more.length), line: other.lines[0] }]),
    ...crash.facts.cuts.map((cut) => ({ text: sayCut(cut), line: cut.lines[1] })),
  ];
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
  if (command === null) {
    return { en: `The paste lacks ${what}.`, zh: `粘贴内容缺少 ${what}。` };
  }
  return {
    en: `The paste lacks ${what}; run ${command} to get it.`,
    zh: `粘贴内容缺少 ${what}，可运行 ${command} 获取。`,
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
