import type { Look } from '../look.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { frameName } from '../views/frame-name.ts';
import { mereBystanders } from '../views/mere-bystanders.ts';
import { nearestDriver } from '../views/nearest-driver.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { WINDOWS_ALONE } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const specialPoolAccess: Rule = {
  name: 'special-pool-access',
  why: {
    en: 'Special pool stops the machine at the very access that is wrong; where only Windows is on the stack, the access is its own.',
    zh: '特殊池会在错误访问发生的那一刻让系统停止；如果调用栈上只有 Windows，这次访问就是它自己的。',
  },
  unless: {
    en: 'The pointer came from another driver through an object or a list.',
    zh: '指针是另一个驱动通过对象或链表传来的。',
  },
  weight: 'moderate',
  family: 'system',
  leaves: WINDOWS_ALONE,
  needs: ['stacks', 'bugchecks'],
  find,
};

function find(look: Look): Finding[] {
  const code = stopCodeOf(look.crash);
  const walk = look.knowledge.has(code, 'special-pool') ? crashWalk(look) : null;
  const first = walk?.frames[0];
  const passedOver = mereBystanders(look);
  if (!walk || first?.role?.role !== 'kernel' || nearestDriver(walk)) {
    return [];
  }
  if (!walk.frames.every(({ role }) => role === null || role.role === 'kernel' || passedOver.has(role.image))) {
    return [];
  }
  return [
    {
      suspect: 'os',
      for: true,
      lines: [first.frame.lines],
      text: {
        en: `Special pool caught ${frameName(first.frame)} in the wrong access (stop code ${code}), with nothing but the kernel below.`,
        zh: `特殊池当场发现 ${frameName(first.frame)} 的错误访问（停止代码 ${code}），其下只有内核代码。`,
      },
    },
  ];
}
