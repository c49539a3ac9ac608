import type { Look } from '../look.ts';
import { isMachinery } from '../views/crash-machinery.ts';
import { driverRole, isWindows } from '../views/driver-role.ts';
import { frameName } from '../views/frame-name.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { OWN_INSTRUCTION } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

/** ATTEMPTED_EXECUTE_OF_NOEXECUTE_MEMORY: the address is no code, so its symbol names a piece of data. */
export const executedData: Rule = {
  name: 'executed-data',
  why: {
    en: 'When the processor was sent to data, the module that owns the data is only where a bad pointer landed.',
    zh: '当处理器被引到数据上执行时，拥有这些数据的模块只是错误指针碰巧落到的地方。',
  },
  unless: {
    en: 'The module built code in its own data and ran it.',
    zh: '该模块在自己的数据区生成代码并执行。',
  },
  weight: 'strong',
  family: 'code',
  shows: 'ran-into-data',
  leaves: OWN_INSTRUCTION,
  needs: ['stacks', 'bugchecks'],
  find,
};

function find(look: Look): Finding[] {
  if (!look.knowledge.has(stopCodeOf(look.crash), 'executed-data')) {
    return [];
  }
  const landed = look.crash.stack?.frames.find((frame) => !isMachinery(frame));
  const role = landed?.module ? driverRole(landed.module, look) : null;
  if (!landed || !role || !isWindows(role)) {
    return [];
  }
  const place = frameName(landed);
  return [
    {
      suspect: role.image,
      for: false,
      lines: [landed.lines],
      text: {
        en: `${place} is data, not code: ${role.image} is where the bad pointer landed, not the cause.`,
        zh: `${place} 是数据而不是代码：${role.image} 只是错误指针的落点，并非原因。`,
      },
    },
  ];
}
