import type { RegistersFact } from '../facts.ts';
import type { Look } from '../look.ts';
import { hexValue, isNonCanonical } from '../views/hex-value.ts';
import { faultingDriver } from '../views/nearest-to-fault.ts';
import { textInPointer } from '../views/text-value.ts';
import { LOOKS } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

/** A general protection fault hides the address: Windows reports the access as one to -1. The registers still show it. */
export const nonCanonicalPointer: Rule = {
  name: 'non-canonical-pointer',
  why: {
    en: 'A pointer that no processor accepts is data taken for an address: the structure it was read from was overwritten or freed.',
    zh: '处理器不可能接受的指针，是被当作地址的数据：它所在的结构已被覆盖或释放。',
  },
  unless: {
    en: 'A single bit differs from a good pointer (failing memory).',
    zh: '与正确指针只差一个比特（内存故障）。',
    says: ['hardware'],
  },
  weight: 'weak',
  family: 'values',
  shows: 'no-pointer',
  leaves: LOOKS,
  needs: ['registers', 'instructions'],
  find,
};

function find(look: Look): Finding[] {
  const driver = faultingDriver(look);
  const faulting = look.facts.instructions.find(({ atFault }) => atFault);
  if (!driver || !faulting) {
    return [];
  }
  for (const registers of look.facts.registers) {
    const bad = badRegister(registers, faulting.text);
    if (!bad || textInPointer(bad[1])) {
      continue;
    }
    const [register, value] = bad;
    return [
      {
        suspect: driver,
        for: true,
        lines: [registers.lines, faulting.lines],
        text: {
          en: `"${faulting.text}" uses ${register} = ${value}, which is not canonical: no pointer, but data.`,
          zh: `指令“${faulting.text}”使用的 ${register} = ${value} 不是规范地址：它不是指针，而是数据。`,
        },
      },
    ];
  }
  return [];
}

/** A register that the faulting instruction takes an address from. */
function badRegister({ values }: RegistersFact, instruction: string): [string, string] | undefined {
  const operand = /\[(?<operand>[^\]]{1,40})\]/.exec(instruction)?.groups?.operand ?? '';
  return Object.entries(values).find(([name, hex]) => {
    const value = hexValue(hex);
    return operand.split(/[+*-]/).includes(name) && value !== null && isNonCanonical(value);
  });
}
