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
    if (plain === '') {
      return null;
    }
    // Patterns that leave more than the last character open would claim other vendors' tags: the table has none.
    const family = plain.slice(0, 3);
    const group = table().get(plain) ?? table().get(`${family}?`) ?? table().get(`${family}*`);
    return group
      ? { tag: plain, component: keptUnder(plain, group), image: group.image, windows: group.windows }
      : null;
  };
}

function byTag(groups: readonly PoolTagGroup[]): ReadonlyMap<string, PoolTagGroup> {
  const found = new Map<string, PoolTagGroup>();
  for (const group of groups) {
    for (const tag of group.tags.split(' ')) {
      found.set(tag, group);
    }
  }
  return found;
}

function keptUnder(tag: string, { component, details = {} }: PoolTagGroup): string {
  return Object.hasOwn(details, tag) ? `${component}: ${details[tag]}` : component;
}
