import type { PoolTag } from './knowledge.ts';
import { lazy } from './lazy.ts';
import type { PoolTagGroup } from './pool-tag-row.ts';
import { readTable } from './read-table.ts';

/**
 * Finds a pool tag, case kept; trailing blanks of short tags are forgiven. Patterns of the table (`Afd?`, `Acp*`) count
 * only where no whole tag fits.
 */
export function poolTagTable(): (tag: string) => PoolTag | null {
  const table = lazy(() => byTag(readTable<PoolTagGroup>('pool-tags')));
  return (tag) => {
    const plain = tag.slice(0, 4).trimEnd();
    if (plain === '') return null;
    // Patterns that leave more than the last character open would claim other vendors' tags: the table has none.
    const family = plain.slice(0, 3);
    const found = table().get(plain) ?? table().get(`${family}?`) ?? table().get(`${family}*`);
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
