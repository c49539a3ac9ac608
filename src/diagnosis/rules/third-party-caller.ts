import type { Text } from '../../language/text.ts';
import type { Frame } from '../facts.ts';
import { isRequestPassing } from '../knowledge/routines.ts';
import type { Look } from '../look.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { frameName } from '../views/frame-name.ts';
import { isNearNull, isUserAddress } from '../views/hex-value.ts';
import { isSchedulerCode } from '../views/kernel-code.ts';
import { freesUserAddress, metBookkeeping } from '../views/met-bookkeeping.ts';
import type { NearestDriver } from '../views/nearest-driver.ts';
import { nearestToFault } from '../views/nearest-to-fault.ts';
import { takesSpinLock, waitsForSpinLock } from '../views/spin-lock-wait.ts';
import { isStackExhausted } from '../views/stack-exhausted.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { touchedAddress } from '../views/touched-address.ts';
import type { WalkedFrame } from '../views/walked-frame.ts';
import { DIRECT_CALL } from './observations.ts';
import type { Caveat, Finding, Rule, Weight } from './rule.ts';

export const thirdPartyCaller: Rule = {
  name: 'third-party-caller',
  why: {
    en: 'A kernel service failed on what its direct caller handed it; !analyze often blames the service.',
    zh: '内核服务在处理直接调用者传入的数据时失败；!analyze 往往把责任归到服务本身。',
  },
  unless: [
    {
      en: 'The service found damage that was done earlier (pool bookkeeping).',
      zh: '服务发现的是更早发生的破坏（例如池的管理数据）。',
      says: ['corruptor'],
    },
    {
      en: 'The caller passed on what it had been given.',
      zh: '调用者只是转交了别人给它的数据。',
      says: ['forwarder'],
    },
  ],
  weight: 'strong',
  family: 'code',
  leaves: DIRECT_CALL,
  needs: ['stacks'],
  find,
};

function find(look: Look): Finding[] {
  const nearest = nearestToFault(look);
  const first = nearest?.between[0];
  if (nearest?.nearness !== 'caller' || !first) {
    return [];
  }
  const { frame } = nearest.walked;
  const ranOut = look.knowledge.has(stopCodeOf(look.crash), 'time-ran-out');
  const exhausted = isStackExhausted(look);
  const late = nearest.between.some(freesUserAddress) ? null : lateness(nearest, look);
  const weight = exhausted ? 'weak' : (late ?? (isUnsure(look, nearest) ? 'moderate' : null));
  const happened = exhausted
    ? 'full'
    : late === null || touchesUser(look, nearest)
      ? happening(first.frame, ranOut)
      : 'late';
  return [
    {
      suspect: nearest.role.image,
      for: true,
      ...(weight && { weight }),
      // Whose call it was hangs on names that are only near.
      ...(nearest.between.some(isNearestName) && { hint: true as const }),
      ...(MISLEADS[happened] && { unless: MISLEADS[happened] }),
      lines: [first.frame.lines, frame.lines],
      text: textOf(nearest.role.image, `${frameName(frame)} → ${frameName(first.frame)}`, happened),
    },
  ];
}

/**
 * The call may not be what it looks like: a stack without a stop, names that are only the nearest exported ones, a request
 * of somebody else, one that another driver had completed before, a lock that somebody else keeps.
 */
function isUnsure(look: Look, nearest: NearestDriver): boolean {
  const { between, isPresumed } = nearest;
  return (
    isPresumed ||
    between.some(isNearestName) ||
    waitsForSpinLock(look) ||
    look.knowledge.has(stopCodeOf(look.crash), 'second-completion') ||
    isSharedRequest(look, nearest)
  );
}

function isNearestName({ frame }: WalkedFrame): boolean {
  return frame.exportSymbol === true;
}

/** A request that another driver outside Windows made or passed on a few frames before: its contents may be that one's. */
function isSharedRequest(look: Look, { walked, role }: NearestDriver): boolean {
  const frames = crashWalk(look)?.frames ?? [];
  const below = frames.slice(frames.findIndex(({ frame }) => frame === walked.frame) + 1);
  const other = below.findIndex((one) => one.role?.role === 'third-party' && one.role.image !== role.image);
  return (
    other > 0 &&
    below
      .slice(0, other)
      .filter((one) => one.role?.image !== role.image)
      .every(passesRequests)
  );
}

