import type { Frame } from '../facts.ts';
import type { Look } from '../look.ts';
import { allWalks } from '../views/crash-walks.ts';
import { frameName } from '../views/frame-name.ts';
import { hexValue } from '../views/hex-value.ts';
import { textInPointer } from '../views/text-value.ts';
import { OWN_INSTRUCTION } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const smashedStack: Rule = {
  name: 'smashed-stack',
  why: {
    en: 'Return addresses that are text or a repeated byte lie above the frame that wrote past its local buffer.',
    zh: '返回地址变成文本或重复字节，说明其上方的函数写越了自己的局部缓冲区。',
  },
  unless: {
    en: 'The debugger unwound the stack wrongly for lack of symbols.',
    zh: '由于缺少符号，调试器错误地展开了调用堆栈。',
  },
  weight: 'strong',
  family: 'values',
  shows: 'overwritten-stack',
  leaves: OWN_INSTRUCTION,
  needs: ['stacks'],
  find,
};

function find(look: Look): Finding[] {
  for (const { frames } of allWalks(look)) {
    for (const [index, { role, frame }] of frames.entries()) {
      const below = frames[index + 1]?.frame;
      const value = role?.role === 'third-party' && below ? overwritten(below) : null;
      if (!role || !below || !value) {
        continue;
      }
      return [
        {
          suspect: role.image,
          for: true,
          lines: [frame.lines, below.lines],
          text: {
            en: `Below ${frameName(frame)} the return address is ${value}, which is data: its function wrote past a buffer on the stack.`,
            zh: `${frameName(frame)} 之下的返回地址是 ${value}，属于数据：该函数写越了栈上的缓冲区。`,
          },
        },
      ];
    }
  }
  return [];
}

/** A bare address whose bytes are all the same, or spell text. */
function overwritten({ module, address }: Frame): string | null {
  const digits = hexValue(address)?.toString(16) ?? '';
  if (module !== null || !address || digits.length < 8) {
    return null;
  }
  const repeated = /^(?<byte>[1-9a-e][0-9a-f])\k<byte>{3,7}$/.test(digits);
  return repeated || textInPointer(address) ? address : null;
}
