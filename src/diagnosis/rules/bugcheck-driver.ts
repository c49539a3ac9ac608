import type { Look } from '../look.ts';
import { driverRole } from '../views/driver-role.ts';
import { OWN_INSTRUCTION } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

/** nt!KiBugCheckDriver holds the image that contains the faulting address; the stop screen prints it as "What failed". */
export const bugcheckDriver: Rule = {
  name: 'bugcheck-driver',
  why: {
    en: 'Windows itself recorded the driver in whose code the stop happened (KiBugCheckDriver, the stop screen).',
    zh: 'Windows 自己记录了停止时所在的驱动（KiBugCheckDriver，或蓝屏上的“失败的操作”）。',
  },
  unless: {
    en: 'The driver only touched memory that another one had destroyed.',
    zh: '该驱动只是碰到了被其他驱动破坏的内存。',
  },
  weight: 'strong',
  family: 'code',
  leaves: OWN_INSTRUCTION,
  namedBy: 'windows',
  needs: ['namedDrivers'],
  find,
};

function find(look: Look): Finding[] {
  const findings: Finding[] = [];
  for (const named of look.facts.namedDrivers) {
    if (named.by !== 'bugcheck-driver' && named.by !== 'stop-screen') {
      continue;
    }
    const role = driverRole(named.image, look);
    if (role?.role !== 'third-party') {
      continue;
    }
    findings.push({
      suspect: role.image,
      for: true,
      lines: [named.lines],
      text: {
        en: `Windows recorded ${role.image} as the driver in which it stopped.`,
        zh: `Windows 记录的出错驱动是 ${role.image}。`,
      },
    });
  }
  return findings;
}
