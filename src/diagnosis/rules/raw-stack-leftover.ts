import type { Look } from '../look.ts';
import { driverRole } from '../views/driver-role.ts';
import { PRESENT } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const rawStackLeftover: Rule = {
  name: 'raw-stack-leftover',
  why: {
    en: 'Return addresses left in raw stack memory (dps, dqs) show who ran there before, even where the call chain is broken.',
    zh: '原始栈内存（dps、dqs）中残留的返回地址，能说明此前谁在这里运行过，即使调用链已经断裂。',
  },
  unless: {
    en: 'The leftover is from an earlier call that has nothing to do with the fault.',
    zh: '残留来自与故障无关的更早调用。',
  },
  weight: 'weak',
  family: 'presence',
  leaves: PRESENT,
  needs: ['stacks', 'bugchecks'],
  find,
};

function find(look: Look): Finding[] {
  const findings = new Map<string, Finding>();
  for (const { frames, isCallChain, command } of look.facts.stacks) {
    if (isCallChain) {
      continue;
    }
    for (const { module, lines } of frames) {
      const role = module ? driverRole(module, look) : null;
      if (role?.role !== 'third-party' || findings.has(role.image)) {
        continue;
      }
      findings.set(role.image, {
        suspect: role.image,
        for: true,
        lines: [lines],
        text: {
          en: `An address of ${role.image} is left in the raw stack memory that ${command} printed.`,
          zh: `${command} 打印的原始栈内存中残留有 ${role.image} 的地址。`,
        },
      });
    }
  }
  return [...findings.values()];
}
