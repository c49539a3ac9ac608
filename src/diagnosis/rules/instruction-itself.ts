import type { Text } from '../../language/text.ts';
import type { Lines } from '../facts.ts';
import type { Look } from '../look.ts';
import { isMeantToFail } from '../views/fault-kind.ts';
import { faultSite } from '../views/fault-site.ts';
import { frameName } from '../views/frame-name.ts';
import { hexValue } from '../views/hex-value.ts';
import { nearestToFault } from '../views/nearest-to-fault.ts';
import { argumentLines, argumentOf, stopCodeOf } from '../views/stop-code-of.ts';
import { FAULT_CAVEATS } from './fault-caveats.ts';
import { LOOKS } from './observations.ts';
import type { Caveat, Finding, Rival, Rule } from './rule.ts';

export const instructionItself: Rule = {
  name: 'instruction-itself',
  why: {
    en: 'Some exceptions are about the instruction, not about memory that it touched: it may not be run in that state, divides by zero, or is a breakpoint that was compiled in. No flipped bit and no older damage looks like that.',
    zh: '有些异常针对的是指令本身，而不是它访问的内存：该状态下不允许执行、除以零，或是编译进去的断点。比特翻转或更早的破坏都不会这样。',
  },
  unless: FAULT_CAVEATS.refused,
  weight: 'strong',
  family: 'values',
  leaves: LOOKS,
  needs: ['bugchecks'],
  find,
};

interface OwnFault {
  readonly says: Text;
  readonly excludes: readonly Rival[];
  readonly unless: Caveat;
}

/**
 * By exception code (public: ntstatus.h). Who divides by zero lacks a check, as with a null pointer. A breakpoint that was compiled in is
 * a check of the driver that failed: what it met may be older damage, so that is not excluded. An illegal instruction is none
 * of these, unless it was compiled in: code that changed in memory raises it too.
 */
const OWN_FAULTS: ReadonlyMap<bigint, OwnFault> = new Map([
  [
    0xc0000096n,
    {
      says: {
        en: 'the processor refused it in that state (privileged instruction)',
        zh: '处理器在当时的状态下拒绝执行（特权指令）',
      },
      excludes: ['corruptor', 'hardware'],
      unless: FAULT_CAVEATS.refused,
    },
  ],
  [
    0xc0000094n,
    {
      says: { en: 'it divided by zero', zh: '它除以了零' },
      excludes: ['corruptor', 'hardware'],
      unless: FAULT_CAVEATS.division,
    },
  ],
  [
    0x80000003n,
    {
      says: { en: 'it is a breakpoint that was compiled in', zh: '它是编译进去的断点' },
      excludes: ['hardware'],
      unless: FAULT_CAVEATS['own-check'],
    },
  ],
]);

const CODE = 0xffffffffn;
const ILLEGAL = 0xc000001dn;

const MEANT_TO_FAIL: OwnFault = {
  says: {
    en: 'it is one that no processor has (ud2), compiled in behind a check',
    zh: '它是任何处理器都没有的指令 (ud2)，由编译器放在某项检查之后',
  },
  excludes: ['hardware'],
  unless: FAULT_CAVEATS['own-check'],
};

function find(look: Look): Finding[] {
  const { crash, knowledge } = look;
  const status = hexValue(argumentOf(crash, 1));
  const code = stopCodeOf(crash);
  const own = status === null || !knowledge.has(code, 'exception') ? undefined : ownFault(status & CODE, look);
  const place = own && placeOf(look);
  if (!crash.bugcheck || !own || !place) {
    return [];
  }
  return [
    {
      suspect: 'hardware',
      for: false,
      lines: [argumentLines(crash.bugcheck, 1), place.lines],
      text: {
        en: `The exception is about the instruction at ${place.name} itself: ${own.says.en}. No memory was at fault.`,
        zh: `异常针对的是 ${place.name} 处的指令本身：${own.says.zh}，与内存无关。`,
      },
      excludes: own.excludes,
      unless: [own.unless],
    },
  ];
}

function ownFault(status: bigint, look: Look): OwnFault | undefined {
  return status === ILLEGAL && isMeantToFail(look) ? MEANT_TO_FAIL : OWN_FAULTS.get(status);
}

/** Where a driver from outside Windows itself failed; null where that is not shown. */
function placeOf(look: Look): { name: string; lines: Lines } | null {
  const nearest = nearestToFault(look);
  if (nearest?.nearness === 'itself') {
    return { name: frameName(nearest.walked.frame), lines: nearest.walked.frame.lines };
  }
  const site = nearest === null ? faultSite(look) : null;
  return site?.role.role === 'third-party' ? { name: site.place, lines: site.lines } : null;
}
