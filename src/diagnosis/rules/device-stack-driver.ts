import type { Hex } from '../facts.ts';
import type { Look } from '../look.ts';
import { driverRole, serviceName } from '../views/driver-role.ts';
import { argumentOf, stopCodeOf } from '../views/stop-code-of.ts';
import { HELD } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const deviceStackDriver: Rule = {
  name: 'device-stack-driver',
  why: {
    en: 'When a device stack does not finish a request, the drivers that do not come with Windows are asked first.',
    zh: '设备堆栈没有完成请求时，首先要问其中不随 Windows 提供的驱动。',
  },
  unless: {
    en: 'The request is already known to be with another layer, or another request was looked at than the blocked one.',
    zh: '已知请求停留在另一层，或者查看的是另一个请求而不是被阻塞的请求。',
  },
  weight: 'moderate',
  family: 'ownership',
  shows: 'held-request',
  leaves: HELD,
  needs: ['devices'],
  find,
};

function find(look: Look): Finding[] {
  const code = stopCodeOf(look.crash);
  if (!look.knowledge.has(code, 'device-silent')) {
    return [];
  }
  const elsewhere = looksElsewhere(look) || isAnotherDevice(look);
  const findings = new Map<string, Finding>();
  for (const { driver, device, lines } of look.facts.devices) {
    const role = driverRole(serviceName(driver), look);
    if (role?.role !== 'third-party' || findings.has(role.image)) {
      continue;
    }
    findings.set(role.image, {
      suspect: role.image,
      for: true,
      ...(elsewhere && { weight: 'weak' as const }),
      lines: [lines],
      text: {
        en: `${driver}${device === null ? '' : ` (device ${device})`} is in the stack of the device that did not answer.`,
        zh: `${driver}${device === null ? ' ' : `（设备 ${device}）`}位于没有响应的设备堆栈中。`,
      },
    });
  }
  return [...findings.values()];
}

/** Requests were printed, but the blocked one (which 0x9f tells) is not among them: device and request may have nothing in common. */
function looksElsewhere({ crash, facts, knowledge }: Look): boolean {
  const position = knowledge.argument(stopCodeOf(crash), 'request', crash.bugcheck?.args);
  const blocked = position && argumentOf(crash, position);
  if (blocked === null || facts.irps.length === 0) {
    return false;
  }
  return facts.irps.every(({ address }) => address !== null && address !== blocked);
}

/**
 * None of the devices shown is one of the stop, or of a request that is shown: it may be any. To wait for a device to wake is
 * no work that it owes. A power failure prints its
 * device; where that argument, or the mark of the device looked at, is missing, the stack is taken for its.
 */
function isAnotherDevice({ crash, facts, knowledge }: Look): boolean {
  const args = (crash.bugcheck?.args ?? []).filter((value) => value !== null);
  const held = facts.irps.flatMap(({ locations }) =>
    locations.filter(({ minor }) => !/WAIT_WAKE/.test(minor ?? '')).map(({ device }) => device),
  );
  const meant = new Set<Hex | null>([...args, ...held].filter((value) => value !== null));
  const isMarked = facts.devices.some(({ device, queried }) => device !== null && queried);
  if (!isMarked || args.length < 2) {
    return !knowledge.has(stopCodeOf(crash), 'power-timeout');
  }
  return !facts.devices.some(({ device }) => meant.has(device));
}
