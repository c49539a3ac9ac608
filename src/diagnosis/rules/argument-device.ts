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
  const { bugcheck } = look.crash;
  const isReported = look.knowledge.has(stopCodeOf(look.crash), 'enumerator', bugcheck?.args);
  const findings = new Map<string, Finding>();
  for (const device of look.facts.devices.filter(isReported ? isOfEnumerator : isNode)) {
    const role = driverRole(serviceName(device.driver), look);
    const argument = argumentWith(device, look);
    if (argument === null || role?.role !== 'third-party' || findings.has(role.image)) {
      continue;
    }
    findings.set(role.image, {
      suspect: role.image,
      for: true,
      lines: [
        device.lines,
        device.nodeLines ?? device.lines,
        ...(bugcheck ? [bugcheck.argLines?.[argument - 1] ?? bugcheck.lines] : []),
      ],
      text: isReported ? textOfReport(argument, device, role.image) : textOfService(argument, device, role.image),
    });
  }
  return [...findings.values()];
}

function isNode({ node }: DeviceFact): boolean {
  return node !== undefined;
}

/** What was reported wrongly is told of the driver whose device it is, not of the service that drives the device. */
function isOfEnumerator({ node, queried }: DeviceFact): boolean {
  return node === undefined && queried;
}

function textOfService(argument: number, { name, driver }: DeviceFact, image: string): Finding['text'] {
  const of = name === null ? { en: '', zh: '' } : { en: ` (${name})`, zh: `（${name}）` };
  return {
    en: `Arg${argument} is a device${of.en} whose service is ${driver}: ${image} drives it.`,
    zh: `Arg${argument} 是一个设备${of.zh}，其服务为 ${driver}：由 ${image} 驱动。`,
  };
}

function textOfReport(argument: number, { driver }: DeviceFact, image: string): Finding['text'] {
  return {
    en: `Arg${argument} is a device of ${driver}: ${image} reported it to Windows.`,
    zh: `Arg${argument} 是 ${driver} 的设备：由 ${image} 报告给 Windows。`,
  };
}

/** Number of the argument that is the node or its physical device object; null where none is. The stack of a silent device is another rule's. */
function argumentWith({ node, device, command }: DeviceFact, { crash, knowledge }: Look): number | null {
  if (command === '!devstack' && knowledge.has(stopCodeOf(crash), 'device-silent')) {
    return null;
  }
  const at = crash.bugcheck?.args.findIndex((value) => value !== null && (value === node || value === device)) ?? -1;
  return at === -1 ? null : at + 1;
}
