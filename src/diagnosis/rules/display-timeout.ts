import type { Look } from '../look.ts';
import { displayOwner } from '../views/display-owner.ts';
import { SILENT_DISPLAY } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const displayTimeout: Rule = {
  name: 'display-timeout',
  why: {
    en: 'When the graphics scheduler gives up, it records which display driver did not come back in time.',
    zh: '图形调度程序放弃等待时，会记录是哪个显示驱动没有及时响应。',
  },
  unless: {
    en: 'The card overheats, is overclocked or lacks power: then its driver is only the messenger.',
    zh: '显卡过热、超频或供电不足：此时出问题的并不是驱动本身。',
    says: ['hardware'],
  },
  // Whom the scheduler waited for is recorded; whether driver or card failed is not: the machine stands beside it.
  weight: 'moderate',
  family: 'code',
  leaves: SILENT_DISPLAY,
  namedBy: 'windows',
  needs: [],
  find,
};

function find(look: Look): Finding[] {
  const owner = displayOwner(look);
  if (!owner) {
    return [];
  }
  const { role, lines, how, isTimeout } = owner;
  return [
    {
      suspect: role.image,
      for: true,
      lines: [lines],
      text: isTimeout
        ? {
            en: `The display driver that did not answer is ${role.image} (${how}).`,
            zh: `没有响应的显示驱动是 ${role.image}（${how}）。`,
          }
        : {
            en: `The stop is about a display driver, and ${role.image} is the one that shows (${how}).`,
            zh: `此停止与显示驱动有关，而出现的显示驱动是 ${role.image}（${how}）。`,
          },
    },
  ];
}
