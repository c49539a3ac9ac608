import type { Look } from '../look.ts';
import { driverRole } from '../views/driver-role.ts';
import { loadedFrom } from '../views/loaded-from.ts';
import { faultingFrame } from '../views/nearest-to-fault.ts';
import type { Finding, Likelihoods, Rule } from './rule.ts';

const LEAVES: Likelihoods = {
  corruptor: { parts: 2, because: 'a stray write may hit the data of an image, though nothing lies beside it' },
  windows: { parts: 1, because: 'a routine of Windows may have filled the variable' },
  hardware: { parts: 1, because: 'memory that fails may hold this variable' },
};

export const loadedPointer: Rule = {
  name: 'loaded-pointer',
  why: {
    en: 'The instruction that loaded the bad pointer tells where it was kept. A variable in the data of an image is written by that image: no other memory lies beside it.',
    zh: '加载坏指针的指令表明了该指针存放的位置。映像数据区中的变量由该映像自己写入：它旁边没有别人的内存。',
  },
  unless: {
    en: 'The driver handed the address of the variable to somebody else, who filled it.',
    zh: '驱动把该变量的地址交给了别人，由别人填写。',
    says: ['forwarder', 'windows'],
  },
  weight: 'weak',
  family: 'values',
  leaves: LEAVES,
  needs: ['instructions'],
  find,
};

function find(look: Look): Finding[] {
  const loaded = loadedFrom(look);
  const role = loaded?.module ? driverRole(loaded.module, look) : null;
  if (!loaded || role?.role !== 'third-party') {
    return [];
  }
  const isOwn = faultingFrame(look)?.role?.image === role.image;
  return [
    {
      suspect: role.image,
      for: true,
      // Where somebody else met it, this is all there is: whose variable it was.
      ...(!isOwn && { weight: 'moderate' as const }),
      lines: [loaded.load.lines, loaded.fault.lines],
      text: {
        en: `The pointer in ${loaded.register} was loaded from a variable of ${role.image} (${loaded.load.text}).`,
        zh: `${loaded.register} 中的指针是从 ${role.image} 的变量加载的（${loaded.load.text}）。`,
      },
      ...(isOwn && { excludes: ['corruptor' as const] }),
    },
  ];
}
