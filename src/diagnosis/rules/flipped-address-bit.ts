import type { Look } from '../look.ts';
import { hexValue, turnedBit } from '../views/hex-value.ts';
import { argumentLines, argumentOf, stopCodeOf } from '../views/stop-code-of.ts';
import { touchedAddress } from '../views/touched-address.ts';
import { ONE_BIT } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

/** Kernel half of the address space (x64, ARM64): where the pointers of kernel code point. */
const KERNEL = 0xffff800000000000n;
/** Bits below this one differ between neighbouring objects all the time. */
const LOWEST = 20;

export const flippedAddressBit: Rule = {
  name: 'flipped-address-bit',
  why: {
    en: 'An address that differs from a good one in a single high bit is what failing memory makes of a pointer.',
    zh: '与正确地址只差一个高位比特的地址，正是内存故障对指针造成的典型结果。',
  },
  unless: {
    en: 'The driver computed both addresses from the same base with a wrong index.',
    zh: '驱动从同一基址用错误的索引算出了这两个地址。',
    says: ['driver'],
  },
  weight: 'moderate',
  family: 'machine',
  shows: 'flipped-bit',
  leaves: ONE_BIT,
  needs: [],
  find,
};

function find(look: Look): Finding[] {
  const touched = touchedAddress(look);
  const bad = hexValue(touched?.address);
  if (!touched || bad === null || bad < 1n << 32n) {
    return [];
  }
  const fetched = fetchedElsewhere(look, bad);
  if (fetched) {
    return [fetched];
  }
  for (const { values, lines } of look.facts.registers) {
    for (const [register, hex] of Object.entries(values)) {
      const good = hexValue(hex);
      const bit = good === null || good < KERNEL ? null : turnedBit(good, bad);
      if (bit === null || bit < LOWEST) {
        continue;
      }
      return [
        {
          suspect: 'hardware',
          for: true,
          lines: [touched.lines, lines],
          turned: { bit, place: null },
          text: {
            en: `The address touched, ${touched.address}, and ${register} (${hex}) differ in one bit (Hamming distance 1): a flipped bit.`,
            zh: `访问的地址 ${touched.address} 与 ${register}（${hex}）只差一个比特（汉明距离 1）：比特翻转。`,
          },
        },
      ];
    }
  }
  return [];
}

/** The processor fetches an instruction from where it stands: an address that differs by a bit was changed on the way. */
function fetchedElsewhere({ crash, knowledge }: Look, bad: bigint): Finding | null {
  const position = knowledge.argument(stopCodeOf(crash), 'instruction');
  const place = position && argumentOf(crash, position);
  const good = hexValue(place);
  const isFetch = crash.bugcheck?.args[1] === EXECUTE;
  const bit = good === null || good < KERNEL ? null : turnedBit(good, bad);
  if (!position || !crash.bugcheck || !isFetch || bit === null) {
    return null;
  }
  return {
    suspect: 'hardware',
    for: true,
    lines: [argumentLines(crash.bugcheck, 1), argumentLines(crash.bugcheck, position)],
    turned: { bit, place: null },
    text: {
      en: `The processor was to run ${place} and fetched from 0x${bad.toString(16)}: the two differ in one bit, which no code does.`,
      zh: `处理器本应执行 ${place}，却从 0x${bad.toString(16)} 取指：两者只差一个比特，任何代码都不会造成这种情况。`,
    },
    excludes: ['driver', 'windows'],
  };
}

/** In argument 2 of a page fault: what was to be done was to run code. */
const EXECUTE = '0x10';
