import type { PoolTag } from './knowledge.ts';
import { lazy } from './lazy.ts';
import type { PoolTagGroup } from './pool-tag-row.ts';
import { readTable } from './read-table.ts';

/**
 * Finds a pool tag, case kept. The debugger prints trailing blanks of short tags and sets the top bit of the last
 * character for protected pool: both are forgiven. Patterns of the table (`Afd?`, `Acp*`) count only where no whole tag fits.
 */
export function poolTagTable(): (tag: string) => PoolTag | null {
  const table = lazy(() => byTag(readTable<PoolTagGroup>('pool-tags')));
  return (tag) => {
    const plain = tag.slice(0, 4).trimEnd();
    if (plain === '') return null;
    const known = table().get(plain) ?? patternsFor(plain).map((pattern) => table().get(pattern));
    const found = Array.isArray(known) ? known.find((row) => row !== undefined) : known;
    return found ? { ...found, tag: plain } : null;
  };
}

function byTag(groups: readonly PoolTagGroup[]): ReadonlyMap<string, PoolTag> {
  const found = new Map<string, PoolTag>();
  for (const { image, windows, component, tags, details = {} } of groups) {
    for (const tag of tags.split(' ')) {
      const kept = Object.hasOwn(details, tag) ? `${component}: ${details[tag]}` : component;
      found.set(tag, { tag, component: kept, image, windows });
    }
  }
  return found;
}

// Longest first, so that the narrowest pattern answers.
function patternsFor(tag: string): readonly string[] {
  const patterns: string[] = [];
  for (let kept = Math.min(3, tag.length); kept > 0; kept--) {
    const start = tag.slice(0, kept);
    patterns.push(start.padEnd(4, '?'), `${start}*`);
  }
  return patterns;
}
