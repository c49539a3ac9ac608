import type { Facts, Frame, Hex } from '../facts.ts';

/**
 * Where code lies in memory, as the output shows it: base addresses of modules, addresses of single instructions. Windows
 * moves the kernel and all drivers at each start, so they tell one start of one machine from another.
 */
export interface Landmarks {
  /** Address by what lies there: `acmeflt` (its base), `nt!KiPageFault+0x463`. */
  readonly places: ReadonlyMap<string, bigint>;
  /** Some addresses within the kernel itself. */
  readonly kernel: readonly bigint[];
}

/** The kernel's image is smaller than this. */
const KERNEL_SIZE = 0x2000000n;
/** Up to here old Windows always loads its kernel: to lie near each other says nothing. */
const FIXED_BELOW = 0xfffff80010000000n;
const ENOUGH = 8;
const WIDE = /^0xffff[89a-f][0-9a-f]{11}$/;
const NARROW = /^0x[89a-f][0-9a-f]{7}$/;

export function landmarksOf({ modules, stacks, instructions }: Pick<Facts, 'modules' | 'stacks' | 'instructions'>) {
  const places = new Map<string, bigint>();
  const kernel: bigint[] = [];
  const add = (name: string, address: Hex | null, offset = '0x0') => {
    if (address === null || !isKernelAddress(address)) {
      return;
    }
    const place = BigInt(address) - BigInt(offset);
    if (!places.has(name)) {
      places.set(name, place);
    }
    if (kernel.length < ENOUGH && /^nt(?:!|$)/.test(name)) {
      kernel.push(BigInt(address));
    }
  };
  for (const { name, start, unloaded } of modules) {
    if (!unloaded) {
      add(name.toLowerCase(), start);
    }
  }
  for (const { frames, isCallChain } of stacks) {
    for (const [at, frame] of isCallChain ? frames.entries() : []) {
      const from = frames[at - 1];
      if (from !== undefined && returnsTo(from, frame)) {
        addFrame(frame, from.returnAddress, add);
      }
    }
  }
  for (const { symbol, address } of instructions) {
    if (symbol?.includes('!') === true) {
      add(symbol.toLowerCase(), address);
    }
  }
  return { places, kernel } satisfies Landmarks;
}

/** The return address of a row lies in the row below it, unless rows are missing between, or one of them is inline. */
function returnsTo(from: Frame, to: Frame): boolean {
  const isNext = from.index === null || to.index === null || to.index === from.index + 1;
  return isNext && !from.inline && !to.inline;
}

function addFrame(
  { module, function: name, offset }: Frame,
  address: Hex | null,
  add: (name: string, address: Hex | null, offset?: Hex) => void,
): void {
  if (module === null || offset === null) {
    return;
  }
  if (name === null) {
    add(module.toLowerCase(), address, offset);
  } else {
    add(`${module}!${name}+${offset}`.toLowerCase(), address);
  }
}

function isKernelAddress(address: Hex): boolean {
  return WIDE.test(address) || NARROW.test(address);
}

/**
 * Whether two outputs show one start of one machine; 'open' where they show no place that both have. `isSure` asks for two
 * places that differ: a single address may be damaged.
 */
export function compareLandmarks(a: Landmarks, b: Landmarks, isSure = false): 'same' | 'other' | 'open' {
  let same = 0;
  let other = 0;
  for (const [name, place] of b.places) {
    const known = a.places.get(name);
    if (known === undefined) {
      continue;
    }
    // 32-bit Windows moved little: an address met twice is no proof.
    if (known !== place) {
      other += 1;
    } else if (place > 0xffffffffn) {
      same += 1;
    }
  }
  if (same > 0 && same >= other) {
    return 'same';
  }
  if (other > (isSure ? 1 : 0)) {
    return 'other';
  }
  const kernel = compareKernels(a.kernel, b.kernel);
  const isShown = isSure ? Math.min(a.kernel.length, b.kernel.length) > 1 : true;
  if (kernel === 'other' && isShown) {
    return 'other';
  }
  return kernel === 'same' ? 'same' : 'open';
}

/** Addresses of one output that lie too far apart for one kernel are damaged or made up, and tell nothing. */
function compareKernels(a: readonly bigint[], b: readonly bigint[]): 'same' | 'other' | 'open' {
  if (a.length === 0 || b.length === 0 || !areOfOneKernel(a) || !areOfOneKernel(b)) {
    return 'open';
  }
  const near = a.filter((one) => b.some((place) => distance(one, place) < KERNEL_SIZE));
  if (near.length === 0) {
    return 'other';
  }
  return near.some((place) => place > FIXED_BELOW) ? 'same' : 'open';
}

function areOfOneKernel(addresses: readonly bigint[]): boolean {
  const [first = 0n] = addresses;
  return addresses.every((one) => distance(one, first) < KERNEL_SIZE);
}

function distance(a: bigint, b: bigint): bigint {
  return a > b ? a - b : b - a;
}
