import { isUnwinding } from '../knowledge/routines.ts';
import type { Look } from '../look.ts';
import { isHandler } from '../views/crash-machinery.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { driverRole } from '../views/driver-role.ts';
import { frameName } from '../views/frame-name.ts';
import { showsFault } from '../views/shows-fault.ts';
import type { Finding, Likelihoods, Rule } from './rule.ts';

const LEAVES: Likelihoods = {
  hardware: { parts: 4, because: 'the first exception is often a disk that did not deliver' },
  corruptor: { parts: 3, because: 'what the clean-up gives back may have been damaged before' },
  driver: { parts: 3, because: 'a driver further down may have caused the first exception' },
};

export const failedCleanup: Rule = {
  name: 'failed-cleanup',
  why: {
    en: 'A handler that leaves its own function tidy works on what that function itself had taken. Where it fails during an unwind, it gave back what it did not have: a fault of the component that holds it.',
    zh: '函数的清理处理程序处理的是该函数自己取得的东西。它在展开过程中出错，说明归还了并未持有的东西：是所属组件的错误。',
  },
  unless: {
    en: 'The first exception came of damaged data, which the clean-up met again.',
    zh: '最初的异常来自已损坏的数据，而清理代码又碰到了它。',
    says: ['corruptor'],
  },
  weight: 'moderate',
  family: 'system',
  leaves: LEAVES,
  needs: ['stacks'],
  find,
};

/** Between the handler and the fault: a routine of the kernel or two that gives something back. */
const NEAR = 4;

function find(look: Look): Finding[] {
  const walk = crashWalk(look);
  if (!walk || !showsFault(walk, look)) {
    return [];
  }
  const { frames } = walk;
  const at = frames.slice(0, NEAR).findIndex(({ frame }) => isHandler(frame));
  const handler = frames[at]?.frame;
  const [first] = frames;
  const unwinds = frames.slice(at + 1, at + 1 + NEAR).find(({ frame }) => isUnwinding(frame.function));
  const owner = handler?.module ? driverRole(handler.module, look) : null;
  const isKernel = frames.slice(0, Math.max(at, 0)).every(({ role }) => role?.role === 'kernel');
  if (!handler || !first || !unwinds || owner?.role !== 'component' || !isKernel) {
    return [];
  }
  return [
    {
      suspect: 'os',
      for: true,
      lines: [first.frame.lines, handler.lines, unwinds.frame.lines],
      text: {
        en: `${frameName(first.frame)} failed in a clean-up of ${owner.image} (${frameName(handler)}) while an exception was unwound (${frameName(unwinds.frame)}): the drivers further down did not call it.`,
        zh: `在展开异常（${frameName(unwinds.frame)}）时，${owner.image} 的清理代码（${frameName(handler)}）中的 ${frameName(first.frame)} 出错：更下层的驱动并未调用它。`,
      },
    },
  ];
}
