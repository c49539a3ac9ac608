import { byKey } from './by-key.ts';
import type { LinkRule } from './link.ts';
import { crashNames } from './link.ts';
import { machineOf } from './machine-of.ts';

/** Only ever said beside another reason: one machine may have several faults. */
export const sameMachine: LinkRule = {
  name: 'same-machine',
  find: (crashes) =>
    byKey(crashes, machineOf).map(([machine, members]) => ({
      crashes: members,
      certain: false,
      text: {
        en: `${crashNames(members)}: they are of one machine (${machine}), which fits but proves nothing alone.`,
        zh: `${crashNames(members)}：来自同一台机器（${machine}），与上述原因相符，但单独不能说明问题。`,
      },
    })),
};
