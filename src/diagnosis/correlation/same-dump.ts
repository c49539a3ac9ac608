import type { Hex } from '../facts.ts';
import { bareCode } from '../knowledge/stop-code.ts';
import { areSameDump } from '../reading/machine-facts.ts';
import { compareStops } from '../reading/same-stop.ts';
import { hexValue } from '../views/hex-value.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { byKey } from './by-key.ts';
import { areToldApart } from './independence.ts';
import type { Link, LinkRule, SeenCrash } from './link.ts';
import { sharedObjects } from './shared-object.ts';

/**
 * Pastes of one dump: the same stop with the same kernel addresses as arguments, or in a dump or a moment of the same name; a
 * command run on an address that is an argument elsewhere; or one request, thread or block that both show. Addresses are
 * randomised at every start, so a kernel address met twice is no chance, unless something else tells the dumps apart.
 */
export const sameDump: LinkRule = {
  name: 'same-dump',
  tie: { en: 'they are parts of one dump', zh: '属于同一个转储' },
  isOfOneDump: true,
  find: (crashes) => {
    const found = [...sameText(crashes), ...sameStop(crashes), ...sameAddress(crashes)];
    const isTied = (pair: readonly SeenCrash[]) =>
      found.some(({ crashes: members }) => pair.every((crash) => members.includes(crash)));
    const objects = sharedObjects(crashes).filter(({ crashes: pair }) => !isTied(pair));
    return [...found, ...objects.map(({ crashes: pair, address }) => linkOfObject([...pair], address))];
  },
};

function sameText(crashes: readonly SeenCrash[]): Link[] {
  return byKey(crashes, ({ crash }) => crash.copyOf ?? crash.id).map(([, members]) => ({
    crashes: members,
    certain: true,
    text: {
      en: `the text is the same: one dump, shown more than once.`,
      zh: `文本相同：是同一个转储的多次展示。`,
    },
  }));
}

function sameStop(crashes: readonly SeenCrash[]): Link[] {
  const stopped = crashes.filter(({ crash }) => (crash.copyOf ?? null) === null && stopCodeOf(crash) !== null);
  const byCode = Map.groupBy(stopped, ({ crash }) => bareCode(stopCodeOf(crash) ?? ''));
  return [...byCode.values()].flatMap((alike) => dumpsOf(alike)).flatMap(linksOfDump);
}

/** Each crash goes to the first dump that shows it, too, unless something tells it apart from a part of that dump. */
function dumpsOf(crashes: readonly SeenCrash[]): SeenCrash[][] {
  const dumps: SeenCrash[][] = [];
  for (const crash of crashes) {
    const own = dumps.find(
      (dump) => dump.some((one) => showOneDump(one, crash)) && !dump.some((one) => areToldApart(one, crash)),
    );
    if (own === undefined) {
      dumps.push([crash]);
    } else {
      own.push(crash);
    }
  }
  return dumps.filter(({ length }) => length > 1);
}

function showOneDump(a: SeenCrash, b: SeenCrash): boolean {
  return haveSameArguments(a, b) || isNamedAlike(a, b);
}

function haveSameArguments(a: SeenCrash, b: SeenCrash): boolean {
  const stop = stopOf(a);
  return stop !== null && stop === stopOf(b);
}

function isNamedAlike(a: SeenCrash, b: SeenCrash): boolean {
  const [mine, its] = [a.crash.bugcheck, b.crash.bugcheck];
  const mayBeOne = mine === null || its === null || compareStops(mine, its) !== 'other';
  return mayBeOne && areSameDump(a.facts.systems, b.facts.systems);
}

function linksOfDump(members: readonly SeenCrash[]): Link[] {
  const [first, ...others] = members;
  const isByArguments = first !== undefined && others.every((other) => haveSameArguments(first, other));
  return [
    {
      crashes: members,
      certain: true,
      text: isByArguments
        ? {
            en: `stop code and arguments are the same: one dump, shown more than once.`,
            zh: `停止代码和参数完全相同：是同一个转储的多次展示。`,
          }
        : {
            en: `the stop is the same, and so is the name or the time of the dump: one dump, shown more than once.`,
            zh: `停止代码相同，转储的文件名或时间也相同：是同一个转储的多次展示。`,
          },
    },
  ];
}

function stopOf(diagnosed: SeenCrash): string | null {
  const addresses = argumentAddresses(diagnosed);
  const code = stopCodeOf(diagnosed.crash);
  return code && addresses.length > 0 ? [code, ...(diagnosed.crash.bugcheck?.args ?? [])].join(' ') : null;
}

function sameAddress(crashes: readonly SeenCrash[]): Link[] {
  const links: Link[] = [];
  const asked = crashes
    .filter(({ crash }) => !crash.bugcheck)
    .map((other) => ({ other, addresses: commandAddresses(other) }));
  for (const stopped of crashes) {
    const own = new Set(argumentAddresses(stopped));
    for (const { other, addresses } of asked) {
      const shared = addresses.find((address) => own.has(address));
      if (other !== stopped && shared) {
        links.push(linkOf([stopped, other], shared));
      }
    }
  }
  return links;
}

function linkOf(members: SeenCrash[], address: Hex): Link {
  return {
    crashes: members,
    certain: true,
    text: {
      en: `${address} is an argument of the stop in one and was looked at in the other: one dump.`,
      zh: `${address} 在其中一个里是停止代码的参数，在另一个里是被查看的地址：属于同一个转储。`,
    },
  };
}

function linkOfObject(members: SeenCrash[], address: Hex): Link {
  return {
    crashes: members,
    certain: true,
    text: {
      en: `both show the object at ${address}, which lies elsewhere after every start: parts of one dump.`,
      zh: `两者都显示了位于 ${address} 的对象，而它的地址每次启动都会不同：是同一个转储的不同部分。`,
    },
  };
}

function argumentAddresses({ crash }: SeenCrash): Hex[] {
  return (crash.bugcheck?.args ?? []).filter((argument) => argument !== null).filter(isKernelAddress);
}

/** Addresses that a command of a paste without a stop was asked about. */
function commandAddresses({ crash: { facts } }: SeenCrash): Hex[] {
  const asked = [
    ...facts.irps.map(({ address }) => address),
    ...facts.devices.map(({ device }) => device),
    ...facts.poolBlocks.map(({ query }) => query),
    ...facts.threads.map(({ address }) => address),
    ...facts.stacks.map(({ thread }) => thread),
    ...facts.instructions.map(({ address }) => address),
  ];
  return asked.filter((address) => address !== null).filter(isKernelAddress);
}

function isKernelAddress(address: Hex): boolean {
  const value = hexValue(address);
  if (value === null) {
    return false;
  }
  if (value < 1n << 32n) {
    return value >= 0x80000000n && value < 0xc0000000n;
  }
  // Sign-extended 32-bit values (a status, -1) are not addresses.
  return value >> 47n === 0x1ffffn && value >> 32n !== 0xffffffffn;
}
