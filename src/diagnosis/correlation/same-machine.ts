import type { LinkRule } from './link.ts';
import { machinesOf } from './machines.ts';

/** Only ever said beside another reason: one machine may have several faults. */
export const sameMachine: LinkRule = {
  name: 'same-machine',
  tie: { en: 'they are of one machine', zh: '来自同一台机器' },
  find: (crashes) =>
    machinesOf(crashes).map(({ name, crashes: members }) => ({
      crashes: members,
      certain: false,
      text:
        name === null
          ? {
              en: `their lists of modules are nearly the same, so they are likely of one machine, which fits but proves nothing alone.`,
              zh: `已加载模块列表几乎一致，很可能来自同一台机器，与上述原因相符，但单独不能说明问题。`,
            }
          : {
              en: `they are of one machine (${name}), which fits but proves nothing alone.`,
              zh: `来自同一台机器（${name}），与上述原因相符，但单独不能说明问题。`,
            },
    })),
};
