import type { Frame } from '../facts.ts';
import { isShared } from '../knowledge/images.ts';
import {
  isControlDispatch,
  isControlService,
  isInterruptEntry,
  isTimeoutReport,
  isTrapHandler,
} from '../knowledge/routines.ts';
import type { Look } from '../look.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { type FaultSite, faultSite } from '../views/fault-site.ts';
import { frameName } from '../views/frame-name.ts';
import { isPoolCode } from '../views/kernel-code.ts';
import { mereBystanders } from '../views/mere-bystanders.ts';
import { isAboutCall } from '../views/met-bookkeeping.ts';
import { nearestDriver } from '../views/nearest-driver.ts';
import { showsFault } from '../views/shows-fault.ts';
import { showsOrigin } from '../views/shows-origin.ts';
import type { Walk } from '../views/stack-walk.ts';
import type { WalkedFrame } from '../views/walked-frame.ts';
import { WINDOWS_ALONE } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const windowsComponentFault: Rule = {
  name: 'windows-component-fault',
  why: {
    en: 'A Windows component failed in its own code, on data that reached it from an application or from itself: no other driver took part.',
    zh: 'Windows 组件在自己的代码中出错，数据来自应用程序或它自身：没有其他驱动参与。',
  },
  unless: [
    {
      en: 'The data came through a framework from a driver that has no frame here (a packet, a request).',
      zh: '数据经由框架来自另一个没有栈帧的驱动（数据包、请求）。',
      says: ['driver', 'forwarder'],
    },
    {
      en: 'Memory was corrupted before.',
      zh: '内存早已被破坏。',
      says: ['corruptor'],
    },
  ],
  weight: 'moderate',
  family: 'system',
  leaves: WINDOWS_ALONE,
  needs: ['stacks'],
  find,
};

function find(look: Look): Finding[] {
  const walk = crashWalk(look);
  if (!walk || !showsFault(walk, look)) {
    return [];
  }
  const fault = faultFrame(walk, look);
  if (!fault?.role || isSharedPath(walk, fault.role.image) || isReport(fault, walk)) {
    return [];
  }
  const shown = shownPlace(walk, fault, look);
  return [
    {
      suspect: 'os',
      for: true,
      lines: shown === null ? [fault.frame.lines] : [shown.lines, ...(shown.named ? [shown.named] : [])],
      text: textOf(shown?.place ?? frameName(fault.frame), fault.role.image, mereBystanders(look).size > 0),
    },
  ];
}

/** A watchdog that stops the machine itself tells of somebody who did not answer; where it faulted, a trap stands above it. */
function isReport({ frame }: WalkedFrame, { machinery }: Walk): boolean {
  const isTrap = machinery.some(({ function: name }) => isTrapHandler(name) || name === 'KiExceptionDispatch');
  return isTimeoutReport(frame.function) && !isTrap;
}

/** An exception on x86 takes the frame of the function that failed from the stack; what is printed of the fault names it. */
function shownPlace(walk: Walk, fault: WalkedFrame, look: Look): FaultSite | null {
  const site = faultSite(look);
  const isLost = site?.role.image === fault.role?.image && walk.frames.indexOf(fault) <= 1;
  const name = functionIn(site?.place ?? '');
  const isOnStack = walk.frames.some(({ frame }) => frame.function !== null && frame.function === name);
  return site && isLost && name !== null && !isOnStack ? site : null;
}

function functionIn(place: string): string | null {
  return /^[\w.$-]{1,80}!(?<name>[^+\s]{1,300})/.exec(place)?.groups?.name ?? null;
}

function textOf(place: string, image: string, isPassedOn: boolean): Finding['text'] {
  if (isPassedOn) {
    return {
      en: `The fault is in ${place}; ${image} comes with Windows, and whoever else stands on the way to it only handed the call on.`,
      zh: `出错位置是 ${place}；${image} 随 Windows 提供，途中的其他驱动只是转交了调用。`,
    };
  }
  return {
    en: `The fault is in ${place}; ${image} comes with Windows, and from there down to the caller the stack is Windows alone.`,
    zh: `出错位置是 ${place}；${image} 随 Windows 提供，从这里到调用者，整个调用堆栈都是 Windows 的代码。`,
  };
}

