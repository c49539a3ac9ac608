import type { Look } from '../look.ts';
import { faultKind } from '../views/fault-kind.ts';
import { faultSite } from '../views/fault-site.ts';
import { notOfWindows } from '../views/shown-third-party.ts';
import { isStackExhausted } from '../views/stack-exhausted.ts';
import { FAULT_CAVEATS } from './fault-caveats.ts';
import { OWN_INSTRUCTION } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const faultingInstruction: Rule = {
  name: 'faulting-instruction',
  why: {
    en: 'The address of the instruction that failed lies in this driver: the stack is not even needed to say so.',
    zh: '出错指令的地址就在这个驱动中：即使没有调用堆栈也能这样说。',
  },
  unless: FAULT_CAVEATS.access,
  weight: 'strong',
  family: 'code',
  leaves: OWN_INSTRUCTION,
  needs: [],
  find,
};

function find(look: Look): Finding[] {
  const site = faultSite(look);
  if (site?.role.role !== 'third-party' || isStackExhausted(look)) {
    return [];
  }
  const { image } = site.role;
  const outside = notOfWindows(site.role, look);
  return [
    {
      suspect: image,
      for: true,
      unless: [FAULT_CAVEATS[faultKind(look)]],
      lines: site.named ? [site.named, site.lines] : [site.lines],
      text: {
        en: `The instruction that failed (${site.place}) is code of ${image}, which ${outside.en}.`,
        zh: `出错的指令（${site.place}）是 ${image} 的代码，而它${outside.zh}。`,
      },
    },
  ];
}
