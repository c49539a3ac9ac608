import type { Hex } from '../facts.ts';
import { areOtherMachines } from '../reading/machine-facts.ts';
import { hexValue } from '../views/hex-value.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { byKey } from './by-key.ts';
import type { Link, LinkRule, SeenCrash } from './link.ts';
import { sharedObjects } from './shared-object.ts';

/**
 * Pastes of one dump: the same stop with the same kernel addresses as arguments, a command run on an address that is an
 * argument elsewhere, or one request, thread or block that both show. Addresses are randomised at every start, so a kernel
 * address met twice is no chance.
 */
export const sameDump: LinkRule = {
  name: 'same-dump',
  tie: { en: 'they are parts of one dump', zh: '属于同一个转储' },
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
  const others = crashes.filter(({ crash }) => (crash.copyOf ?? null) === null);
  // Where images lie at the same addresses after every start, a fault may come again with the same arguments.
  const groups = byKey(others, stopOf).filter(([, members]) => !members.some((one) => isAnotherDump(one, members[0])));
  return groups.map(([, members]) => ({
    crashes: members,
    certain: true,
    text: {
      en: `stop code and arguments are the same: one dump, shown more than once.`,
      zh: `停止代码和参数完全相同：是同一个转储的多次展示。`,
    },
  }));
}

function isAnotherDump({ crash }: SeenCrash, first: SeenCrash | undefined): boolean {
  return first !== undefined && areOtherMachines(crash.facts.systems, first.crash.facts.systems);
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
