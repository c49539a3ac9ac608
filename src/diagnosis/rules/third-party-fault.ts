import type { Frame } from '../facts.ts';
import { isStopCall } from '../knowledge/routines.ts';
import type { Look } from '../look.ts';
import { isMachinery } from '../views/crash-machinery.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { faultKind } from '../views/fault-kind.ts';
import { frameName } from '../views/frame-name.ts';
import type { NearestDriver } from '../views/nearest-driver.ts';
import { nearestToFault } from '../views/nearest-to-fault.ts';
import { notOfWindows } from '../views/shown-third-party.ts';
import { isStackExhausted } from '../views/stack-exhausted.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { touchedAddress } from '../views/touched-address.ts';
import { FAULT_CAVEATS } from './fault-caveats.ts';
import { OWN_INSTRUCTION } from './observations.ts';
import type { Caveat, Finding, Rule } from './rule.ts';

export const thirdPartyFault: Rule = {
  name: 'third-party-fault',
  why: {
    en: 'Windows stopped while code of this driver was running: the nearest thing to being caught in the act.',
    zh: 'Windows 停止时正在执行的就是这个驱动的代码，这是最接近“当场抓获”的证据。',
  },
  unless: FAULT_CAVEATS.access,
  weight: 'strong',
  family: 'code',
  leaves: OWN_INSTRUCTION,
  needs: ['stacks'],
  find,
};

function find(look: Look): Finding[] {
  const nearest = nearestToFault(look);
  if (nearest?.nearness !== 'itself') {
    return [];
  }
  const { frame } = nearest.walked;
  const landed = ranData(look, frame);
  const call = ownStop(look, frame);
  if (call !== null) {
    return [
      {
        suspect: nearest.role.image,
        for: true,
        unless: [OWN_STOP],
        lines: [call.lines, frame.lines],
        text: saysStop(nearest, call, look),
      },
    ];
  }
  return [
    {
      suspect: nearest.role.image,
      for: true,
      ...(nearest.isPresumed && { weight: 'moderate' as const }),
      ...((isStackExhausted(look) || isOfTables(look)) && { weight: 'weak' as const }),
      unless: [FAULT_CAVEATS[faultKind(look)]],
      lines: landed ? [landed.lines, frame.lines] : [frame.lines],
      text: textOf(nearest, landed, look),
    },
  ];
}

function textOf({ walked, role }: NearestDriver, landed: Frame | null, look: Look): Finding['text'] {
  const name = frameName(walked.frame);
  const outside = notOfWindows(role, look);
  if (landed) {
    const place = frameName(landed);
    return {
      en: `The processor was to run ${place}, which is no code; its caller on the stack is ${name}, and ${role.image} ${outside.en}.`,
      zh: `处理器要执行的 ${place} 并不是代码；栈上它的调用者是 ${name}，而 ${role.image} ${outside.zh}。`,
    };
  }
  if (runsData(look)) {
    return {
      en: `The processor was to run ${name}, which may not be run; it lies in ${role.image}, which ${outside.en}.`,
      zh: `处理器要执行的 ${name} 不允许执行；它位于 ${role.image} 中，而该文件${outside.zh}。`,
    };
  }
  return {
    en: `The code that was running is ${name}, and ${role.image} ${outside.en}.`,
    zh: `出错时正在执行的代码是 ${name}，而 ${role.image} ${outside.zh}。`,
  };
}

/** A check of its own, or what it was told to do, made it stop the machine. */
const OWN_STOP: Caveat = {
  en: 'What it stopped the machine for was brought about by somebody else.',
  zh: '它之所以停止计算机，是其他代码或程序造成的状况所致。',
  says: ['corruptor', 'forwarder', 'program'],
};

/** The call that stops the machine, where the driver made it itself: a fault comes to it by way of a trap. */
function ownStop(look: Look, frame: Frame): Frame | null {
  const frames = crashWalk(look)?.stack.frames ?? [];
  const above = frames[frames.indexOf(frame) - 1];
  const isFault =
    faultKind(look) !== 'access' ||
    touchedAddress(look) !== null ||
    look.knowledge.has(stopCodeOf(look.crash), 'exception', look.crash.bugcheck?.args);
  return above !== undefined && isStopCall(above.function) && !isFault ? above : null;
}

function saysStop({ walked, role }: NearestDriver, call: Frame, look: Look): Finding['text'] {
  const [name, stop, outside] = [frameName(walked.frame), frameName(call), notOfWindows(role, look)];
  return {
    en: `${role.image} stopped Windows itself: ${name} called ${stop}, and ${role.image} ${outside.en}.`,
    zh: `${role.image} 自行停止了 Windows：${name} 调用了 ${stop}，而 ${role.image} ${outside.zh}。`,
  };
}

/** Where data was run, the frame of the data: the driver stands behind it, as the caller. */
function ranData(look: Look, frame: Frame): Frame | null {
  const frames = crashWalk(look)?.stack.frames ?? [];
  const before = runsData(look) ? frames[frames.indexOf(frame) - 1] : undefined;
  return before && !isMachinery(before) ? before : null;
}

function runsData({ crash, knowledge }: Look): boolean {
  return knowledge.has(stopCodeOf(crash), 'executed-data');
}

/** Whoever touches memory next meets page tables that are damaged. */
function isOfTables({ crash, knowledge }: Look): boolean {
  return knowledge.has(stopCodeOf(crash), 'own-tables', crash.bugcheck?.args);
}
