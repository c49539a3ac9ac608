import type { Look } from '../look.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { frameName } from '../views/frame-name.ts';
import { hexValue } from '../views/hex-value.ts';
import { argumentLines, argumentOf, stopCodeOf } from '../views/stop-code-of.ts';
import { OWN_INSTRUCTION } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

/** 0xd1 and 0xa: argument 1 is the memory referenced, argument 2 the IRQL, argument 4 the instruction (public reference). */
export const pageableCode: Rule = {
  name: 'pageable-code',
  why: {
    en: 'The instruction itself could not be read at a raised IRQL: the driver put code into pageable memory that runs above APC_LEVEL.',
    zh: '在较高的 IRQL 连指令本身都无法读取：驱动把会在 APC_LEVEL 以上运行的代码放进了可分页内存。',
  },
  unless: [
    {
      en: 'A wild call went to the driver.',
      zh: '错误的调用跳到了该驱动。',
      says: ['corruptor'],
    },
    {
      en: 'Its image was already unloaded.',
      zh: '其映像已被卸载。',
    },
  ],
  weight: 'weak',
  family: 'values',
  shows: 'pageable-code',
  leaves: OWN_INSTRUCTION,
  needs: ['bugchecks', 'stacks'],
  find,
};

function find(look: Look): Finding[] {
  const code = stopCodeOf(look.crash);
  const { bugcheck } = look.crash;
  const irql = hexValue(argumentOf(look.crash, 2));
  const address = argumentOf(look.crash, 1);
  if (!bugcheck || !address || !look.knowledge.has(code, 'raised-irql') || irql === null || irql < 2n) {
    return [];
  }
  const first = address === argumentOf(look.crash, 4) ? crashWalk(look)?.frames[0] : null;
  if (first?.role?.role !== 'third-party') {
    return [];
  }
  return [
    {
      suspect: first.role.image,
      for: true,
      excludes: ['corruptor', 'hardware'],
      lines: [argumentLines(bugcheck, 1), argumentLines(bugcheck, 4), first.frame.lines],
      text: {
        en: `Arg1 and Arg4 are the same address ${address}, at IRQL ${irql}: the code of ${frameName(first.frame)} was paged out when it was called.`,
        zh: `Arg1 与 Arg4 是同一地址 ${address}，IRQL 为 ${irql}：调用 ${frameName(first.frame)} 时，它的代码已被换出内存。`,
      },
    },
  ];
}
