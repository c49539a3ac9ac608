import { byKey } from './by-key.ts';
import type { LinkRule, SeenCrash } from './link.ts';
import { crashNames } from './link.ts';

export const sameSuspect: LinkRule = {
  name: 'same-suspect',
  find: (crashes) =>
    byKey(crashes, suspectOf).map(([driver, members]) => ({
      crashes: members,
      certain: false,
      text: {
        en: `${crashNames(members)}: each points at ${driver} by its own evidence. One driver may have several faults, so this is likely rather than certain.`,
        zh: `${crashNames(members)}：各自的证据都指向 ${driver}。同一驱动可能有多个缺陷，因此只能说很可能同源。`,
      },
    })),
};

/** Hardware and Windows itself are too broad to be one cause. */
function suspectOf({ judgement }: SeenCrash): string | null {
  const { culprit } = judgement.verdict;
  return ['unknown', 'hardware', 'os'].includes(culprit) ? null : culprit;
}
