import type { Lines, ModuleFact } from '../facts.ts';
import type { Look } from '../look.ts';
import { driverRole } from '../views/driver-role.ts';
import { hexValue } from '../views/hex-value.ts';
import { GONE } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const unloadedDriver: Rule = {
  name: 'unloaded-driver',
  why: {
    en: 'Windows jumped into code of a driver that was already gone: it left a timer, DPC, thread or callback behind.',
    zh: 'Windows 跳转到了已卸载驱动的代码：它卸载时遗留了计时器、DPC、线程或回调。',
  },
  unless: {
    en: 'The range was reused, or the unloaded module list only happens to cover a wild address.',
    zh: '地址范围已被重新使用，或野指针碰巧落在已卸载模块的范围内。',
  },
  weight: 'decisive',
  family: 'ownership',
  shows: 'unloaded-code',
  leaves: GONE,
  needs: [],
  find,
};

function find(look: Look): Finding[] {
  const findings = new Map<string, Finding>();
  for (const [name, lines] of unloadedNames(look)) {
    const role = driverRole(name, look);
    if (!role || role.role === 'kernel' || findings.has(role.image)) {
      continue;
    }
    findings.set(role.image, {
      suspect: role.image,
      for: true,
      lines: [lines],
      text: {
        en: `The address lies in the range of ${role.image}, which had been unloaded: something of it was still scheduled to run.`,
        zh: `该地址位于已卸载的 ${role.image} 的范围内：它还有代码被安排执行。`,
      },
    });
  }
  return [...findings.values()];
}

/** Frames in `<Unloaded_x.sys>`, and arguments of the stop that lie in the range of an unloaded module. */
function unloadedNames({ crash, facts }: Look): [string, Lines][] {
  const names: [string, Lines][] = [];
  for (const { by, image, lines } of facts.namedDrivers) {
    if (by === 'unloaded') {
      names.push([image, lines]);
    }
  }
  for (const frame of crash.stack?.frames ?? []) {
    if (frame.module && /^<?unloaded_/i.test(frame.module)) {
      names.push([frame.module, frame.lines]);
    }
  }
  for (const module of facts.modules) {
    const argument = module.unloaded ? crash.bugcheck?.args.find((address) => holds(module, address)) : null;
    if (argument) {
      names.push([module.image ?? module.name, module.lines]);
    }
  }
  return names;
}

function holds({ start, end }: ModuleFact, address: string | null): boolean {
  const from = hexValue(start);
  const to = hexValue(end);
  const at = hexValue(address);
  return from !== null && to !== null && at !== null && at >= from && at < to;
}
