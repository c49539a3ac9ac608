import type { CorruptionFact } from '../facts.ts';
import type { Look } from '../look.ts';
import { flippedCode } from '../views/flipped-code.ts';
import { flippedCookie } from '../views/flipped-cookie.ts';
import { hexValue, turnedBit } from '../views/hex-value.ts';
import { nearestToFault } from '../views/nearest-to-fault.ts';
import { argumentLines, argumentOf, stopCodeOf } from '../views/stop-code-of.ts';
import { ONE_BIT } from './observations.ts';
import type { Finding, Rule, TurnedBit } from './rule.ts';

export const singleBitError: Rule = {
  name: 'single-bit-error',
  why: {
    en: 'Software that goes astray writes bytes; a single flipped bit is what failing memory does.',
    zh: '出错的软件写坏的是字节；只翻转一个比特是内存故障的典型表现。',
  },
  unless: {
    en: 'A driver set or cleared a flag in memory it had freed.',
    zh: '驱动在已释放的内存中设置或清除了一个标志位。',
    says: ['driver', 'corruptor'],
  },
  weight: 'strong',
  family: 'machine',
  shows: 'flipped-bit',
  leaves: ONE_BIT,
  needs: [],
  find,
};

function find(look: Look): Finding[] {
  const { crash, facts } = look;
  const flipped = facts.corruptions.find(({ how, detail }) => how === 'single-bit' || /ONE_BIT/i.test(detail));
  if (flipped) {
    const where = flipped.module ? `${flipped.module}: ` : '';
    return [finding([flipped.lines], `${where}${flipped.detail}`, turnedIn(flipped))];
  }
  const code = flippedCode(look);
  if (code && crash.bugcheck) {
    const { one, other, place } = code;
    const bit = turnedBit(BigInt(`0x${one.bytes}`), BigInt(`0x${other.bytes}`));
    const turned = bit === null ? null : { bit, place };
    return [finding([one.lines, other.lines], `${one.symbol ?? place}: ${one.bytes}, ${other.bytes}`, turned)];
  }
  const cookie = flippedCookie(look);
  if (cookie && crash.bugcheck) {
    return cookieFindings(cookie, [argumentLines(crash.bugcheck, 1), argumentLines(crash.bugcheck, 2)], look);
  }
  const compared = comparedValues(look);
  const bit = compared && turnedBit(...compared);
  if (!compared || !crash.bugcheck || bit === null) {
    return [];
  }
  return [
    finding(
      [argumentLines(crash.bugcheck, 3), argumentLines(crash.bugcheck, 4)],
      `0x1a: 0x${compared[0].toString(16)}, 0x${compared[1].toString(16)}`,
      { bit, place: null },
    ),
  ];
}

/** What was read and what should be there, in the cases of MEMORY_MANAGEMENT (0x1a) that show both. */
function comparedValues({ crash, knowledge }: Look): [bigint, bigint] | null {
  const code = stopCodeOf(crash);
  const args = crash.bugcheck?.args;
  const third = hexValue(argumentOf(crash, 3));
  const fourth = hexValue(argumentOf(crash, 4));
  if (third === null) {
    return null;
  }
  if (knowledge.has(code, 'must-be-zero', args)) {
    return [third, 0n];
  }
  return knowledge.has(code, 'compared-values', args) && fourth !== null ? [third, fourth] : null;
}

/** `nt!KiPageFault+12` of the row that `!chkimg` prints: a place of the image, wherever it was loaded. */
function turnedIn({ bit, detail }: CorruptionFact): TurnedBit | null {
  const place = /- (?<place>[\w.]{1,80}[!|]\w{1,100}(?:\+(?:0x)?[0-9a-f]{1,8})?)/i.exec(detail)?.groups?.place;
  return bit === undefined || place === undefined ? null : { bit, place: place.toLowerCase().replace('|', '!') };
}

/** The driver whose function checked its cookie only met the bit: the larger a frame, the likelier. */
function cookieFindings(cookie: readonly [bigint, bigint], lines: Finding['lines'], look: Look): Finding[] {
  const [found, expected] = cookie.map((value) => `0x${value.toString(16)}`);
  const driver = nearestToFault(look)?.role.image;
  const against: Finding[] =
    driver === undefined
      ? []
      : [
          {
            suspect: driver,
            for: false,
            lines,
            text: {
              en: `The cookie that ${driver} found (${found}) differs from the right one (${expected}) in one bit: writing past a buffer changes whole bytes.`,
              zh: `${driver} 发现的 Cookie（${found}）与正确值（${expected}）只差一个比特：越界写入改变的是整个字节。`,
            },
            excludes: ['driver'],
          },
        ];
  return [finding(lines, `${found}, ${expected}`, null), ...against];
}

function finding(lines: Finding['lines'], detail: string, turned: TurnedBit | null): Finding {
  return {
    suspect: 'hardware',
    for: true,
    lines,
    ...(turned && { turned }),
    text: {
      en: `A single bit differs from what it must be (${detail}): test the memory first.`,
      zh: `与应有的值只差一个比特（${detail}）：请先检测内存。`,
    },
  };
}
