import type { Driver } from '#src/diagnosis/knowledge/knowledge.ts';
import { readFrameRow } from './frame-row.ts';

/** A driver that did nothing: what is planted. */
export interface Innocent {
  /** The debugger's name for it. */
  readonly module: string;
  /** Its file, in lower case. */
  readonly image: string;
  readonly isKnown: boolean;
  readonly start: bigint;
  /** Bytes. */
  readonly size: bigint;
}

/** A third party's file and what kind of driver it is. */
export interface KnownDriver {
  readonly image: string;
  readonly kind: Driver['kind'];
}

const MODULE_NAME = /^[a-z][a-z0-9_]{2,15}$/;
const KERNEL_ADDRESS = /\b(?<high>ffff[f0-9][0-9a-f]{3})`?[0-9a-f]{8}\b/i;
const DRIVER_ADDRESSES = /\bffff[f0-9][0-9a-f]{3}`?[0-9a-f]{8}\b|\b[89][0-9a-f]{7}\b/gi;
const PAGES = 0x1000n;
/** Nothing of the paste lies so near, or the debugger would have named another module for it. */
const DISTANCE = 0x100_0000n;

/** Whether the machine is a 64-bit one, by the addresses printed. */
export function is64Bit(text: string): boolean {
  return KERNEL_ADDRESS.test(text);
}

/**
 * Chooses who is planted: half are known products of a fitting kind, half have a name that no product has.
 * @param random from 0 to 1
 * @param isFree whether nobody has the name: neither the paste nor the tables
 */
export function chooseInnocent(
  text: string,
  { kinds, ending }: { readonly kinds: readonly Driver['kind'][]; readonly ending: 'sys' | 'dll' },
  known: readonly KnownDriver[],
  isFree: (image: string) => boolean,
  random: () => number,
): Innocent {
  const lower = text.toLowerCase();
  const fitting = known.filter(({ image, kind }) => {
    const [module = '', end] = image.split('.');
    return end === ending && kinds.includes(kind) && MODULE_NAME.test(module) && !lower.includes(module);
  });
  const product = fitting[Math.floor(random() * fitting.length)];
  const isKnown = random() < 0.5 && product !== undefined;
  const module = isKnown ? product.image.slice(0, -ending.length - 1) : inventedName(lower, ending, isFree, random);
  return { module, image: `${module}.${ending}`, isKnown, ...freePlace(text, random) };
}

const SYLLABLES = 'bra dro fen gol hix jur kel lom myr nax pol quv rit sov tul vim wex yor zan dri plo ske tra'.split(
  ' ',
);
const SUFFIXES = 'drv flt mon gd kx hk svc x64 fs nt guard'.split(' ');
const MOST_TRIES = 100;

function inventedName(text: string, ending: string, isFree: (image: string) => boolean, random: () => number): string {
  const pick = (of: readonly string[]) => of[Math.floor(random() * of.length)] ?? '';
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const name = pick(SYLLABLES) + pick(SYLLABLES) + pick(SUFFIXES);
    if (!text.includes(name) && isFree(`${name}.${ending}`)) {
      return name;
    }
  }
  throw new Error(`no free name was found in ${MOST_TRIES} tries`);
}

/** Where a driver could be loaded: in the kernel's own four gigabytes, and near nothing that the paste shows. */
function freePlace(text: string, random: () => number): { start: bigint; size: bigint } {
  const taken = [...text.matchAll(DRIVER_ADDRESSES)].map(([printed]) => BigInt(`0x${printed.replace('`', '')}`));
  const high = kernelHalf(text);
  const [from, room] = high === null ? [0x8c00_0000n, 0x1200_0000n] : [(high << 32n) + 0x1000_0000n, 0xd000_0000n];
  const size = (16n + BigInt(Math.floor(random() * 200))) * PAGES;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const start = from + (BigInt(Math.floor(random() * Number(room))) / PAGES) * PAGES;
    if (taken.every((address) => address < start - DISTANCE || address > start + size + DISTANCE)) {
      return { start, size };
    }
  }
  return { start: from + room, size };
}

/** The upper half of the addresses of Windows' own code; null on a 32-bit machine. */
function kernelHalf(text: string): bigint | null {
  const code = text.split('\n').flatMap((line) => {
    const high = /(?<high>fffff8[0-9a-f]{2})`?[0-9a-f]{8}/i.exec(readFrameRow(line)?.columns ?? '')?.groups?.high;
    return high === undefined ? [] : [high];
  });
  const any = /\b(?<high>fffff8[0-9a-f]{2})`?[0-9a-f]{8}\b/i.exec(text)?.groups?.high;
  const high = code[0] ?? any ?? (is64Bit(text) ? 'fffff803' : undefined);
  return high === undefined ? null : BigInt(`0x${high}`);
}

/** An address inside the driver's code, as an offset into its image. */
export function codeOffset({ size }: Innocent, random: () => number): bigint {
  return PAGES + BigInt(Math.floor(random() * Number(size - 2n * PAGES)));
}
