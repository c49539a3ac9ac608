import type { Look } from '../look.ts';
import { CODE_CHANGED } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const misalignedInstruction: Rule = {
  name: 'misaligned-instruction',
  why: {
    en: 'The processor stood in the middle of an instruction: it jumped or counted wrongly, or the code changed under it.',
    zh: '处理器停在一条指令的中间：可能是跳转或计数错误，也可能是代码被改动。',
  },
  unless: {
    en: 'A driver called through a damaged function pointer.',
    zh: '驱动通过损坏的函数指针进行了调用。',
    says: ['driver', 'corruptor'],
  },
  weight: 'weak',
  family: 'machine',
  leaves: CODE_CHANGED,
  needs: ['fields'],
  find,
};

function find({ facts }: Look): Finding[] {
  const field = facts.fields.find(({ name, value }) => name === 'MISALIGNED_IP' || /\bIP_MISALIGNED\b/.test(value));
  if (!field) {
    return [];
  }
  return [
    {
      suspect: 'hardware',
      for: true,
      lines: [field.lines],
      text: {
        en: `The instruction pointer is misaligned (${field.name}): the processor was not at the start of an instruction.`,
        zh: `指令指针未对齐（${field.name}）：处理器没有停在指令的起始处。`,
      },
    },
  ];
}
