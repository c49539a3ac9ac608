import type { Link, SeenCrash } from './link.ts';

/** Connected components of at least so many crashes, in the order of the paste. */
export function components(crashes: readonly SeenCrash[], links: readonly Link[], fewest = 2): SeenCrash[][] {
  const home = new Map(crashes.map((crash, index) => [crash, index] as const));
  for (const { crashes: linked } of links) {
    const homes = new Set(linked.map((crash) => home.get(crash) ?? 0));
    const target = Math.min(...homes);
    for (const [crash, index] of home) {
      if (homes.has(index)) {
        home.set(crash, target);
      }
    }
  }
  const groups = Map.groupBy(crashes, (crash) => home.get(crash) ?? 0);
  return [...groups.values()].filter((members) => members.length >= fewest);
}
