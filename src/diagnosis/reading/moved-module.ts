import type { Hex, Lines, ModuleFact } from '../facts.ts';

/** Windows loads an image at the begin of a page of 4 KB. */
const PAGE = /000$/;
const KERNEL = /^0x(?:ffff[89a-f][0-9a-f]{11}|[89a-f][0-9a-f]{7})$/;
/** One or two digits may be damage. */
const LEAST_DIGITS = 3;
const LARGEST = 0x10000000n;

/**
 * The first module that is shown at two places of memory: a machine loads a driver once, so the second is of another start.
 * @returns the lines of both
 */
export function movedModule(modules: readonly ModuleFact[]): { readonly before: Lines; readonly after: Lines } | null {
  const known = new Map<string, ModuleFact>();
  for (const module of modules.toSorted((a, b) => a.lines[0] - b.lines[0])) {
    const { name, start, unloaded } = module;
    if (unloaded || start === null || !KERNEL.test(start) || !PAGE.test(start)) {
      continue;
    }
    const first = known.get(name.toLowerCase());
    if (first === undefined) {
      known.set(name.toLowerCase(), module);
    } else if (areApart(first.start, start) && isWhole(first) && isWhole(module)) {
      return { before: first.lines, after: module.lines };
    }
  }
  return null;
}

function areApart(a: Hex | null, b: Hex): boolean {
  return a?.length === b.length && [...b].filter((digit, at) => a[at] !== digit).length >= LEAST_DIGITS;
}

/** A damaged begin or end leaves no size that an image has. */
function isWhole({ start, end }: ModuleFact): boolean {
  const size = start === null || end === null ? 0n : BigInt(end) - BigInt(start);
  return size > 0n && size < LARGEST;
}
