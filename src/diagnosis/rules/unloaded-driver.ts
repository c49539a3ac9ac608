import type { Look } from '../look.ts';
import { unloadedPlaces } from '../views/unloaded-places.ts';
import { GONE } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const unloadedDriver: Rule = {
  name: 'unloaded-driver',
  why: {
    en: 'Windows jumped into code of a driver that was already gone: it left a timer, DPC, thread or callback behind.',
    zh: 'Windows 跳转到了已卸载驱动的代码：它卸载时遗留了计时器、DPC、线程或回调。',
  },
  unless: {
    en: 'The range was reused, or the unloaded module list only happens to cover a wild address.',
    zh: '地址范围已被重新使用，或野指针碰巧落在已卸载模块的范围内。',
  },
  weight: 'decisive',
  family: 'ownership',
  shows: 'unloaded-code',
  leaves: GONE,
  needs: [],
  find,
};

function find(look: Look): Finding[] {
  const places = unloadedPlaces(look).filter(({ isCode }) => isCode);
  return places.map(({ image, lines }) => ({
    suspect: image,
    for: true,
    lines: [lines],
    text: {
      en: `The address lies in the range of ${image}, which had been unloaded: something of it was still scheduled to run.`,
      zh: `该地址位于已卸载的 ${image} 的范围内：它还有代码被安排执行。`,
    },
  }));
}
