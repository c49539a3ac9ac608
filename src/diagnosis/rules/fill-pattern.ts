import type { Look } from '../look.ts';
import { faultingDriver } from '../views/nearest-to-fault.ts';
import { patternIn } from '../views/pointer-pattern.ts';
import { touchedAddress } from '../views/touched-address.ts';
import { LOOKS } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const fillPattern: Rule = {
  name: 'fill-pattern',
  why: {
    en: 'A pointer made of a fill pattern was read from memory that was freed or never written.',
    zh: '由填充模式构成的指针，来自已释放或从未写入的内存。',
  },
  unless: {
    en: 'The value is data that happens to look so.',
    zh: '该值只是碰巧如此的数据。',
  },
  weight: 'weak',
  family: 'values',
  shows: 'stale-memory',
  leaves: LOOKS,
  needs: [],
  find,
};

function find(look: Look): Finding[] {
  const touched = touchedAddress(look);
  if (!touched) {
    return [];
  }
  const pattern = patternIn(touched.address);
  if (!pattern) {
    return [];
  }
  const text = {
    en: `The address touched, ${touched.address}, carries the pattern ${pattern.bytes}: ${pattern.says.en}.`,
    zh: `访问的地址 ${touched.address} 带有填充模式 ${pattern.bytes}：${pattern.says.zh}。`,
  };
  const against: Finding = {
    suspect: 'hardware',
    for: false,
    weight: 'moderate',
    lines: [touched.lines],
    text,
    excludes: ['hardware'],
  };
  const driver = faultingDriver(look);
  return driver ? [{ suspect: driver, for: true, lines: [touched.lines], text }, against] : [against];
}
