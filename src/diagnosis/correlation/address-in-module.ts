import type { ModuleFact } from '../facts.ts';
import { hexValue } from '../views/hex-value.ts';
import type { Link, LinkRule, SeenCrash } from './link.ts';

/**
 * An argument of a stop lies in the range of a module that another paste, without a stop, looks at in full (lmvm). Images are
 * loaded at random places, so the range of one session rarely holds an address of another.
 */
export const addressInModule: LinkRule = {
  name: 'address-in-module',
  tie: {
    en: 'an argument of the stop lies in a module that the other output lists',
    zh: '停止代码的参数落在另一份输出所列的模块中',
  },
  find: (crashes) => crashes.flatMap((stopped) => linksFrom(stopped, crashes)),
};

function linksFrom(stopped: SeenCrash, crashes: readonly SeenCrash[]): Link[] {
  const args = stopped.crash.bugcheck?.args.map(hexValue).filter((value) => value !== null) ?? [];
  const links: Link[] = [];
  for (const other of crashes) {
    if (other === stopped || other.crash.bugcheck) {
      continue;
    }
    for (const module of other.crash.facts.modules) {
      const hit = args.find((value) => module.detailed && holds(module, value));
      if (hit !== undefined) {
        links.push(linkOf([stopped, other], module, `0x${hit.toString(16)}`));
      }
    }
  }
  return links;
}

function holds({ start, end }: ModuleFact, value: bigint): boolean {
  const from = hexValue(start);
  const to = hexValue(end);
  return from !== null && to !== null && value >= from && value < to;
}

function linkOf(members: SeenCrash[], { name, start, end }: ModuleFact, address: string): Link {
  return {
    crashes: members,
    certain: false,
    text: {
      en: `${address}, an argument of the stop, lies in ${name} (${start} to ${end}) as the output of the other dump lists it: likely one session.`,
      zh: `停止代码的参数 ${address} 落在另一个转储的输出所列 ${name} 的范围（${start} 至 ${end}）内：很可能是同一次会话。`,
    },
  };
}
