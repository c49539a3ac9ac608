import type { Look } from '../look.ts';
import { driverRole } from '../views/driver-role.ts';
import { faultKind } from '../views/fault-kind.ts';
import { FAULT_CAVEATS } from './fault-caveats.ts';
import { OWN_INSTRUCTION } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

/** nt!KiBugCheckDriver holds the image that contains the faulting address; the stop screen prints it as "What failed". */
export const bugcheckDriver: Rule = {
  name: 'bugcheck-driver',
  why: {
    en: 'Windows itself recorded the driver in whose code the stop happened (KiBugCheckDriver, the stop screen).',
    zh: 'Windows 自己记录了停止时所在的驱动（KiBugCheckDriver，或蓝屏上的“失败的操作”）。',
  },
  unless: FAULT_CAVEATS.access,
  weight: 'strong',
  family: 'code',
  leaves: OWN_INSTRUCTION,
  namedBy: 'windows',
  needs: ['namedDrivers'],
  find,
};

function find(look: Look): Finding[] {
  const findings: Finding[] = [];
  // What somebody tells of the screen is no record of Windows: a vendor must not read that it were.
  const isTold = look.crash.bugcheck?.told === true;
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
      unless: [FAULT_CAVEATS[faultKind(look)]],
      lines: [named.lines],
      text: isTold && named.by === 'stop-screen' ? toldOf(role.image) : recordedOf(role.image),
    });
  }
  return findings;
}

function recordedOf(image: string): Finding['text'] {
  return {
    en: `Windows recorded ${image} as the driver in which it stopped.`,
    zh: `Windows 记录的出错驱动是 ${image}。`,
  };
}

function toldOf(image: string): Finding['text'] {
  return {
    en: `The screen is said to name ${image} as what failed: told by a person, not printed.`,
    zh: `据描述，屏幕上显示失败的是 ${image}：这是人的描述，不是系统的输出。`,
  };
}
