import {
  isBookkeeping,
  isCallbackCall,
  isRegistry,
  isRequestPassing,
  isRequestReturn,
  isSystemRoutine,
  isSystemService,
  isZwCall,
} from '../knowledge/routines.ts';
import type { Look } from '../look.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { fieldOffset } from '../views/field-offset.ts';
import { frameName } from '../views/frame-name.ts';
import { isNearNull, isUserAddress } from '../views/hex-value.ts';
import { isPoolCode, isSchedulerCode } from '../views/kernel-code.ts';
import { mereBystanders } from '../views/mere-bystanders.ts';
import { showsFault } from '../views/shows-fault.ts';
import { type TouchedAddress, touchedAddress } from '../views/touched-address.ts';
import type { WalkedFrame } from '../views/walked-frame.ts';
import type { Finding, Likelihoods, Rule } from './rule.ts';

const LEAVES: Likelihoods = {
  driver: { parts: 9, because: 'a callback or a hook may have changed what was handed in, and returned' },
  corruptor: { parts: 1, because: 'what the service read may have been damaged before' },
};

export const serviceAlone: Rule = {
  name: 'service-alone',
  why: {
    en: 'A system service must bear whatever an application hands it. Where the kernel alone stands between the call and the fault, and nothing but a missing value or an address of the application was touched, the check is missing in Windows.',
    zh: '系统服务必须能承受应用程序传入的任何内容。从调用到出错之间只有内核，而访问的只是空值或应用程序的地址，说明缺少检查的是 Windows。',
  },
  unless: {
    en: 'A driver hooked the service or watched it by a callback, changed what it was given, and left no frame.',
    zh: '某个驱动挂钩或通过回调监视该服务，改动了传入的内容而没有留下栈帧。',
    says: ['driver'],
  },
  weight: 'moderate',
  family: 'system',
  leaves: LEAVES,
  needs: ['stacks'],
  find,
};

/** A service that works on what it was handed does so near its entry. */
const DEEPEST = 8;

function find(look: Look): Finding[] {
  const walk = crashWalk(look);
  const touched = touchedAddress(look);
  if (!walk || !touched || touched.repaired || !showsFault(walk, look)) {
    return [];
  }
  const passedOver = mereBystanders(look);
  const frames = walk.frames.filter(({ role }) => !role || !passedOver.has(role.image));
  const entry = frames.findIndex(({ frame }) => isSystemService(frame.function));
  const inside = frames.slice(0, Math.max(entry, 0));
  const [first] = inside;
  const service = inside.at(-1);
  if (!first || !service || entry > DEEPEST || !frames.slice(entry).every(isEntry)) {
    return [];
  }
  if (!isSystemRoutine(service.frame.function) || !inside.every(isOwnWork) || !isHandedIn(touched)) {
    return [];
  }
  return [
    {
      suspect: 'os',
      for: true,
      lines: [touched.lines, first.frame.lines, service.frame.lines],
      text: {
        en: `${frameName(first.frame)} touched ${touched.address} inside the system service ${frameName(service.frame)}, with the kernel alone from the call on: a missing check in Windows.`,
        zh: `${frameName(first.frame)} 在系统服务 ${frameName(service.frame)} 中访问了 ${touched.address}，从调用起只有内核代码：是 Windows 缺少检查。`,
      },
    },
  ];
}

/** The kernel at what the application asked; where it asks drivers, or walks what everybody damages, others come in. */
function isOwnWork({ frame, role }: WalkedFrame): boolean {
  const { function: name } = frame;
  return (
    role?.role === 'kernel' &&
    name !== null &&
    !frame.exportSymbol &&
    !isPoolCode(frame) &&
    !isSchedulerCode(frame) &&
    ![isBookkeeping, isCallbackCall, isRegistry, isRequestPassing, isRequestReturn].some((isOf) => isOf(name))
  );
}

/** Below the entry nothing but the application: a driver that asked from the kernel stands there. */
function isEntry({ frame, role }: WalkedFrame): boolean {
  return role?.role === 'kernel' && !isZwCall(frame.function);
}

/** A field of a null pointer, or an address of the application itself. */
function isHandedIn({ address, executed }: TouchedAddress): boolean {
  const offset = fieldOffset(address);
  return !executed && (offset === null ? isUserAddress(address) && !isNearNull(address) : offset.startsWith('+'));
}
