import type { Look } from '../look.ts';
import { unloadedPlaces } from '../views/unloaded-places.ts';
import { GONE } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const unloadedData: Rule = {
  name: 'unloaded-data',
  why: {
    en: 'A driver that was already gone had left something in a list or a pointer of others, which led to where its data had been.',
    zh: '已卸载的驱动在其他代码的链表或指针中留下了内容，它指向该驱动数据原来所在的位置。',
  },
  unless: {
    en: 'The range was reused, or the unloaded module list only happens to cover a wild address.',
    zh: '地址范围已被重新使用，或野指针碰巧落在已卸载模块的范围内。',
  },
  weight: 'strong',
  family: 'ownership',
  shows: 'unloaded-data',
  leaves: GONE,
  needs: [],
  find,
};

function find(look: Look): Finding[] {
  const places = unloadedPlaces(look).filter(({ isCode }) => !isCode);
  return places.map(({ image, lines }) => ({
    suspect: image,
    for: true,
    lines: [lines],
    text: {
      en: `The memory that was touched lies in the range of ${image}, which had been unloaded: something still pointed to its data.`,
      zh: `被访问的内存位于已卸载的 ${image} 的范围内：仍有指针指向它的数据。`,
    },
  }));
}
