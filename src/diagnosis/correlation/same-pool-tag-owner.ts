import type { Lines } from '../facts.ts';
import { provenPoolOwner } from '../views/pool-owner.ts';
import { byKey } from './by-key.ts';
import type { LinkRule, SeenCrash } from './link.ts';

export const samePoolTagOwner: LinkRule = {
  name: 'same-pool-tag-owner',
  tie: { en: 'memory of one driver by its pool tag', zh: '按池标记，所涉内存属于同一驱动' },
  shows: ownerLines,
  find: (crashes) =>
    byKey(crashes, ownerOf).map(([owner, members]) => ({
      crashes: members,
      certain: true,
      text: {
        en: `the memory involved belongs to the same driver, ${owner}, by its pool tag.`,
        zh: `按池标记判断，所涉内存属于同一个驱动 ${owner}。`,
      },
    })),
};

function ownerLines(seen: SeenCrash): readonly Lines[] {
  const owner = provenPoolOwner(seen);
  return owner ? [...(owner.block ? [owner.block.lines] : []), owner.owner.lines] : [];
}

/** As the rule on pool tags weighs it, so that correlation and verdict never disagree on ownership. */
function ownerOf(seen: SeenCrash): string | null {
  return provenPoolOwner(seen)?.image ?? null;
}
