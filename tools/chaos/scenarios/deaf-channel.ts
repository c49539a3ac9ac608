import { setTimeout as sleep } from 'node:timers/promises';
import type { Behaviour } from '../channel.ts';
import { type Scenario, type Stage, upTo } from '../scenario.ts';

/** The channel never answers for four conversations; the others are answered as ever. */
export const hanging: Scenario = {
  name: 'hanging',
  about: 'the channel hangs for four conversations of each instance',
  sparesOthers: true,
  play: (stage) => without(stage, 'hang', { kind: 'hang' }, stage.isShort ? 15_000 : 60_000),
};

export const retryAfter: Scenario = {
  name: 'retry-after',
  about: 'the channel asks to be left alone for 50 s in four conversations of each instance',
  sparesOthers: true,
  play: (stage) => without(stage, 'later', { kind: 'status', status: 429, retryAfter: stage.isShort ? 15 : 50 }, 5_000),
};

async function without({ bots, channel, crowd, isShort }: Stage, prefix: string, behaviour: Behaviour, ms: number) {
  const recover = channel.behave(prefix, behaviour);
  const said = await Promise.all(
    upTo(4 * bots.ports().length).map((index) => crowd.say(`${prefix}${index}:c`, { text: 'help' })),
  );
  await sleep(ms);
  recover();
  return { tally: await crowd.tally(said, isShort ? 90_000 : 240_000) };
}
