import { byKey } from './by-key.ts';
import type { LinkRule, SeenCrash } from './link.ts';
import { crashNames } from './link.ts';

export const sameTagOwner: LinkRule = {
  name: 'same-pool-tag-owner',
  find: (crashes) =>
    byKey(crashes, ownerOf).map(([owner, members]) => ({
      crashes: members,
      certain: true,
      text: {
        en: `${crashNames(members)}: the memory involved belongs to the same driver, ${owner}, by its pool tag.`,
        zh: `${crashNames(members)}：按池标记判断，所涉内存属于同一个驱动 ${owner}。`,
      },
    })),
};

/** The image and tag that the rule on pool tags found, so that correlation and verdict never disagree on ownership. */
function ownerOf({ judgement }: SeenCrash): string | null {
  for (const { driver, evidence } of judgement.suspects) {
    const owns = evidence.some(
      ({ rule, for: speaksFor, weight }) => rule === 'pool-tag-owner' && speaksFor && weight !== 'weak',
    );
    if (owns) {
      return driver;
    }
  }
  return null;
}
