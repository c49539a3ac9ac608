import { provenPoolOwner } from '../views/pool-owner.ts';
import { byKey } from './by-key.ts';
import type { LinkRule, SeenCrash } from './link.ts';
import { crashNames } from './link.ts';

export const samePoolTagOwner: LinkRule = {
  name: 'same-pool-tag-owner',
  find: (crashes) =>
    byKey(crashes, ownerOf).map(([owner, members]) => ({
      crashes: members,
      certain: true,
      text: {
        en: `${crashNames(members).en}: the memory involved belongs to the same driver, ${owner}, by its pool tag.`,
        zh: `${crashNames(members).zh}：按池标记判断，所涉内存属于同一个驱动 ${owner}。`,
      },
    })),
};

/** As the rule on pool tags weighs it, so that correlation and verdict never disagree on ownership. */
function ownerOf(seen: SeenCrash): string | null {
  return provenPoolOwner(seen)?.image ?? null;
}