/** `IofCallDriver` and the filter manager hand a request from driver to driver. */
function passesRequests({ frame, role }: WalkedFrame): boolean {
  return role?.image === 'fltmgr.sys' || isRequestPassing(frame.function);
}

/** An address of the application is what the caller passed on; a scheduler met it in a thread that was damaged before. */
function touchesUser(look: Look, { between }: NearestDriver): boolean {
  const touched = touchedAddress(look)?.address;
  if (touched === undefined || between.some(({ frame }) => isSchedulerCode(frame))) {
    return false;
  }
  return isUserAddress(touched) && !isNearNull(touched);
}

type Happening = 'astray' | 'failed' | 'full' | 'late' | 'slow' | 'waits';

function happening(frame: Frame, ranOut: boolean): Happening {
  if (frame.module === null) {
    return 'astray';
  }
  if (ranOut) {
    return takesSpinLock(frame) ? 'waits' : 'slow';
  }
  return 'failed';
}

function textOf(image: string, call: string, happened: Happening): Finding['text'] {
  const { en, zh } = SAYS[happened];
  return {
    en: en.replace('<image>', () => image).replace('<call>', () => call),
    zh: zh.replace('<image>', () => image).replace('<call>', () => call),
  };
}

const SAYS: Readonly<Record<Happening, Text>> = {
  astray: {
    en: 'A call made by <image> led to code of no module that the debugger knows (<call>).',
    zh: '<image> 发起的调用进入了调试器找不到所属模块的代码（<call>）。',
  },
  failed: {
    en: 'A kernel service failed in a call made by <image> (<call>); only kernel code lies between.',
    zh: '<image> 发起的调用（<call>）使内核服务失败，两者之间只有内核代码。',
  },
  full: {
    en: 'The kernel stack was full in a call made by <image> (<call>); who filled it is seen by what each frame takes.',
    zh: '<image> 发起的调用（<call>）时内核栈已耗尽；要看各栈帧占用的空间才知道是谁用完的。',
  },
  late: {
    en: "The kernel's own bookkeeping failed in a call made by <image> (<call>); the damage may be older than the call.",
    zh: '<image> 发起的调用（<call>）中，内核自身的管理数据出错；破坏可能早于这次调用。',
  },
  slow: {
    en: 'Time ran out inside a call made by <image> (<call>); only kernel code lies between.',
    zh: '时间在 <image> 发起的调用（<call>）中耗尽，两者之间只有内核代码。',
  },
  waits: {
    en: '<image> waits for a spin lock (<call>); who holds the lock is seen on another processor.',
    zh: '<image> 在等待自旋锁（<call>）；锁的持有者要在其他处理器上查看。',
  },
};

/** Where nothing is damaged, but time has gone by. */
const MISLEADS: Readonly<Partial<Record<Happening, readonly Caveat[]>>> = {
  slow: [
    {
      en: 'The time went by elsewhere before, and this call was only running when the limit was reached.',
      zh: '时间早已在别处耗去，到达上限时只是恰好运行到这次调用。',
    },
  ],
  waits: [
    {
      en: 'Another driver holds the lock and does not give it back, and this one only waits.',
      zh: '持有锁而不释放的是另一个驱动，这个驱动只是在等待。',
    },
  ],
};

/**
 * How much less the position says where the pool's bookkeeping failed: little for one who only asked for memory or met what
 * the heap then reports as damaged, half for one who gave memory back. Who woke a thread has little to do with a scheduler
 * that fails over it.
 */
function lateness({ between }: NearestDriver, look: Look): Weight | null {
  const isOfTables = look.knowledge.has(stopCodeOf(look.crash), 'own-tables', look.crash.bugcheck?.args);
  if (isOfTables || between.some(({ frame }) => isSchedulerCode(frame))) {
    return 'weak';
  }
  const met = metBookkeeping(look);
  return met && (met === 'giving-back' ? 'moderate' : 'weak');
}
