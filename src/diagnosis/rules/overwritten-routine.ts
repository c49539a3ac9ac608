import type { Lines } from '../facts.ts';
import type { Look } from '../look.ts';
import { hexValue } from '../views/hex-value.ts';
import { poolOwners } from '../views/pool-owner.ts';
import { OWNED_MEMORY } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const overwrittenRoutine: Rule = {
  name: 'overwritten-routine',
  why: {
    en: 'When the address that failed is also the routine pointer of a structure, the call went through that structure: whoever filled it is responsible.',
    zh: '出错的地址同时是某个结构中的函数指针时，说明调用经由该结构：应由填写它的代码负责。',
  },
  unless: {
    en: 'The structure was filled rightly and the code behind the pointer was unloaded.',
    zh: '结构填写正确，而指针所指的代码已被卸载。',
  },
  weight: 'weak',
  family: 'values',
  shows: 'overwritten-pointer',
  leaves: OWNED_MEMORY,
  needs: ['structures'],
  find,
};

function find(look: Look): Finding[] {
  const { crash, facts } = look;
  const [owner] = poolOwners(look);
  if (!owner) {
    return [];
  }
  const called = crash.stack?.frames.slice(0, 20).map(({ address }) => address) ?? [];
  const wild = new Set([...(crash.bugcheck?.args ?? []), ...called]);
  for (const { type, members } of facts.structures) {
    const hit = members.find(({ name, pointer }) => ROUTINE.test(name) && isPlausible(pointer) && wild.has(pointer));
    if (!hit?.pointer) {
      continue;
    }
    const place = type ? `${type}.${hit.name}` : hit.name;
    return [finding(owner.image, place, nameOf(hit.pointer, crash), hit.lines)];
  }
  return [];
}

const ROUTINE = /routine|callback|handler|function/i;

/** `Arg1 (0x…)` where an argument of the stop is the same value. */
function nameOf(pointer: string, { bugcheck }: Look['crash']): string {
  const position = bugcheck?.args.indexOf(pointer) ?? -1;
  return position < 0 ? pointer : `Arg${position + 1} (${pointer})`;
}

function finding(suspect: string, place: string, value: string, lines: Lines): Finding {
  return {
    suspect,
    for: true,
    lines: [lines],
    text: {
      en: `${place} equals ${value}, the very address that failed: the call went through an overwritten entry.`,
      zh: `${place} 等于 ${value}，正是出错的地址：调用经过了被覆盖的条目。`,
    },
  };
}

function isPlausible(pointer: string | null): pointer is string {
  const value = hexValue(pointer);
  return value !== null && value > 0xffffn;
}
