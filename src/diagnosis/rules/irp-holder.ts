import type { Text } from '../../language/text.ts';
import type { Hex, IrpFact } from '../facts.ts';
import { isBus } from '../knowledge/images.ts';
import type { Look } from '../look.ts';
import type { DriverRole } from '../views/driver-role.ts';
import { driverRole, isWindows, serviceName } from '../views/driver-role.ts';
import { argumentLines, argumentOf, stopCodeOf } from '../views/stop-code-of.ts';
import { HELD } from './observations.ts';
import type { Finding, Rule, Weight } from './rule.ts';

export const irpHolder: Rule = {
  name: 'irp-holder',
  why: {
    en: 'The current stack location of a blocked request names the driver that has it and does not finish it.',
    zh: '被阻塞请求的当前堆栈位置指明了持有它却没有完成它的驱动。',
  },
  unless: {
    en: 'That driver waits for the device or for another request further down.',
    zh: '该驱动正在等待设备，或等待更下层的另一个请求。',
  },
  weight: 'decisive',
  family: 'ownership',
  shows: 'held-request',
  leaves: HELD,
  needs: ['irps'],
  find,
};

function find(look: Look): Finding[] {
  const code = stopCodeOf(look.crash);
  if (!look.knowledge.has(code, 'request-held')) {
    return [];
  }
  const isChained = isChain(look);
  const findings = new Map<string, Finding>();
  for (const irp of look.facts.irps) {
    const finding = holderOf(irp, look, code, isChained);
    if (finding && !findings.has(finding.suspect)) {
      findings.set(finding.suspect, finding);
    }
  }
  return [...findings.values()];
}

function holderOf(irp: IrpFact, look: Look, code: Hex | null, isChained: boolean): Finding | null {
  const current = irp.locations.find((location) => location.current);
  const object = current?.driver;
  // Such a request lies with the driver until the device wakes up: it is pending by design.
  if (!current || !object || /WAIT_WAKE/.test(current.minor ?? '')) {
    return null;
  }
  const role = driverRole(current.image ?? serviceName(object), look);
  if (!role || role.role === 'kernel') {
    return null;
  }
  const { bugcheck } = look.crash;
  const position = look.knowledge.argument(code, 'request', bugcheck?.args);
  const asked = position && argumentOf(look.crash, position);
  const another = asked !== null && irp.address !== null && asked !== irp.address;
  // Of the power failures only one names its request.
  const isAny = position === null && look.knowledge.has(code, 'power-timeout') && argumentOf(look.crash, 1) !== null;
  const at = irp.address ?? 'IRP';
  const held = another ? heldAnother(asked) : isAny ? HELD_ANY : HELD_ONE;
  return {
    suspect: role.image,
    for: true,
    weight: weightOf(role, another || isAny, isChained),
    lines: [
      ...(asked !== null && asked === irp.address && bugcheck && position ? [argumentLines(bugcheck, position)] : []),
      current.lines,
    ],
    text: {
      en: `${at} is at ${object} (${current.major}${current.minor ? `, ${current.minor}` : ''})${current.pending ? ', pending' : ''}: ${held.en}`,
      zh: `${at} 当前位于 ${object}（${current.major}${current.minor ? `，${current.minor}` : ''}）${current.pending ? '，处于挂起状态' : ''}：${held.zh}`,
    },
  };
}

const HELD_ONE: Text = { en: 'that driver holds the request.', zh: '请求由该驱动持有。' };
const HELD_ANY: Text = {
  en: 'that driver holds this request; the stop itself names none.',
  zh: '该驱动持有这个请求；停止代码本身没有指明任何请求。',
};

function heldAnother(asked: Hex): Text {
  return {
    en: `that driver holds this request, which is not the one the stop is about (${asked}).`,
    zh: `该驱动持有这个请求，但它不是停止代码所指的请求（${asked}）。`,
  };
}

function weightOf(role: DriverRole, another: boolean, isChained: boolean): Weight {
  if (isBus(role.image)) {
    return 'weak';
  }
  if (another) {
    return isChained ? 'moderate' : 'weak';
  }
  return isWindows(role) || isChained ? 'moderate' : 'decisive';
}

/**
 * A driver may answer a power request with one of its own to another driver, and wait for that: where requests at several
 * drivers of third parties are shown, the blocked one among them, each of these may be the one who does not answer.
 */
function isChain(look: Look): boolean {
  const blocked = argumentOf(look.crash, 4);
  const held = look.facts.irps.flatMap(({ address, locations }) =>
    locations
      .filter(isHeldPower)
      .map((location) => ({ address, image: location.image ?? serviceName(location.driver ?? '') })),
  );
  const holders = held.filter(({ image }) => driverRole(image, look)?.role === 'third-party');
  const images = new Set(holders.map(({ image }) => image));
  return images.size > 1 && holders.some(({ address }) => address === blocked);
}

function isHeldPower({ current, driver, major, minor, pending }: IrpFact['locations'][number]): boolean {
  return current && driver !== null && pending && /POWER/.test(major) && !/WAIT_WAKE/.test(minor ?? '');
}
