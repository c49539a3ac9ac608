import { isRequestReturn, isSystemService } from '../knowledge/routines.ts';
import type { Look } from '../look.ts';
import type { DriverRole } from '../views/driver-role.ts';
import { frameName } from '../views/frame-name.ts';
import type { NearestDriver } from '../views/nearest-driver.ts';
import { nearestToFault } from '../views/nearest-to-fault.ts';
import { isOnOwnThread } from '../views/own-thread.ts';
import { isStackExhausted } from '../views/stack-exhausted.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { isTransport } from '../views/transport.ts';
import { BEHIND_WINDOWS } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const thirdPartyBehindWindows: Rule = {
  name: 'third-party-behind-windows',
  why: {
    en: 'Windows components fail on requests and buffers that other drivers give them; the nearest such driver is a candidate.',
    zh: 'Windows 组件会因其他驱动交给它的请求或缓冲区而出错；调用链上最近的第三方驱动是候选者。',
  },
  unless: {
    en: 'The driver is only the transport at the end of a long path (a network or storage adapter below ndis or storport), or a hook that passes calls on.',
    zh: '该驱动只是长路径末端的传输层（例如 ndis 或 storport 之下的网卡、存储适配器），或只是转发调用的挂钩。',
    says: ['forwarder'],
  },
  weight: 'moderate',
  family: 'code',
  leaves: BEHIND_WINDOWS,
  needs: ['stacks'],
  find,
};

function find(look: Look): Finding[] {
  const nearest = nearestToFault(look);
  const first = nearest?.between[0];
  if (!nearest || !first || !['component', 'far', 'zw', 'service'].includes(nearest.nearness)) {
    return [];
  }
  const { frame } = nearest.walked;
  return [
    {
      suspect: nearest.role.image,
      for: true,
      ...(isDoubtful(nearest, look) && { weight: 'weak' as const }),
      lines: [faultFrame(nearest)?.frame.lines ?? first.frame.lines, frame.lines],
      text: textOf(nearest, {
        isSure: !isDoubtful(nearest, look),
        fault: faultText(nearest),
        caller: frameName(frame),
      }),
    },
  ];
}

/** Where the fault is: the Windows frame, after the address without code that it called, where there is one. */
function faultText(nearest: NearestDriver): string {
  const windows = faultFrame(nearest);
  return windows ? frameName(windows.frame) : '?';
}

function faultFrame({ between }: NearestDriver): NearestDriver['between'][number] | undefined {
  return between.find(({ role }) => role !== null && role.role !== 'kernel') ?? between[0];
}

/** Behind another's system call, or merely the hardware's end of the path: a filter or a client in the path is neither. */
function isDoubtful(nearest: NearestDriver, look: Look): boolean {
  const isPassed = isTransport(nearest) && !isAnsweringItsPort(nearest) && !isAskingItsPort(nearest, look);
  const { crash, knowledge } = look;
  const isOfTables = knowledge.has(stopCodeOf(crash), 'own-tables', crash.bugcheck?.args);
  return (
    isStackExhausted(look) ||
    nearest.isPresumed ||
    nearest.nearness === 'service' ||
    isPassed ||
    isOfTables ||
    isOfDisplay(nearest, look) ||
    isFarInside(nearest)
  );
}

/** A stop about a display driver is raised in whatever thread waited for the card: another driver there only waited. */
function isOfDisplay({ role }: NearestDriver, { crash, knowledge }: Look): boolean {
  return knowledge.has(stopCodeOf(crash), 'display') && role.driver?.kind !== 'display';
}

/** Frames from the fault to the entry of the service, where a service still handles what its caller handed it. */
const NEAR_ENTRY = 2;

/** So far inside the service that a kernel caller asked for, what fails is Windows' own data, not a pointer that it was handed. */
function isFarInside({ between, nearness }: NearestDriver): boolean {
  return nearness === 'zw' && between.findIndex(({ frame }) => isSystemService(frame.function)) > NEAR_ENTRY;
}

/** A miniport that asks its port for something on a thread of its own carries nobody's request there. */
function isAskingItsPort(nearest: NearestDriver, look: Look): boolean {
  const port = nearest.between.at(-1)?.role;
  const isDirect = port?.role === 'port' && nearest.between.every(({ role }) => isKernelOr(port.image, role));
  return isDirect && isOnOwnThread(nearest, look);
}

function isKernelOr(image: string, role: DriverRole | null): boolean {
  return role?.role === 'kernel' || role?.image === image;
}

/** Requests that a storage miniport gives back to its port driver are its own business: nobody else has them meanwhile. */
function isAnsweringItsPort({ between }: NearestDriver): boolean {
  const port = between[0]?.role;
  const isOne = port?.role === 'port' && between.every(({ role }) => role?.image === port.image);
  return isOne && isRequestReturn(between.at(-1)?.frame.function);
}

interface Said {
  readonly isSure: boolean;
  readonly fault: string;
  readonly caller: string;
}

function textOf(nearest: NearestDriver, { isSure, fault, caller }: Said): Finding['text'] {
  const count = nearest.between.length;
  if (nearest.nearness === 'zw') {
    return zwText(fault, caller);
  }
  if (!isSure) {
    return {
      en: `${caller} is on the stack, but ${count} Windows frames away from the fault at ${fault}: present, not proven involved.`,
      zh: `${caller} 在调用堆栈上，但与出错位置 ${fault} 相隔 ${count} 个 Windows 栈帧：只能说明在场，不能证明有关。`,
    };
  }
  if (nearest.nearness === 'component') {
    return {
      en: `The fault at ${fault} lies in a Windows component that ${caller} called.`,
      zh: `出错位置 ${fault} 属于 Windows 组件，而调用该组件的是 ${caller}。`,
    };
  }
  return {
    en: `${caller} had a hand in the path to the fault at ${fault}, ${count} Windows frames above it.`,
    zh: `${caller} 参与了通往出错位置 ${fault} 的路径，其间有 ${count} 个 Windows 栈帧。`,
  };
}

function zwText(fault: string, caller: string): Finding['text'] {
  return {
    en: `${caller} called a system service from the kernel, where nothing checks its pointers, and the service failed at ${fault}.`,
    zh: `${caller} 在内核中调用了系统服务（此时不会检查其指针），服务在 ${fault} 处失败。`,
  };
}
