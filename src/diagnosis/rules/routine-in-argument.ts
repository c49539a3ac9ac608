import type { Look } from '../look.ts';
import { driverRole } from '../views/driver-role.ts';
import { placeShown } from '../views/place-shown.ts';
import { moduleAt } from '../views/stack-walk.ts';
import { argumentLines, argumentOf, stopCodeOf } from '../views/stop-code-of.ts';
import { HELD } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

/** A worker routine that returned in a state it must not leave, a callback that let an exception through. */
export const routineInArgument: Rule = {
  name: 'routine-in-argument',
  why: {
    en: 'For this stop Windows records the routine that broke a rule, and the paste shows whose code that address is.',
    zh: '对于这种停止，Windows 会记录违反规则的例程，而粘贴内容显示了该地址属于谁的代码。',
  },
  unless: {
    en: 'The routine called something that failed, or was handed data which somebody else had damaged.',
    zh: '该例程调用的其他代码出了错，或者它拿到的数据此前已被别人破坏。',
    says: ['forwarder', 'corruptor'],
  },
  weight: 'strong',
  family: 'ownership',
  leaves: HELD,
  namedBy: 'windows',
  needs: ['bugchecks'],
  find,
};

function find(look: Look): Finding[] {
  const { crash, knowledge } = look;
  const position = knowledge.argument(stopCodeOf(crash), 'driver-routine', crash.bugcheck?.args);
  const routine = position === null ? null : argumentOf(crash, position);
  const shown = placeShown(routine, look);
  const module = shown?.module ?? moduleAt(routine, look);
  const role = module === null ? null : driverRole(module, look);
  if (position === null || crash.bugcheck === null || role?.role !== 'third-party') {
    return [];
  }
  return [
    {
      suspect: role.image,
      for: true,
      lines: [argumentLines(crash.bugcheck, position), ...(shown === null ? [] : [shown.lines])],
      text: {
        en: `Arg${position} is a routine of ${role.image}: the one that this stop is about.`,
        zh: `Arg${position} 是 ${role.image} 的例程：此次停止针对的正是它。`,
      },
    },
  ];
}
