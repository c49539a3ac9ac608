import type { Look } from '../look.ts';
import { driverRole } from '../views/driver-role.ts';
import { HELD } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const frameworkLog: Rule = {
  name: 'framework-log',
  why: {
    en: 'The framework keeps a log for each of its drivers. A failure that it records on a device of the driver came before the stop, and may be how it began.',
    zh: '框架为它的每个驱动保留一份日志。日志记录了该驱动的设备出现的失败，它发生在停止之前，可能就是问题的开端。',
  },
  unless: {
    en: 'The device itself failed, and its driver only reported that.',
    zh: '出问题的是设备本身，驱动只是报告了这一情况。',
    says: ['hardware'],
  },
  weight: 'moderate',
  family: 'ownership',
  leaves: HELD,
  needs: ['attachedDrivers'],
  find,
};

function find(look: Look): Finding[] {
  return look.facts.attachedDrivers.flatMap(({ image, name, failed }) => {
    const role = failed === undefined ? null : driverRole(image ?? name, look);
    if (failed === undefined || role?.role !== 'third-party') {
      return [];
    }
    return [
      {
        suspect: role.image,
        for: true,
        // A log says what failed, not that Windows stopped for it.
        hint: true as const,
        lines: [failed],
        text: {
          en: `The log of the framework records a failure on a device of ${role.image}.`,
          zh: `框架的日志记录了 ${role.image} 的设备出现失败。`,
        },
      },
    ];
  });
}
