import type { DeviceFact } from '../facts.ts';
import type { Look } from '../look.ts';
import { driverRole, serviceName } from '../views/driver-role.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { HELD } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const argumentDevice: Rule = {
  name: 'argument-device',
  why: {
    en: 'An argument of the stop is a device, and the debugger names the service that drives it: Windows stopped over that device.',
    zh: '停止代码的一个参数就是某个设备，调试器给出了驱动它的服务：Windows 正是因为该设备而停止。',
  },
  unless: {
    en: 'The firmware, the bus below or another driver in the stack of the device broke the rule.',
    zh: '违规的是固件、下层总线，或该设备堆栈中的另一个驱动。',
    says: ['platform', 'hardware', 'driver'],
  },
  weight: 'moderate',
  family: 'ownership',
  leaves: HELD,
  needs: ['devices', 'bugchecks'],
  find,
};

function find(look: Look): Finding[] {
  const findings = new Map<string, Finding>();
  for (const device of look.facts.devices) {
    const role = driverRole(serviceName(device.driver), look);
    const argument = argumentOf(device, look);
    if (argument === null || role?.role !== 'third-party' || findings.has(role.image)) {
      continue;
    }
    const of = device.name === null ? { en: '', zh: '' } : { en: ` (${device.name})`, zh: `（${device.name}）` };
    const { bugcheck } = look.crash;
    findings.set(role.image, {
      suspect: role.image,
      for: true,
      lines: [
        device.lines,
        device.nodeLines ?? device.lines,
        ...(bugcheck ? [bugcheck.argLines?.[argument - 1] ?? bugcheck.lines] : []),
      ],
      text: {
        en: `Arg${argument} is a device${of.en} whose service is ${device.driver}: ${role.image} drives it.`,
        zh: `Arg${argument} 是一个设备${of.zh}，其服务为 ${device.driver}：由 ${role.image} 驱动。`,
      },
    });
  }
  return [...findings.values()];
}

/** Number of the argument that is the node or its physical device object; null where none is. The stack of a silent device is another rule's. */
function argumentOf({ node, device, command }: DeviceFact, { crash, knowledge }: Look): number | null {
  if (node === undefined || (command === '!devstack' && knowledge.has(stopCodeOf(crash), 'device-silent'))) {
    return null;
  }
  const at = crash.bugcheck?.args.findIndex((value) => value !== null && (value === node || value === device)) ?? -1;
  return at === -1 ? null : at + 1;
}