/**
 * The first frame outside the kernel, where it is a component near the top; under an application's control request also a
 * component further down that answers the application itself and called the kernel or a framework. A component that everybody's
 * data passes through is no answer where the stack ends in it: who asked is what would tell.
 */
function faultFrame(walk: Walk, look: Look): WalkedFrame | null {
  const { frames } = walk;
  const top = frames.findIndex(({ role }) => role !== null && role.role !== 'kernel');
  const first = frames[top];
  const above = frames.slice(0, Math.max(top, 0));
  // What it met in the pool anybody may have done, unless the stop is about the call.
  if (above.some(({ frame }) => isPoolCode(frame)) && !isAboutCall(look)) {
    return null;
  }
  if (first?.role?.role === 'component' && top <= 2 && !above.some(({ role }) => role === null)) {
    return isShared(first.role.image) && !showsOrigin(walk) ? null : first;
  }
  if (first && top <= 2 && isServedByGraphics(walk, top)) {
    return first;
  }
  const control = frames.findIndex(({ frame }) => isControlService(frame.function));
  if (control === -1 || first?.role?.role === 'third-party') {
    return null;
  }
  const place = frames.findIndex(({ role }) => role?.role === 'component');
  const server = place < control ? frames[place] : undefined;
  if (!server?.role || isShared(server.role.image)) {
    return null;
  }
  // What an APC or a clock tick interrupted asked for nothing that failed.
  const between = frames.slice(0, place).map(({ frame }) => frame);
  return between.some((frame) => isPoolCode(frame) || isInterruptEntry(frame.function)) ? null : server;
}

/**
 * The graphics kernel serves applications itself, through win32k: where it fails in its own code on such a call and no
 * display driver shows, nobody else took part. Its worker threads and its reports of timeouts are about drivers.
 */
function isServedByGraphics({ frames, machinery }: Walk, top: number): boolean {
  const below = frames.slice(top);
  const caller = below.find(({ role }) => !isGraphicsKernel(role?.image));
  const isOwn = isGraphicsKernel(below[0]?.role?.image) && /^win32k/.test(caller?.role?.image ?? '');
  return isOwn && machinery.some(({ function: name }) => isTrapHandler(name) || name === 'KiExceptionDispatch');
}

function isGraphicsKernel(image: string | undefined): boolean {
  return /^dxg(?:krnl|mms[12])\.sys$/.test(image ?? '');
}

/** A framework (ndis, fltmgr, wdf01000 …) or a third party between the fault and its origin: the data may be another's. */
function isSharedPath(walk: Walk, fault: string): boolean {
  const nearest = nearestDriver(walk);
  if (nearest && nearest.nearness !== 'interrupted' && nearest.nearness !== 'service') {
    return true;
  }
  if (walk.frames.some(asksCallouts)) {
    return true;
  }
  const from = walk.frames.findIndex(({ role }) => role?.image === fault);
  for (const { role, frame } of walk.frames.slice(from)) {
    if (isInterruptEntry(frame.function)) {
      return false;
    }
    if (role?.role === 'port' && role.image !== fault && !isGraphics(fault, role.image) && !passesOn(frame, walk)) {
      return true;
    }
  }
  return false;
}

/**
 * The filtering platform hands packets and connections to callouts of third parties, which may return long before the fault.
 * A `CalloutRoutine` is none: so the network core names what it goes on with on another stack.
 */
function asksCallouts({ role, frame }: WalkedFrame): boolean {
  const isNetwork = /^(?:netio|tcpip|fwpkclnt)\.sys$/.test(role?.image ?? '');
  return isNetwork && /Callout(?!Routine)|Classify/.test(frame.function ?? '');
}

/** Windows' own graphics components and dxgkrnl serve one another on the application's data; no driver comes in between. */
function isGraphics(fault: string, port: string): boolean {
  return (
    /^(?:win32k|basicrender|basicdisplay|cdd\.|dxgkrnl|dxgmms)/.test(fault) &&
    /^(?:dxgkrnl|dxgmms[12])\.sys$/.test(port)
  );
}

/** A framework that hands an application's control request to its component adds no data of another driver. */
function passesOn({ function: name }: Frame, { frames }: Walk): boolean {
  return isControlDispatch(name) && frames.some(({ frame }) => isControlService(frame.function));
}
