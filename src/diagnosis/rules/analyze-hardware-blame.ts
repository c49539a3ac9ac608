import type { Look } from '../look.ts';
import { isInterrupt } from '../views/occasion.ts';
import { CODE_CHANGED } from './observations.ts';
import type { Finding, Rule, Weight } from './rule.ts';

/** What !analyze prints in place of an image when its own checks point at the machine. */
const BLAMES: readonly { pattern: RegExp; weight: Weight }[] = [
  { pattern: /^(?:genuineintel|authenticamd)(?:\.sys)?$/i, weight: 'strong' },
  { pattern: /^IP_MISALIGNED/i, weight: 'strong' },
  { pattern: /^hardware(?:_\w{1,20})?(?:\.sys)?$/i, weight: 'strong' },
  { pattern: /\bONE_BIT\b|MEMORY_CORRUPTION_ONE_BIT/i, weight: 'strong' },
  { pattern: /MEMORY_CORRUPTION_STRIDE/i, weight: 'moderate' },
  { pattern: /^memory_corruption(?=\s|$)/i, weight: 'weak' },
];
const FIELDS = new Set([
  'IMAGE_NAME',
  'MODULE_NAME',
  'FAILURE_BUCKET_ID',
  'BUCKET_ID',
  'BUGCHECK_STR',
  'Probably caused by',
]);

export const analyzeHardwareBlame: Rule = {
  name: 'analyze-hardware-blame',
  why: {
    en: "The debugger's own checks of code and records point at the processor or the memory instead of a driver.",
    zh: '调试器自身对代码和错误记录的检查指向处理器或内存，而不是某个驱动。',
  },
  unless: {
    en: 'A driver overwrote code or data, which looks the same once it is broken.',
    zh: '驱动覆盖了代码或数据，损坏之后看起来是一样的。',
    says: ['driver', 'corruptor'],
  },
  weight: 'strong',
  family: 'machine',
  leaves: CODE_CHANGED,
  needs: ['fields'],
  find,
};

function find(look: Look): Finding[] {
  // For an NMI !analyze prints "hardware" whoever sent it: that retells the name of the stop.
  if (isInterrupt(look)) {
    return [];
  }
  for (const { pattern, weight } of BLAMES) {
    const field = look.facts.fields.find(({ name, value }) => FIELDS.has(name) && pattern.test(value.trim()));
    if (!field) {
      continue;
    }
    return [
      {
        suspect: 'hardware',
        for: true,
        weight,
        lines: [field.lines],
        text: {
          en: `The debugger names no driver but ${nameIn(field.value)} (${field.name}).`,
          zh: `调试器没有指向驱动，而是给出 ${nameIn(field.value)}（${field.name}）。`,
        },
      },
    ];
  }
  return [];
}

/** Without the place in brackets: `memory_corruption ( nt!MiFunction+c )`. */
function nameIn(value: string): string {
  return value.trim().split(/\s/, 1)[0] ?? '';
}
