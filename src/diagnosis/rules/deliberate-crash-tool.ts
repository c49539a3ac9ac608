import type { Lines } from '../facts.ts';
import type { Look } from '../look.ts';
import { allWalks } from '../views/crash-walks.ts';
import { driverRole } from '../views/driver-role.ts';
import { CAUGHT } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const deliberateCrashTool: Rule = {
  name: 'deliberate-crash-tool',
  why: {
    en: 'Some published tools exist to crash Windows on purpose (Sysinternals NotMyFault). Their driver in the dump means a test.',
    zh: '有些公开工具就是用来故意让 Windows 崩溃的（如 Sysinternals NotMyFault）。转储中出现其驱动，说明这是一次测试。',
  },
  unless: {
    en: 'The driver is loaded but the stop happened elsewhere.',
    zh: '驱动只是已加载，停止发生在别处。',
  },
  weight: 'decisive',
  family: 'module',
  leaves: CAUGHT,
  needs: [],
  find,
};

function find(look: Look): Finding[] {
  for (const [name, lines] of places(look)) {
    const role = driverRole(name, look);
    if (role?.driver?.kind !== 'test') {
      continue;
    }
    const product = role.driver.product ?? role.image;
    return [
      {
        suspect: role.image,
        for: true,
        lines: [lines],
        text: {
          en: `${role.image} belongs to ${product}, a tool made to crash Windows on purpose.`,
          zh: `${role.image} 属于 ${product}，这是专门用来让 Windows 崩溃的测试工具。`,
        },
      },
    ];
  }
  return runningProgram(look);
}

/** The tool was running on a processor when Windows stopped, but its driver does not show. */
function runningProgram(look: Look): Finding[] {
  for (const { process, state, lines } of look.facts.threads) {
    const image = process && /running/i.test(state ?? '') ? testDriverOf(process, look) : null;
    if (!image) {
      continue;
    }
    return [
      {
        suspect: image,
        for: true,
        weight: 'strong',
        lines: [lines],
        text: {
          en: `${process} was running when Windows stopped: a tool that crashes Windows on purpose, through ${image}.`,
          zh: `Windows 停止时 ${process} 正在运行：它是通过 ${image} 有意让 Windows 崩溃的工具。`,
        },
      },
    ];
  }
  return [];
}

/** A test tool's program is named after its driver: with the bitness behind it, or with a "not" before it. */
function testDriverOf(process: string, { knowledge }: Look): string | null {
  const stem = process.toLowerCase().replace(/c?(?:a?64)?\.exe$/, '');
  for (const name of [stem, stem.replace(/^not/, '')]) {
    const driver = knowledge.driver(name);
    if (driver?.kind === 'test') {
      return driver.image;
    }
  }
  return null;
}

/** Frames, names the paste points at: a driver that is merely loaded proves nothing. */
function places(look: Look): [string, Lines][] {
  const found: [string, Lines][] = [];
  for (const { frames } of allWalks(look)) {
    for (const { frame } of frames) {
      if (frame.module) {
        found.push([frame.module, frame.lines]);
      }
    }
  }
  for (const { image, strength, lines } of look.facts.namedDrivers) {
    if (strength === 'points') {
      found.push([image, lines]);
    }
  }
  return found;
}
