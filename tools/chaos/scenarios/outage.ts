import { setTimeout as sleep } from 'node:timers/promises';
import type { Behaviour } from '../channel.ts';
import { type Scenario, sum, upTo } from '../scenario.ts';

const MODES: readonly (readonly [prefix: string, behaviour: Behaviour])[] = [
  ['bad-gateway', { kind: 'status', status: 502 }],
  ['unavailable', { kind: 'status', status: 503 }],
  ['reset', { kind: 'reset' }],
];

/** The channel takes nothing for a while; what was certainly not delivered has to come once it is well. */
export const outage: Scenario = {
  name: 'outage',
  about: 'the channel answers 502, 503 or cuts the connection for 40 s',
  sparesOthers: true,
  play: async ({ channel, crowd, isShort }) => {
    const tallies = await Promise.all(
      MODES.map(async ([prefix, behaviour]) => {
        const recover = channel.behave(prefix, behaviour);
        const conversations = upTo(isShort ? 6 : 30).map((index) => `${prefix}${index % 3}:c${index}`);
        const said = await Promise.all(conversations.map((conversation) => crowd.say(conversation, { text: 'help' })));
        await sleep(isShort ? 12_000 : 40_000);
        recover();
        return crowd.tally(said, isShort ? 60_000 : 180_000);
      }),
    );
    return { tally: sum(tallies) };
  },
};
