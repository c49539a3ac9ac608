/** Parts of a list in which each is paired with another, directly or through others; their order is that of the list. */
export function together<Item>(items: readonly Item[], arePaired: (a: Item, b: Item) => boolean): Item[][] {
  const homes = items.map((_, at) => at);
  for (const [at, item] of items.entries()) {
    for (let other = at + 1; other < items.length; other++) {
      const [mine = at, its = other] = [homes[at], homes[other]];
      if (mine !== its && arePaired(item, items[other] as Item)) {
        const [to, from] = [Math.min(mine, its), Math.max(mine, its)];
        for (const [place, home] of homes.entries()) {
          homes[place] = home === from ? to : home;
        }
      }
    }
  }
  const parts = Map.groupBy(items.entries(), ([at]) => homes[at] ?? at);
  return [...parts.values()].map((part) => part.map(([, item]) => item));
}
