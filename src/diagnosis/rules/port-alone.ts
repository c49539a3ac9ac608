import { isInterruptEntry, isThreadStart, isTimerExpiry } from '../knowledge/routines.ts';
import type { Look } from '../look.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { fieldOffset } from '../views/field-offset.ts';
import { frameName } from '../views/frame-name.ts';
import { showsFault } from '../views/shows-fault.ts';
import { showsOrigin } from '../views/shows-origin.ts';
import { touchedAddress } from '../views/touched-address.ts';
import type { WalkedFrame } from '../views/walked-frame.ts';
import type { Finding, Likelihoods, Rule } from './rule.ts';

const LEAVES: Likelihoods = {
  driver: { parts: 8, because: 'a miniport or client of the port driver may have taken away what its timer works on' },
  windows: { parts: 1, because: 'another part of Windows may have done so' },
};

export const portAlone: Rule = {
  name: 'port-alone',
  why: {
    en: 'A port driver runs the requests of others, but a routine that its own timer or thread started works on its own data: a null pointer there is its own.',
    zh: '端口驱动处理别人的请求，但由它自己的计时器或线程启动的例程处理的是自己的数据：那里的空指针属于它自身。',
  },
  unless: {
    en: 'A miniport or a filter had removed a device behind its back.',
    zh: '某个微型端口或筛选器在它不知情时移除了设备。',
    says: ['driver'],
  },
  weight: 'moderate',
  family: 'system',
  leaves: LEAVES,
  needs: ['stacks'],
  find,
};

function find(look: Look): Finding[] {
  const walk = crashWalk(look);
  const touched = touchedAddress(look);
  const offset = touched === null || touched.executed ? null : fieldOffset(touched.address);
  const own = walk?.frames[0];
  if (!walk || !touched || !offset?.startsWith('+') || own?.role?.role !== 'port') {
    return [];
  }
  if (!showsFault(walk, look) || !showsOrigin(walk) || !isStartedByItself(walk.frames, own.role.image)) {
    return [];
  }
  return [
    {
      suspect: 'os',
      for: true,
      lines: [touched.lines, own.frame.lines],
      text: {
        en: `${frameName(own.frame)} read through a null pointer (${touched.address}) in a routine that ${own.role.image} started itself; it comes with Windows, and no other driver stands on the stack.`,
        zh: `${frameName(own.frame)} 在 ${own.role.image} 自己启动的例程中使用了空指针（${touched.address}）；它随 Windows 提供，调用堆栈上没有其他驱动。`,
      },
    },
  ];
}

/** Below its own frames the kernel alone, which ran a timer or a thread: nobody's request is at work. */
function isStartedByItself(frames: readonly WalkedFrame[], image: string): boolean {
  const below = frames.slice(frames.findIndex(({ role }) => role?.image !== image));
  const start = below[0]?.frame.function;
  const interrupt = below.findIndex(({ frame }) => isInterruptEntry(frame.function));
  const own = interrupt === -1 ? below : below.slice(0, interrupt);
  return (isTimerExpiry(start) || isThreadStart(start)) && own.every(({ role }) => role?.role === 'kernel');
}
