import type { Look } from '../look.ts';
import { isGuest } from '../views/guest-machine.ts';
import { hexValue } from '../views/hex-value.ts';
import { argumentLines, argumentOf, stopCodeOf } from '../views/stop-code-of.ts';
import type { Finding, Likelihoods, Rule } from './rule.ts';

const LEAVES: Likelihoods = {
  driver: { parts: 4, because: 'a driver that changes processor settings, or hides, may write any of them' },
  hardware: { parts: 1, because: 'a flipped bit in a register of the processor is very rare' },
};

export const changedRegister: Rule = {
  name: 'changed-register',
  why: {
    en: 'Windows watches registers of the processor that nobody may change. In a virtual machine it is the hypervisor that keeps them.',
    zh: 'Windows 会监视不允许改动的处理器寄存器。在虚拟机中，这些寄存器由虚拟机监控程序保管。',
  },
  unless: {
    en: 'The register is one that hooking drivers change: the entry of system calls.',
    zh: '该寄存器正是挂钩类驱动会改动的：系统调用入口。',
    says: ['driver'],
  },
  weight: 'moderate',
  family: 'machine',
  shows: 'changed-register',
  leaves: LEAVES,
  needs: ['bugchecks'],
  find,
};

/** Entries and settings of system calls, which hooks change: STAR, LSTAR, CSTAR, SFMASK, EFER, SYSENTER (Intel SDM). */
const HOOKED = new Set([0xc0000080n, 0xc0000081n, 0xc0000082n, 0xc0000083n, 0xc0000084n, 0x174n, 0x175n, 0x176n]);

function find({ crash, facts, knowledge }: Look): Finding[] {
  const register = hexValue(argumentOf(crash, 3));
  const isChanged = knowledge.has(stopCodeOf(crash), 'changed-register', crash.bugcheck?.args);
  if (!crash.bugcheck || !isChanged || register === null || HOOKED.has(register) || !isGuest(facts)) {
    return [];
  }
  return [
    {
      suspect: 'hardware',
      for: true,
      lines: [argumentLines(crash.bugcheck, 3), argumentLines(crash.bugcheck, 4)],
      text: {
        en: `Register (MSR) 0x${register.toString(16)} of the processor changed in a virtual machine, and it is none that hooks change: the hypervisor did not keep it.`,
        zh: `虚拟机中处理器的寄存器（MSR）0x${register.toString(16)} 被改变，而它并非挂钩会改动的寄存器：是虚拟机监控程序没有保持它的值。`,
      },
    },
  ];
}
