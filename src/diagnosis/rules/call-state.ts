import type { Look } from '../look.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { LOOKS } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const callState: Rule = {
  name: 'call-state',
  why: {
    en: 'Some stops are about what a thread holds, does not hold or left behind. Calls did that; no memory went wrong.',
    zh: '有些停止代码说的是线程持有、未持有或遗留了什么。这是调用造成的，内存并未出错。',
  },
  unless: {
    en: 'Another driver left the state behind, and the one that runs now only met it.',
    zh: '该状态是另一个驱动遗留的，当前运行的代码只是碰到了它。',
    says: ['driver'],
  },
  weight: 'strong',
  family: 'values',
  leaves: LOOKS,
  needs: ['bugchecks'],
  find,
};

function find({ crash, knowledge }: Look): Finding[] {
  const code = stopCodeOf(crash);
  if (!crash.bugcheck || !knowledge.has(code, 'call-state')) {
    return [];
  }
  return [
    {
      suspect: 'hardware',
      for: false,
      lines: [crash.bugcheck.lines],
      text: {
        en: `Stop code ${code} is about what a thread holds or left behind: calls did that, no memory was damaged.`,
        zh: `停止代码 ${code} 说的是线程持有或遗留的状态：这是调用造成的，并没有内存被破坏。`,
      },
      excludes: ['corruptor', 'hardware'],
    },
  ];
}
