import type { Look } from '../look.ts';
import { driverRole } from '../views/driver-role.ts';
import { imageAt } from '../views/image-at.ts';
import { argumentLines, argumentOf, stopCodeOf } from '../views/stop-code-of.ts';
import { LEFT_BEHIND } from './fault-caveats.ts';
import { HELD } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const namedInArgument: Rule = {
  name: 'named-in-argument',
  why: {
    en: 'For this stop Windows keeps the name of the driver it is about: an argument points to it, and somebody had it printed.',
    zh: '对于这种停止，Windows 保存了相关驱动的名称：某个参数指向它，并且有人把它显示了出来。',
  },
  unless: {
    en: 'The driver waits for its device or for another driver, and is only the one whose time ran out.',
    zh: '该驱动在等待自己的设备或另一个驱动，只是恰好由它超时。',
    says: ['hardware', 'forwarder'],
  },
  weight: 'strong',
  family: 'ownership',
  leaves: HELD,
  namedBy: 'windows',
  needs: ['bugchecks'],
  find,
};

function find(look: Look): Finding[] {
  const { crash, facts, knowledge } = look;
  const code = stopCodeOf(crash);
  const args = crash.bugcheck?.args;
  const position = knowledge.argument(code, 'driver-name', args);
  const named = position === null ? null : imageAt(argumentOf(crash, position), facts);
  const role = named === null ? null : driverRole(named.image, look);
  if (position === null || named === null || role?.role !== 'third-party') {
    return [];
  }
  return [
    {
      suspect: role.image,
      for: true,
      ...(knowledge.has(code, 'counted-leak', args) && { weight: 'decisive' as const, unless: [LEFT_BEHIND] }),
      lines: [...(crash.bugcheck ? [argumentLines(crash.bugcheck, position)] : []), named.lines],
      text: {
        en: `Arg${position} points to the name of the driver that the stop is about: ${role.image}.`,
        zh: `Arg${position} 指向此次停止所涉及的驱动的名称：${role.image}。`,
      },
    },
  ];
}
