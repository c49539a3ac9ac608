import type { Look } from '../look.ts';
import { driverRole, isWindows } from '../views/driver-role.ts';
import { BLAMED } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * A driver of Windows that a viewer of dumps or the screen names, such as the one of a bus. Never more than a lead: what is
 * below or above it may have been at fault, and `judge.ts` asks for it only after what is printed has named nobody.
 */
export const toolNamesWindows: Rule = {
  name: 'tool-names-windows',
  why: {
    en: 'A viewer of dumps or the blue screen names a driver of Windows: the device behind it, or a filter on it, is where to look first.',
    zh: '转储查看工具或蓝屏提到了一个 Windows 自带的驱动：应先查看它背后的设备或其上的筛选驱动。',
  },
  unless: {
    en: 'They name whose code met the damage; drivers of Windows are met far more often than they cause it.',
    zh: '它们给出的往往是遇到损坏的代码；Windows 自带的驱动多半只是遇到，而不是造成。',
  },
  weight: 'weak',
  family: 'told',
  leaves: BLAMED,
  needs: ['namedDrivers'],
  find,
};

/** The kernel is where Windows notices: who names it says nothing. */
function find(look: Look): Finding[] {
  const findings = new Map<string, Finding>();
  for (const { by, image, lines } of look.facts.namedDrivers) {
    const role = by === 'tool' || by === 'stop-screen' ? driverRole(image, look) : null;
    if (role === null || !isWindows(role) || role.role === 'kernel' || findings.has(role.image)) {
      continue;
    }
    findings.set(role.image, {
      suspect: role.image,
      for: true,
      lines: [lines],
      text:
        by === 'tool'
          ? {
              en: `A dump viewer names ${role.image}, a driver of Windows itself.`,
              zh: `转储查看工具提到了 ${role.image}，这是 Windows 自带的驱动。`,
            }
          : {
              en: `The blue screen names ${role.image}, a driver of Windows itself.`,
              zh: `蓝屏上显示的是 ${role.image}，这是 Windows 自带的驱动。`,
            },
    });
  }
  return [...findings.values()];
}
