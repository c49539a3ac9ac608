import type { Crash } from '../crash.ts';
import type { Warning } from '../diagnosis.ts';
import type { DamageFact } from '../facts.ts';

/** What the reader of the answer must know about the paste itself. */
export function warningsOf(crash: Crash): Warning[] {
  return crash.facts.damages.map((damage) => ({ text: sayDamage(damage), crash: crash.id, line: damage.lines[0] }));
}

function sayDamage({ what, asRead, likely }: DamageFact): Warning['text'] {
  if (likely === null) {
    return { en: `${what} reads ${asRead}, which looks damaged.`, zh: `${what} 读作 ${asRead},看起来已损坏。` };
  }
  return {
    en: `${what} reads ${asRead}, which is no complete address; most likely ${likely} was printed.`,
    zh: `${what} 读作 ${asRead},不是完整的地址;原值很可能是 ${likely}。`,
  };
}
