import type { Look } from '../look.ts';
import { frameName } from '../views/frame-name.ts';
import { nearestToFault } from '../views/nearest-to-fault.ts';
import { notOfWindows } from '../views/shown-third-party.ts';
import { isStackExhausted } from '../views/stack-exhausted.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { OWN_INSTRUCTION } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const thirdPartyFault: Rule = {
  name: 'third-party-fault',
  why: {
    en: 'Windows stopped while code of this driver was running: the nearest thing to being caught in the act.',
    zh: 'Windows 停止时正在执行的就是这个驱动的代码，这是最接近“当场抓获”的证据。',
  },
  unless: {
    en: 'Someone else had already destroyed the memory it was reading.',
    zh: '它所读取的内存此前已被其他代码破坏。',
  },
  weight: 'strong',
  family: 'code',
  leaves: OWN_INSTRUCTION,
  needs: ['stacks'],
  find,
};

function find(look: Look): Finding[] {
  const nearest = nearestToFault(look);
  if (nearest?.nearness !== 'itself') {
    return [];
  }
  const { frame } = nearest.walked;
  const name = frameName(frame);
  const outside = notOfWindows(nearest.role, look);
  return [
    {
      suspect: nearest.role.image,
      for: true,
      ...(nearest.isPresumed && { weight: 'moderate' as const }),
      ...((isStackExhausted(look) || isOfTables(look)) && { weight: 'weak' as const }),
      lines: [frame.lines],
      text: {
        en: `The code that was running is ${name}, and ${nearest.role.image} ${outside.en}.`,
        zh: `出错时正在执行的代码是 ${name}，而 ${nearest.role.image} ${outside.zh}。`,
      },
    },
  ];
}

/** Whoever touches memory next meets page tables that are damaged. */
function isOfTables({ crash, knowledge }: Look): boolean {
  return knowledge.has(stopCodeOf(crash), 'own-tables', crash.bugcheck?.args);
}
