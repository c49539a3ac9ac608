import type { Hex } from '../facts.ts';
import { isRequestCompletion } from '../knowledge/routines.ts';
import type { Look } from '../look.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { frameName } from '../views/frame-name.ts';
import { hexValue } from '../views/hex-value.ts';
import { nearestToFault } from '../views/nearest-to-fault.ts';
import { is32Bit, type WalkedFrame } from '../views/walked-frame.ts';
import { DIRECT_CALL } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const ownCompletion: Rule = {
  name: 'own-completion',
  why: {
    en: 'A request ends in the thread that made it: Windows writes its status and sets its event where the maker said. A driver that made the request itself said where.',
    zh: '请求在发起它的线程中结束：Windows 会按发起者指定的位置写入状态并触发事件。如果请求是驱动自己创建的，位置就是它指定的。',
  },
  unless: {
    en: 'A driver below ended the request twice, or too late.',
    zh: '下层某个驱动重复或过晚地完成了该请求。',
    says: ['driver'],
  },
  weight: 'strong',
  family: 'code',
  leaves: DIRECT_CALL,
  needs: ['stacks'],
  find,
};

function find(look: Look): Finding[] {
  const nearest = nearestToFault(look);
  const end = nearest?.between.find(({ frame }) => isRequestCompletion(frame.function));
  if (nearest?.nearness !== 'interrupted' || !end) {
    return [];
  }
  const { role, walked } = nearest;
  const frames = crashWalk(look)?.frames ?? [];
  const from = frames.indexOf(walked);
  const own = frames.slice(from);
  const others = own.findIndex((one) => one.role?.image !== role.image);
  const [mine, given] = others === -1 ? [own, []] : [own.slice(0, others), own.slice(others)];
  const request = requestOf(end.frame.args[0], mine);
  // What it was handed itself it did not make.
  if (request === null || valuesOf(given).has(request)) {
    return [];
  }
  return [
    {
      suspect: role.image,
      for: true,
      // On 64 bits the columns hold what was saved of registers, of whatever time.
      ...(!is32Bit(end.frame) && { weight: 'moderate' as const }),
      lines: [end.frame.lines, walked.frame.lines],
      text: {
        en: `${frameName(end.frame)} ended the request ${request}, which ${frameName(walked.frame)} has among its values and was not handed: ${role.image} made it.`,
        zh: `${frameName(end.frame)} 正在结束请求 ${request}；该值出现在 ${frameName(walked.frame)} 中，且不是别人交给它的：请求由 ${role.image} 创建。`,
      },
    },
  ];
}

/** The APC lies within the request that it ends: 0x40 behind its begin in 32-bit code, 0x78 in 64-bit code (public types of Windows). */
const WITHIN = [0x40n, 0x78n];

function requestOf(apc: Hex | undefined, frames: readonly WalkedFrame[]): Hex | null {
  const place = hexValue(apc);
  const values = valuesOf(frames);
  const found =
    place === null
      ? undefined
      : WITHIN.map((offset) => `0x${(place - offset).toString(16)}`).find((one) => values.has(one));
  return found ?? null;
}

function valuesOf(frames: readonly WalkedFrame[]): ReadonlySet<Hex> {
  return new Set(frames.flatMap(({ frame }) => frame.args));
}
