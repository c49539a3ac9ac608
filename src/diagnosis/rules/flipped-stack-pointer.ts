import type { Look } from '../look.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { hexValue } from '../views/hex-value.ts';
import { isStackExhausted } from '../views/stack-exhausted.ts';
import { ONE_BIT } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const flippedStackPointer: Rule = {
  name: 'flipped-stack-pointer',
  why: {
    en: 'A stack pointer far outside its stack that one turned bit brings back into its frame lost that bit in the processor: no code sets it so.',
    zh: '栈指针远在栈外，而翻转一个比特就回到自己的栈帧内，说明处理器丢失了这一位：任何代码都不会这样设置它。',
  },
  unless: {
    en: 'The stack has simply overflowed: then the pointer is near its frame.',
    zh: '栈只是溢出：此时栈指针仍在栈帧附近。',
  },
  weight: 'strong',
  family: 'machine',
  shows: 'flipped-bit',
  leaves: ONE_BIT,
  needs: ['registers', 'bugchecks'],
  find,
};

/** Lower bits move the pointer about within its stack, which code does all the time. */
const LOWEST_BIT = 16n;
/** On x64 rbp is a register like others and may still point into the stack that was left: stacks lie this near each other. */
const LOWEST_OF_REGISTER = 25n;
const HIGHEST_BIT = 46n;
/** As large as one frame may be. */
const FRAME = 0x1000n;

function find(look: Look): Finding[] {
  if (!isStackExhausted(look)) {
    return [];
  }
  const frame = crashWalk(look)?.frames[0]?.frame;
  for (const { values, lines } of look.facts.registers) {
    const { ebp, esp, rsp, rbp } = values;
    const pointer = esp ?? rsp;
    const first = ebp ?? frame?.childSp;
    const ofFirst = turnedBit(hexValue(pointer), hexValue(first), LOWEST_BIT);
    const bit = ofFirst ?? turnedBit(hexValue(rsp), hexValue(rbp), LOWEST_OF_REGISTER);
    const base = ofFirst === null ? rbp : first;
    if (!pointer || !base || bit === null) {
      continue;
    }
    const isOfFrame = ofFirst !== null && ebp === undefined && frame !== undefined;
    return [
      {
        suspect: 'hardware',
        for: true,
        lines: isOfFrame ? [lines, frame.lines] : [lines],
        turned: { bit: Number(bit), place: null },
        text: {
          en: `The stack pointer ${pointer} lies far from its frame (${base}); with bit ${bit} turned it lies inside: the processor lost one bit.`,
          zh: `栈指针 ${pointer} 远离其栈帧（${base}），翻转第 ${bit} 位后就落在栈帧内：处理器丢失了一个比特。`,
        },
        excludes: ['windows'],
      },
    ];
  }
  return [];
}

/** The one bit that brings a pointer from far away to a place just below its frame's base; null where none does. */
function turnedBit(pointer: bigint | null, base: bigint | null, lowest: bigint): bigint | null {
  if (pointer === null || base === null) {
    return null;
  }
  for (let bit = lowest; bit <= HIGHEST_BIT; bit += 1n) {
    const below = base - (pointer ^ (1n << bit));
    if (below >= 0n && below < FRAME) {
      return bit;
    }
  }
  return null;
}
