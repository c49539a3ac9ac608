import type { Look } from '../look.ts';
import { frameName } from '../views/frame-name.ts';
import { nearestToFault } from '../views/nearest-to-fault.ts';
import { argumentLines, stopCodeOf } from '../views/stop-code-of.ts';
import { LOOKS } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const wrongRequest: Rule = {
  name: 'wrong-request',
  why: {
    en: 'Some calls cannot be granted whatever memory holds: at that IRQL, of no size, without a tag, at an address of a program. The caller chose that.',
    zh: '有些调用无论内存内容如何都不可能满足：IRQL 不允许、大小为零、没有标记，或地址属于程序。这是调用者自己的选择。',
  },
  unless: {
    en: 'Another driver left the IRQL raised, or handed the value on.',
    zh: '是别的驱动没有把 IRQL 降回来，或者该值是别人转交的。',
    says: ['driver', 'forwarder'],
  },
  weight: 'strong',
  family: 'values',
  leaves: LOOKS,
  needs: ['bugchecks', 'stacks'],
  find,
};

function find(look: Look): Finding[] {
  const { crash, knowledge } = look;
  const nearest = nearestToFault(look);
  const isWrong = knowledge.has(stopCodeOf(crash), 'wrong-request', crash.bugcheck?.args);
  if (!crash.bugcheck || !isWrong || nearest?.nearness !== 'caller') {
    return [];
  }
  const caller = frameName(nearest.walked.frame);
  return [
    {
      suspect: 'hardware',
      for: false,
      lines: [argumentLines(crash.bugcheck, 1), nearest.walked.frame.lines],
      text: {
        en: `What ${caller} asked for can be granted to nobody: the request itself was wrong, no memory went bad.`,
        zh: `${caller} 的请求对任何调用者都无法满足：错在请求本身，并没有内存被破坏。`,
      },
      excludes: ['corruptor', 'hardware'],
    },
  ];
}
