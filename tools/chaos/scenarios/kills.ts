import { setTimeout as sleep } from 'node:timers/promises';
import { smallPaste } from '../pastes.ts';
import { type Scenario, upTo } from '../scenario.ts';

/** What one process may have in hand when the power goes: nobody can know whether it was delivered. */
const IN_HAND = 8;

/** kill -9 while messages come: each is answered in the end. */
export const kills: Scenario = {
  name: 'kills',
  about: 'kill -9 of an instance while messages come',
  sparesOthers: false,
  play: async ({ bots, crowd, isShort }) => {
    const kills = isShort ? 1 : 4;
    const saying = upTo(isShort ? 20 : 120).map(async (index) => {
      await sleep(index * 60);
      const text = index % 2 === 0 ? 'help' : smallPaste(`killed${index}`);
      return crowd.say(`kill${index % 3}:c${index}`, { text });
    });
    for (const index of upTo(kills)) {
      await sleep(700);
      await bots.crash(index % Math.max(1, bots.ports().length));
    }
    const tally = await crowd.tally(await Promise.all(saying), 120_000);
    return { tally, mayComeTwice: kills * IN_HAND, note: `${kills} killed` };
  },
};
