import type { Hex, InstructionFact } from '../facts.ts';
import { isKernelModule } from '../views/crash-machinery.ts';
import { faultAddress } from '../views/fault-address.ts';
import { fieldOffset } from '../views/field-offset.ts';
import { hexValue, low16 } from '../views/hex-value.ts';
import { touchedAddress } from '../views/touched-address.ts';
import type { Link, LinkRule, SeenCrash } from './link.ts';
import { crashNames } from './link.ts';
import { stopLines } from './stop-lines.ts';

/** Longest function that one fault site is assumed to lie in, measured from its start. */
const FUNCTION_SIZE = 0x400n;

/**
 * A frame with symbols in one dump tells where a function starts; the fault address of another dump, which has no stack, may
 * lie in that function. Believed only where an instruction seen in the function also explains the address that was touched.
 */
export const frameLocatesAddress: LinkRule = {
  name: 'frame-locates-address',
  tie: { en: 'a fault in a function seen in another', zh: '出错位置在另一个转储所显示的函数中' },
  shows: (seen) => (seen.crash.stack ? [] : stopLines(seen)),
  find: (crashes) => crashes.flatMap((known) => linksFrom(known, crashes)),
};

interface Place {
  readonly function: string;
  readonly start: bigint;
  readonly site: Hex;
  readonly instruction: string;
}

function linksFrom(known: SeenCrash, crashes: readonly SeenCrash[]): Link[] {
  const places = placesOf(known);
  if (places.length === 0) {
    return [];
  }
  const found = new Map<Place, SeenCrash[]>();
  for (const other of crashes) {
    if (other === known || other.crash.stack) {
      continue;
    }
    const fault = faultOf(other);
    const place = fault && places.find((candidate) => explains(candidate, fault));
    if (place) {
      found.set(place, [...(found.get(place) ?? []), other]);
    }
  }
  return [...found].map(([place, others]) => linkOf(place, known, others));
}

/** Frames whose own address is known (the return address above), with the instruction printed there. */
function placesOf({ crash }: SeenCrash): Place[] {
  const frames = crash.stack?.frames ?? [];
  const places: Place[] = [];
  const instructions = firstByAddress(crash.facts.instructions);
  for (const [index, frame] of frames.entries()) {
    const site = index > 0 ? frames[index - 1]?.returnAddress : null;
    const offset = hexValue(frame.offset);
    const at = hexValue(site);
    if (!site || at === null || offset === null || !frame.module || !frame.function) {
      continue;
    }
    const instruction = instructions.get(site);
    if (instruction && !isKernelModule(frame.module)) {
      places.push({
        function: `${frame.module}!${frame.function}`,
        start: at - offset,
        site,
        instruction: instruction.text,
      });
    }
  }
  return places;
}

function firstByAddress(instructions: readonly InstructionFact[]): ReadonlyMap<Hex, InstructionFact> {
  const first = new Map<Hex, InstructionFact>();
  for (const one of instructions) {
    if (!first.has(one.address)) {
      first.set(one.address, one);
    }
  }
  return first;
}

interface Fault {
  readonly at: bigint;
  /** How the instruction would spell the field that was touched. */
  readonly operand: RegExp;
}

/** Null where nothing tells both where it failed and what it touched there. */
function faultOf(seen: SeenCrash): Fault | null {
  const at = hexValue(faultAddress(seen));
  const touched = touchedAddress(seen);
  const offset = touched && fieldOffset(touched.address)?.slice(4);
  if (at === null || !offset || offset === '0') {
    return null;
  }
  return { at, operand: new RegExp(`\\b0?${offset}h\\b`, 'i') };
}

function explains({ start, instruction }: Place, { at, operand }: Fault): boolean {
  const within = (at - start) & 0xffffn;
  return within < FUNCTION_SIZE && operand.test(instruction);
}

function linkOf(place: Place, known: SeenCrash, others: SeenCrash[]): Link {
  const [first] = others;
  const fault = first ? faultAddress(first) : null;
  const plus = fault ? ((hexValue(fault) ?? 0n) - place.start) & 0xffffn : 0n;
  const start = low16(`0x${place.start.toString(16)}`);
  const members = [known, ...others];
  return {
    crashes: members,
    certain: false,
    text: {
      en: `in ${known.crash.id} the return address ${place.site} lies in ${place.function}, so that function starts at …${start}; the fault address …${low16(fault ?? '0x0')} of ${crashNames(others).en} lies at +0x${plus.toString(16)} inside it, and "${place.instruction}" there turns a null pointer into the very address touched. Likely, as long as all machines run the same build of that module.`,
      zh: `在 ${known.crash.id} 中，返回地址 ${place.site} 位于 ${place.function}，可知该函数起始于 …${start}；${crashNames(others).zh} 的出错地址 …${low16(fault ?? '0x0')} 位于其 +0x${plus.toString(16)} 处，而那里的“${place.instruction}”恰好把空指针变成所访问的地址。只要各台机器上该模块的版本相同，这一关联就很可能成立。`,
    },
  };
}
