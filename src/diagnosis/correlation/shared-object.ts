import type { Hex } from '../facts.ts';
import { view } from '../look.ts';
import { hexValue } from '../views/hex-value.ts';
import { byKeys } from './by-key.ts';
import { areIndependent } from './independence.ts';
import type { SeenCrash } from './link.ts';

/** An object of the kernel that two pastes show: its address is made anew at every start. */
export interface SharedObject {
  readonly crashes: readonly [SeenCrash, SeenCrash];
  readonly address: Hex;
}

/**
 * Requests, devices, threads and blocks that a paste without a stop is about, and that another paste shows too: as an argument
 * of its stop, in a register, in a frame, or as such an object. 32-bit machines use the same addresses again and again.
 */
export function sharedObjects(crashes: readonly SeenCrash[]): SharedObject[] {
  const found = new Map<string, SharedObject>();
  for (const [address, members] of byKeys(crashes, addressesOf)) {
    if (isOfSeveral(members)) {
      continue;
    }
    const parts = members.filter((seen) => seen.crash.bugcheck === null && objects(seen).has(address));
    for (const part of parts) {
      for (const other of members) {
        const pair = [part.crash.id, other.crash.id].toSorted().join(' ');
        if (other !== part && !found.has(pair) && !areIndependent(other, part)) {
          found.set(pair, { crashes: [other, part], address });
        }
      }
    }
  }
  return [...found.values()];
}

/** An address that two dumps show is none that is made anew. */
function isOfSeveral(members: readonly SeenCrash[]): boolean {
  return members.some((one, at) => members.slice(at + 1).some((other) => areIndependent(one, other)));
}

function addressesOf(seen: SeenCrash): string[] {
  return [...new Set([...objects(seen), ...values(seen)])];
}

/** What the paste is about. */
const objects = view(({ facts }): ReadonlySet<Hex> => {
  const named = [
    ...facts.irps.flatMap(({ address, locations }) => [address, ...locations.map(({ device }) => device)]),
    ...facts.devices.map(({ device }) => device),
    ...facts.threads.filter(({ isAsked }) => isAsked).map(({ address }) => address),
    ...facts.stacks.map(({ thread }) => thread),
    ...facts.poolBlocks.filter(({ queried }) => queried).map(({ query }) => query),
  ];
  return new Set(named.filter(isObject));
});

/** What stands in its registers, arguments and variables, among much else. */
const values = view(({ crash, facts }): ReadonlySet<Hex> => {
  const shown = [
    ...(crash.bugcheck?.args ?? []),
    ...facts.registers.flatMap((registers) => Object.values(registers.values)),
    ...(crash.stack?.frames ?? []).slice(0, MOST_FRAMES).flatMap(({ args }) => args),
    ...facts.variables.map(({ pointer }) => pointer),
    ...facts.threads.map(({ address }) => address),
  ];
  return new Set(shown.filter(isObject));
});

const MOST_FRAMES = 200;

/** The kernel half of a 64-bit machine, without small negative numbers, and without what lies at the same place everywhere. */
function isObject(address: Hex | null): address is Hex {
  const value = hexValue(address);
  if (value === null || value >> 47n !== 0x1ffffn || value >> 32n === 0xffffffffn) {
    return false;
  }
  return !FIXED.some(([from, to]) => value >= from && value < to);
}

/** Page tables, shared data and pools of Windows 7, and what the processor's architecture fixes. Source: Windows Internals. */
const FIXED: readonly (readonly [bigint, bigint])[] = [
  [0xfffff68000000000n, 0xfffff80000000000n],
  [0xfffff88000000000n, 0xfffff8c000000000n],
  [0xfffffa8000000000n, 0xffffffff00000000n],
];
