import type { Look } from '../look.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { frameName } from '../views/frame-name.ts';
import { nearestDriver } from '../views/nearest-driver.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { CAUGHT } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const frameworkViolation: Rule = {
  name: 'framework-violation',
  why: {
    en: 'The framework stopped the machine because the driver that called it broke its rules.',
    zh: '框架因为调用它的驱动违反规则而让系统停止。',
  },
  unless: {
    en: 'The rule broke on an object that another driver had handed on.',
    zh: '违规涉及的对象由另一个驱动转交而来。',
    says: ['forwarder'],
  },
  weight: 'strong',
  family: 'code',
  shows: 'broken-framework-rule',
  leaves: CAUGHT,
  needs: ['stacks', 'bugchecks'],
  find,
};

function find(look: Look): Finding[] {
  const code = stopCodeOf(look.crash);
  const framework = code && look.knowledge.bugcheck(code)?.raisedBy;
  const walk = framework ? crashWalk(look) : null;
  const nearest = walk && nearestDriver(walk);
  if (!framework || nearest?.nearness !== 'component') {
    return [];
  }
  if (!nearest.between.every(({ role }) => role?.role === 'kernel' || role?.image === framework)) {
    return [];
  }
  const caller = frameName(nearest.walked.frame);
  return [
    {
      suspect: nearest.role.image,
      for: true,
      excludes: ['corruptor', 'hardware'],
      lines: [nearest.walked.frame.lines],
      text: {
        en: `${framework} stopped the machine in a call made by ${caller}.`,
        zh: `${framework} 在 ${caller} 发出的调用中让系统停止。`,
      },
    },
  ];
}
