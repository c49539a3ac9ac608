import type { Finding, Rule, RuleInput } from './rule.ts';
import { argumentOf, stopCodeOf } from './stop-code-of.ts';

/** Memory manager stops whose first argument means "one bit differs from what it must be" (public reference of 0x1a). */
const BIT_CASES = new Set(['0x41792', '0x41793', '0x403', '0x404']);

export const singleBitError: Rule = {
  name: 'single-bit-error',
  why: {
    en: 'Software that goes astray writes bytes; a single flipped bit is what failing memory does.',
    zh: '出错的软件写坏的是字节;只翻转一个比特是内存故障的典型表现。',
  },
  unless: {
    en: 'A driver set or cleared a flag in memory it had freed.',
    zh: '驱动在已释放的内存中设置或清除了一个标志位。',
  },
  weight: 'strong',
  family: 'machine',
  needs: [],
  find,
};

function find({ crash, facts }: RuleInput): Finding[] {
  const flipped = facts.corruptions.find(({ how }) => how === 'single-bit');
  if (flipped) {
    const where = flipped.module ? `${flipped.module}: ` : '';
    return [finding(flipped.lines, `${where}${flipped.detail}`)];
  }
  const kind = argumentOf(crash, 1);
  if (stopCodeOf(crash) !== '0x1a' || !kind || !BIT_CASES.has(kind) || !crash.bugcheck) return [];
  return [{ ...finding(crash.bugcheck.lines, `0x1a, Arg1 ${kind}`), weight: 'moderate' }];
}

function finding(lines: readonly [number, number], detail: string): Finding {
  return {
    suspect: 'hardware',
    for: true,
    lines: [lines],
    text: {
      en: `A single bit differs from what it must be (${detail}): test the memory first.`,
      zh: `与应有的值只差一个比特(${detail}):请先检测内存。`,
    },
  };
}
