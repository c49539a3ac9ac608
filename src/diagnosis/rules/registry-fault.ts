import type { Text } from '../../language/text.ts';
import { isRegistry } from '../knowledge/routines.ts';
import type { Look } from '../look.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { frameName } from '../views/frame-name.ts';
import { nearestDriver } from '../views/nearest-driver.ts';
import { showsOrigin } from '../views/shows-origin.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import type { WalkedFrame } from '../views/walked-frame.ts';
import { WINDOWS_ALONE } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const registryFault: Rule = {
  name: 'registry-fault',
  why: {
    en: 'The registry is code and data of Windows alone; when it fails with no other driver between the call and the fault, Windows is the owner of the problem.',
    zh: '注册表的代码和数据都属于 Windows；从调用到出错之间没有其他驱动时，问题归 Windows 自己。',
  },
  unless: [
    {
      en: 'A registry callback of a security product is involved.',
      zh: '涉及安全软件的注册表回调。',
      says: ['driver'],
    },
    {
      en: 'The hive was damaged by a failing disk.',
      zh: '配置单元被有故障的磁盘损坏。',
      says: ['hardware'],
    },
  ],
  weight: 'moderate',
  family: 'system',
  shows: 'failed-registry',
  leaves: WINDOWS_ALONE,
  needs: ['bugchecks'],
  find,
};

function find(look: Look): Finding[] {
  const { bugcheck } = look.crash;
  const code = stopCodeOf(look.crash);
  if (!bugcheck) {
    return [];
  }
  const walk = crashWalk(look);
  const nearest = walk && nearestDriver(walk);
  if (nearest && ['itself', 'caller', 'component', 'zw'].includes(nearest.nearness)) {
    return [];
  }
  const fault = walk?.frames.find(({ role, frame }) => role?.role === 'kernel' && isRegistry(frame.function));
  const near = walk && fault ? isAtFault(walk.frames.slice(0, walk.frames.indexOf(fault))) && showsOrigin(walk) : false;
  if (!near && !look.knowledge.has(code, 'registry')) {
    return [];
  }
  const at = fault && near ? frameName(fault.frame) : null;
  return [
    {
      suspect: 'os',
      for: true,
      // REGISTRY_ERROR alone may also mean that the disk did not return the hive.
      ...(code === '0x51' && !near && { weight: 'weak' as const }),
      lines: [fault && near ? fault.frame.lines : bugcheck.lines],
      text: at ? faultAt(at) : stoppedBy(code),
    },
  ];
}

/** A callback that the registry calls is code of its own: what fails in it did not fail in the registry. */
function isAtFault(above: readonly WalkedFrame[]): boolean {
  return above.length < 3 && above.every(({ role }) => role?.role === 'kernel');
}

function faultAt(at: string): Text {
  return {
    en: `The fault is in the registry code of Windows (${at}), and no other driver is between the call and the fault.`,
    zh: `出错位置在 Windows 的注册表代码中（${at}），从调用到出错之间没有其他驱动。`,
  };
}

/** Without a stack to its end nobody can say who took part. */
function stoppedBy(code: string | null): Text {
  return {
    en: `The registry code of Windows stopped the machine itself (stop code ${code}).`,
    zh: `Windows 的注册表代码自行停止了系统（停止代码 ${code}）。`,
  };
}
