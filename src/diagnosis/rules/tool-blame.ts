import type { Hex, NamedDriverFact } from '../facts.ts';
import type { Look } from '../look.ts';
import { driverRole } from '../views/driver-role.ts';
import { faultAddress } from '../views/fault-address.ts';
import { hexValue } from '../views/hex-value.ts';
import { onlyTouched } from '../views/only-touched.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { isVerifierRuleImage } from '../views/verifier-rule-image.ts';
import { BLAMED } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

/** WhoCrashed runs the debugger's analysis and prints its module and offset; others take the last address they find. */
const ANALYSED = /[:：]\s{0,8}[\w$.-]{1,80}\.\w{3}\s{1,4}\([\w$.-]{1,80}\+0x[0-9a-f]{1,8}\)/i;

/** What viewers print as "Caused By Address" and "Crash Address": by the file, or by the module as the debugger calls it. */
const PLACE = /(?<![\w$.!-])(?<name>[\w$.-]{1,80})\+(?:0x)?(?<digits>[0-9a-f]{1,8})\b/gi;

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
  leaves: BLAMED,
  needs: ['namedDrivers'],
  find,
};

function find(look: Look): Finding[] {
  const findings = new Map<string, Finding>();
  const fault = faultAddress(look);
  for (const named of look.facts.namedDrivers) {
    const { by, image } = named;
    if (by !== 'tool' && by !== 'unable-to-load') {
      continue;
    }
    const role = driverRole(image, look);
    if (role?.role !== 'third-party' || isVerifierRuleImage(role.image, look)) {
      continue;
    }
    const finding = findingOf(role.image, named, fault, look);
    if (!findings.has(role.image) || finding.weight === 'strong') {
      findings.set(role.image, finding);
    }
  }
  return [...findings.values()];
}

function findingOf(image: string, { by, lines, context }: NamedDriverFact, fault: Hex | null, look: Look): Finding {
  const place = by === 'tool' ? faultingPlace(image, context, fault) : null;
  if (place !== null) {
    return {
      suspect: image,
      for: true,
      weight: 'strong',
      lines: [lines, ...(look.crash.bugcheck ? [look.crash.bugcheck.lines] : [])],
      text: {
        en: `A dump viewer places the address ${place.address} at ${place.name}, and its last digits agree: the instruction that failed is code of ${image}.`,
        zh: `转储查看工具把地址 ${place.address} 定位到 ${place.name}，末尾几位吻合：出错的指令属于 ${image}。`,
      },
    };
  }
  const isTelling = by === 'tool' ? ANALYSED.test(context) || isAllThatIsPrinted(look) : onlyTouched(look) === image;
  return {
    suspect: image,
    for: true,
    hint: true,
    ...(isTelling && { weight: 'moderate' as const }),
    lines: [lines],
    text:
      by === 'tool'
        ? { en: `A dump viewer names ${image}.`, zh: `转储查看工具提到了 ${image}。` }
        : untold(image, isTelling),
  };
}

/**
 * Without a stack the viewer's word is all that is printed, and a tool's counts no less than a person's that repeats it. Of
 * what a machine reports of itself, or one processor of another, the last address of some driver says nothing.
 */
function isAllThatIsPrinted({ crash, facts, knowledge }: Look): boolean {
  const code = stopCodeOf(crash);
  const row = code ? knowledge.bugcheck(code) : null;
  const isOfMachine =
    row?.leaning === 'hardware' || knowledge.has(code, 'other-processor') || knowledge.has(code, 'disk');
  return facts.stacks.length === 0 && !isOfMachine;
}

function untold(image: string, isTelling: boolean): Finding['text'] {
  return isTelling
    ? {
        en: `The analysis was cut before its stack; the only driver for which it looked for symbols until then is ${image}.`,
        zh: `分析在调用堆栈之前被截断；到此为止，它唯一查找过符号的驱动是 ${image}。`,
      }
    : {
        en: `The debugger looked for symbols of ${image} during its analysis and found none.`,
        zh: `调试器在分析过程中查找 ${image} 的符号，但没有找到。`,
      };
}

/** Images are loaded at page boundaries: an offset into one and the address it stands for end in the same three digits. */
const PAGE = 0xfffn;

/** `acmeflt.sys+2a129` where the failing instruction of the stop code lies at …129; null where nothing agrees. */
function faultingPlace(image: string, context: string, address: Hex | null): { name: string; address: string } | null {
  const at = hexValue(address);
  if (address === null || at === null) {
    return null;
  }
  const own = new Set([image, image.replace(/\.\w{3}$/, '')]);
  for (const { 0: name, groups } of context.matchAll(PLACE)) {
    const offset = hexValue(`0x${groups?.digits?.toLowerCase() ?? ''}`);
    const isOwn = own.has(groups?.name?.toLowerCase() ?? '');
    if (isOwn && offset !== null && (offset & PAGE) === (at & PAGE)) {
      return { name, address };
    }
  }
  return null;
}
