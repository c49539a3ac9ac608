import type { Text } from '../../language/text.ts';
import type { Look } from '../look.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { LOOKS } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const caughtAccess: Rule = {
  name: 'caught-access',
  why: {
    en: 'Special pool gives every block a page of its own and stops the machine at the wrong access: nobody did it earlier, and no neighbour wrote into it.',
    zh: '特殊池让每个内存块独占一页，并在错误访问的当场让系统停止：不会是更早的破坏，也不会是相邻块越界写入。',
  },
  unless: {
    en: 'The pointer to the block came from another driver, or from Windows.',
    zh: '指向该内存块的指针来自另一个驱动或 Windows。',
    says: ['forwarder', 'windows'],
  },
  weight: 'strong',
  family: 'values',
  shows: 'caught-access',
  leaves: LOOKS,
  needs: ['bugchecks'],
  find,
};

function find({ crash, knowledge }: Look): Finding[] {
  const code = stopCodeOf(crash);
  if (!crash.bugcheck || !knowledge.has(code, 'lone-block')) {
    return [];
  }
  return [
    {
      suspect: 'hardware',
      for: false,
      lines: [crash.bugcheck.lines],
      text: knowledge.has(code, 'special-pool') ? atAccess(code) : atFree(code),
      excludes: ['corruptor', 'hardware'],
    },
  ];
}

function atAccess(code: string | null): Text {
  return {
    en: `Special pool caught the access itself (stop code ${code}): the block lies on a page of its own, so nobody overran it from beside.`,
    zh: `特殊池当场抓住了这次访问（停止代码 ${code}）：该块独占一页，不可能由相邻块越界写入。`,
  };
}

/** What is around the block is looked at only when it is given back. */
function atFree(code: string | null): Text {
  return {
    en: `Special pool found this when the block was given back (stop code ${code}): the block lies on a page of its own, so nobody overran it from beside.`,
    zh: `特殊池在释放该块时发现了问题（停止代码 ${code}）：该块独占一页，不可能由相邻块越界写入。`,
  };
}
