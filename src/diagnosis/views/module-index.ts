import type { Facts, Hex, ModuleFact } from '../facts.ts';
import { view } from '../look.ts';
import { debuggerModule } from '../names/file-names.ts';
import { hexValue } from './hex-value.ts';

/** The modules of a crash by what is asked of them: every frame asks, and a list of `lm` has hundreds to thousands. */
export interface ModuleIndex {
  /** The image that the paste gives for a module's name in lower case, the list first; undefined where it gives none. */
  readonly imageOf: (name: string) => string | undefined;
  /** Whether a version resource says that a module, by name or image in lower case, is Microsoft's. */
  readonly isMicrosoft: (name: string) => boolean;
  /** The first listed module whose range holds the address. */
  readonly at: (address: Hex | null) => ModuleFact | null;
}

export const moduleIndex = view(({ facts }) => makeIndex(facts.modules, namedImages(facts)));

/** The debugger's name for each file that the paste names outside of a list: `winfsp_x64` for `winfsp-x64.sys`. */
function namedImages(facts: Facts): Map<string, string> {
  const irps = facts.irps.flatMap(({ locations }) => locations.map(({ image }) => image));
  const named = [...facts.namedDrivers, ...facts.tagOwners, ...facts.attachedDrivers].map(({ image }) => image);
  const blamed = facts.fields.filter(({ name }) => name === 'IMAGE_NAME').map(({ value }) => value);
  const images = new Map<string, string>();
  for (const image of [...blamed, ...named, ...irps]) {
    const module = debuggerModule(image ?? '').toLowerCase();
    if (image?.includes('.') && !images.has(module)) {
      images.set(module, image);
    }
  }
  return images;
}

function makeIndex(modules: readonly ModuleFact[], named: ReadonlyMap<string, string>): ModuleIndex {
  const images = new Map<string, string>();
  const microsoft = new Set<string>();
  for (const { name, image, company } of modules) {
    const lower = name.toLowerCase();
    if (image !== null && !images.has(lower)) {
      images.set(lower, image);
    }
    if (!/^microsoft corp/i.test(company ?? '')) {
      continue;
    }
    microsoft.add(lower);
    if (image !== null) {
      microsoft.add(image.toLowerCase());
    }
  }
  let ranges: ((value: bigint) => ModuleFact | null) | null = null;
  return {
    imageOf: (name) => images.get(name) ?? named.get(name),
    isMicrosoft: (name) => microsoft.has(name),
    at: (address) => {
      const value = hexValue(address);
      if (value === null) {
        return null;
      }
      ranges ??= rangesOf(modules);
      return ranges(value);
    },
  };
}

/**
 * Ranges overlap where several lists were pasted, and the first one counts: each takes of the line of addresses what those
 * before it left. `onward` leads over what is taken, shortened as it is walked, so each piece is visited about once.
 */
function rangesOf(modules: readonly ModuleFact[]): (value: bigint) => ModuleFact | null {
  const ranges = modules.flatMap((module) => {
    const [start, end] = [hexValue(module.start), hexValue(module.end)];
    return start !== null && end !== null && start < end ? [{ module, start, end }] : [];
  });
  const edges = [...new Set(ranges.flatMap(({ start, end }) => [start, end]))].sort((a, b) => (a < b ? -1 : 1));
  const placeOf = new Map(edges.map((edge, place) => [edge, place]));
  const onward = edges.map((_, place) => place);
  const holders: (ModuleFact | undefined)[] = edges.map(() => undefined);
  for (const { module, start, end } of ranges) {
    const last = placeOf.get(end) ?? 0;
    for (let place = firstFree(onward, placeOf.get(start) ?? 0); place < last; place = firstFree(onward, place)) {
      holders[place] = module;
      onward[place] = place + 1;
    }
  }
  return (value) => holders[lastEdge(edges, value)] ?? null;
}

function firstFree(onward: number[], from: number): number {
  let free = from;
  while (free < onward.length && onward[free] !== free) {
    free = onward[free] ?? onward.length;
  }
  for (let at = from; at < free; ) {
    const next = onward[at] ?? free;
    onward[at] = free;
    at = next;
  }
  return free;
}

/** The place of the last edge that is not beyond the value; -1 where all are. */
function lastEdge(edges: readonly bigint[], value: bigint): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? value) <= value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}
