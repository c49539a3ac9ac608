import type { Look } from '../look.ts';
import { driverRole } from '../views/driver-role.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { HELD } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const dpcRoutine: Rule = {
  name: 'dpc-routine',
  why: {
    en: 'A routine of this driver was queued or running as a DPC when the processor did not get on.',
    zh: '处理器停滞时，该驱动的例程正作为 DPC 排队或运行。',
  },
  unless: {
    en: 'Many drivers have a DPC waiting once one of them blocks the queue.',
    zh: '只要有一个 DPC 堵住队列，许多驱动的 DPC 都会排在后面。',
    says: ['driver'],
  },
  weight: 'moderate',
  family: 'ownership',
  shows: 'held-processor',
  leaves: HELD,
  needs: ['routines'],
  find,
};

function find(look: Look): Finding[] {
  if (!look.knowledge.has(stopCodeOf(look.crash), 'processor-watchdog')) {
    return [];
  }
  const findings = new Map<string, Finding>();
  for (const { module, function: name, command, lines } of look.facts.routines) {
    const role = driverRole(module, look);
    if (role?.role !== 'third-party' || findings.has(role.image)) {
      continue;
    }
    const routine = name ? `${module}!${name}` : module;
    findings.set(role.image, {
      suspect: role.image,
      for: true,
      lines: [lines],
      text: {
        en: `${command} shows ${routine} of ${role.image} on the processor that did not get on.`,
        zh: `${command} 显示停滞的处理器上有 ${role.image} 的例程 ${routine}。`,
      },
    });
  }
  return [...findings.values()];
}
