import type { Look } from '../look.ts';
import { bitsApart, hexValue } from '../views/hex-value.ts';
import { argumentLines, argumentOf, stopCodeOf } from '../views/stop-code-of.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * Cases of MEMORY_MANAGEMENT (0x1a) whose arguments 3 and 4 show what was read and what should be there (public reference):
 * 0x403 and 0x404 compare them, 0x41792 gives a page table entry that must be zero.
 */
const COMPARED = new Set(['0x403', '0x404', '0x411']);
const MUST_BE_ZERO = '0x41792';

export const singleBitError: Rule = {
  name: 'single-bit-error',
  why: {
    en: 'Software that goes astray writes bytes; a single flipped bit is what failing memory does.',
    zh: '出错的软件写坏的是字节；只翻转一个比特是内存故障的典型表现。',
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

function find({ crash, facts }: Look): Finding[] {
  const flipped = facts.corruptions.find(({ how, detail }) => how === 'single-bit' || /ONE_BIT/i.test(detail));
  if (flipped) {
    const where = flipped.module ? `${flipped.module}: ` : '';
    return [finding(flipped.lines, `${where}${flipped.detail}`)];
  }
  const compared = stopCodeOf(crash) === '0x1a' ? comparedValues(crash) : null;
  if (!compared || !crash.bugcheck || bitsApart(...compared) !== 1) {
    return [];
  }
  return [
    finding(argumentLines(crash.bugcheck, 3), `0x1a: 0x${compared[0].toString(16)}, 0x${compared[1].toString(16)}`),
  ];
}

function comparedValues(crash: Look['crash']): [bigint, bigint] | null {
  const kind = argumentOf(crash, 1) ?? '';
  const third = hexValue(argumentOf(crash, 3));
  const fourth = hexValue(argumentOf(crash, 4));
  if (third === null) {
    return null;
  }
  if (kind === MUST_BE_ZERO) {
    return [third, 0n];
  }
  return COMPARED.has(kind) && fourth !== null ? [third, fourth] : null;
}

function finding(lines: readonly [number, number], detail: string): Finding {
  return {
    suspect: 'hardware',
    for: true,
    lines: [lines],
    text: {
      en: `A single bit differs from what it must be (${detail}): test the memory first.`,
      zh: `与应有的值只差一个比特（${detail}）：请先检测内存。`,
    },
  };
}
