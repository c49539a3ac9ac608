import { type Scenario, upTo } from '../scenario.ts';
import { sleep } from '../sleep.ts';

const STEP_MS = 120_000;

/** The machine's clock is put back: nobody notices. */
export const clockBack: Scenario = {
  name: 'clock-back',
  about: 'the clock is put back by 2 minutes, and forward again',
  sparesOthers: true,
  play: async ({ bots, crowd, isShort }) => {
    const conversations = upTo(isShort ? 6 : 20).map((index) => `clock${index % 2}:c${index}`);
    const all = () => Promise.all(conversations.map((conversation) => crowd.say(conversation, { text: 'help' })));
    const before = await all();
    await crowd.tally(before, 30_000);
    bots.stepClock(-STEP_MS);
    await sleep(500);
    const behind = await all();
    await crowd.tally(behind, isShort ? 20_000 : STEP_MS + 30_000);
    bots.stepClock(STEP_MS);
    const after = await all();
    return { tally: await crowd.tally([...before, ...behind, ...after], 20_000) };
  },
};
