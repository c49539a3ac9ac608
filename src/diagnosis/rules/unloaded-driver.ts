import type { Lines, ModuleFact } from '../facts.ts';
import type { Look } from '../look.ts';
import { driverRole } from '../views/driver-role.ts';
import { hexValue } from '../views/hex-value.ts';
import { touchedAddress } from '../views/touched-address.ts';
import { GONE } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const unloadedDriver: Rule = {
  name: 'unloaded-driver',
  why: {
    en: 'Something of a driver that was already gone was still in use: it left a timer, DPC, thread, callback or an entry of a list behind.',
    zh: '已卸载的驱动仍有内容在被使用：它卸载时遗留了计时器、DPC、线程、回调或链表项。',
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

interface Place {
  readonly name: string;
  readonly lines: Lines;
  /** The processor was to run what lies there, rather than to read or to write it. */
  readonly isCode: boolean;
}

function find(look: Look): Finding[] {
  const findings = new Map<string, Finding>();
  // Where both are shown, the code that ran says more.
  for (const { name, lines, isCode } of places(look).toSorted((a, b) => Number(b.isCode) - Number(a.isCode))) {
    const role = driverRole(name, look);
    if (!role || role.role === 'kernel' || findings.has(role.image)) {
      continue;
    }
    findings.set(role.image, {
      suspect: role.image,
      for: true,
      lines: [lines],
      ...(isCode
        ? { text: codeOf(role.image) }
        : { text: dataOf(role.image), weight: 'strong', shows: 'unloaded-data' }),
    });
  }
  return [...findings.values()];
}

function codeOf(image: string): Finding['text'] {
  return {
    en: `The address lies in the range of ${image}, which had been unloaded: something of it was still scheduled to run.`,
    zh: `该地址位于已卸载的 ${image} 的范围内：它还有代码被安排执行。`,
  };
}

function dataOf(image: string): Finding['text'] {
  return {
    en: `The memory that was touched lies in the range of ${image}, which had been unloaded: something still pointed to its data.`,
    zh: `被访问的内存位于已卸载的 ${image} 的范围内：仍有指针指向它的数据。`,
  };
}

/** What !analyze prints before an address that was read or written, never run. */
const TOUCHED = /^\s{0,8}(?:READ|WRITE)_ADDRESS/i;

/** Frames in `<Unloaded_x.sys>`, and arguments of the stop that lie in the range of an unloaded module. */
function places(look: Look): Place[] {
  const { crash, facts } = look;
  const touched = touchedAddress(look);
  const found: Place[] = [];
  for (const { by, image, lines, context } of facts.namedDrivers) {
    if (by === 'unloaded') {
      found.push({ name: image, lines, isCode: touched?.executed === true || !TOUCHED.test(context) });
    }
  }
  for (const frame of crash.stack?.frames ?? []) {
    if (frame.module && /^<?unloaded_/i.test(frame.module)) {
      found.push({ name: frame.module, lines: frame.lines, isCode: true });
    }
  }
  for (const module of facts.modules) {
    const argument = module.unloaded ? crash.bugcheck?.args.find((address) => holds(module, address)) : null;
    if (argument) {
      const isCode = touched?.address !== argument || touched.executed;
      found.push({ name: module.image ?? module.name, lines: module.lines, isCode });
    }
  }
  return found;
}

function holds({ start, end }: ModuleFact, address: string | null): boolean {
  const from = hexValue(start);
  const to = hexValue(end);
  const at = hexValue(address);
  return from !== null && to !== null && at !== null && at >= from && at < to;
}
