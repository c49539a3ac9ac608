import { driverRole } from './driver-role.ts';
import type { Finding, Rule, RuleInput } from './rule.ts';
import { isVerifierRuleImage } from './verifier-rule-image.ts';

/** WhoCrashed runs the debugger's analysis and prints its module and offset; others take the last address they find. */
const ANALYSED = /caused by the following module: .{1,80}\(\S{1,80}\+/i;

export const toolBlame: Rule = {
  name: 'tool-blame',
  why: {
    en: 'A viewer of minidumps, or the debugger in passing ("Unable to load image"), names a driver: a hint on whom to ask about first.',
    zh: '小型转储查看工具，或调试器附带的信息（“Unable to load image”）提到了某个驱动：可作为先问谁的线索。',
  },
  unless: {
    en: 'Such tools take the last address on the stack that belongs to some driver, guilty or not.',
    zh: '这类工具只取栈上最后一个属于某驱动的地址，不管它是否有责任。',
  },
  weight: 'weak',
  family: 'code',
  needs: ['namedDrivers'],
  find,
};

function find(input: RuleInput): Finding[] {
  const findings = new Map<string, Finding>();
  for (const { by, image, lines, context } of input.facts.namedDrivers) {
    if (by !== 'tool' && by !== 'unable-to-load') continue;
    const role = driverRole(image, input);
    if (role?.role !== 'third-party' || findings.has(role.image) || isVerifierRuleImage(role.image, input)) continue;
    findings.set(role.image, {
      suspect: role.image,
      for: true,
      ...(by === 'tool' && ANALYSED.test(context) && { weight: 'moderate' as const }),
      lines: [lines],
      text:
        by === 'tool'
          ? { en: `A dump viewer names ${role.image}.`, zh: `转储查看工具提到了 ${role.image}。` }
          : {
              en: `The debugger looked for symbols of ${role.image} during its analysis and found none.`,
              zh: `调试器在分析过程中查找 ${role.image} 的符号，但没有找到。`,
            },
    });
  }
  return [...findings.values()];
}
