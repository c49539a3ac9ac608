import { isShared } from '../knowledge/images.ts';
import type { Look } from '../look.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { frameName } from '../views/frame-name.ts';
import { isPoolCode } from '../views/kernel-code.ts';
import { mereBystanders } from '../views/mere-bystanders.ts';
import { nearestDriver } from '../views/nearest-driver.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import type { WalkedFrame } from '../views/walked-frame.ts';
import { WINDOWS_ALONE } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const specialPoolAccess: Rule = {
  name: 'special-pool-access',
  why: {
    en: 'Special pool stops the machine at the very access that is wrong; where only Windows is on the stack, the access is its own.',
    zh: '特殊池会在错误访问发生的那一刻让系统停止；如果调用堆栈上只有 Windows，这次访问就是它自己的。',
  },
  unless: {
    en: 'The pointer came from another driver through an object or a list.',
    zh: '指针是另一个驱动通过对象或链表传来的。',
    says: ['forwarder', 'windows'],
  },
  weight: 'moderate',
  family: 'system',
  shows: 'caught-access',
  leaves: WINDOWS_ALONE,
  needs: ['stacks', 'bugchecks'],
  find,
};

function find(look: Look): Finding[] {
  const code = stopCodeOf(look.crash);
  const walk = look.knowledge.has(code, 'lone-block') ? crashWalk(look) : null;
  if (!walk || nearestDriver(walk)) {
    return [];
  }
  // Where the block was checked as it was given back, who gave it back owns it.
  const from = walk.frames.findIndex(({ frame }) => !isPoolCode(frame));
  const own = walk.frames.slice(Math.max(from, 0));
  const [first] = own;
  if (!first || !(isKernelAlone(own, look) || isOwnersEnd(first, code, look))) {
    return [];
  }
  return [
    {
      suspect: 'os',
      for: true,
      lines: [first.frame.lines],
      text: look.knowledge.has(code, 'special-pool')
        ? {
            en: `Special pool caught ${frameName(first.frame)} in the wrong access (stop code ${code}), and no driver from outside Windows is below.`,
            zh: `特殊池当场发现 ${frameName(first.frame)} 的错误访问（停止代码 ${code}），其下没有 Windows 以外的驱动。`,
          }
        : {
            en: `${frameName(first.frame)} gave back a block of special pool that was found wrong (stop code ${code}), and no driver from outside Windows is below.`,
            zh: `${frameName(first.frame)} 释放了一个特殊池块，检查时发现有误（停止代码 ${code}），其下没有 Windows 以外的驱动。`,
          },
    },
  ];
}

function isKernelAlone([first, ...below]: readonly WalkedFrame[], look: Look): boolean {
  const passedOver = mereBystanders(look);
  const isKernel = ({ role }: WalkedFrame) => role?.role === 'kernel';
  return (
    first !== undefined &&
    isKernel(first) &&
    below.every((walked) => walked.role === null || isKernel(walked) || passedOver.has(walked.role.image))
  );
}

/**
 * A component that gives back a block of its own whose end is overwritten. What every driver's data passes through gives back
 * the blocks of others too.
 */
function isOwnersEnd({ role }: WalkedFrame, code: string | null, { knowledge }: Look): boolean {
  return role?.role === 'component' && !isShared(role.image) && !knowledge.has(code, 'special-pool');
}
