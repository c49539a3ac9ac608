import { setTimeout as sleep } from 'node:timers/promises';
import { type Scenario, upTo } from '../scenario.ts';

const STEP_MS = 120_000;
/** Far less than the step. */
const LONGEST_ANSWER_MS = 20_000;
/** The first of those who ask are taken in by then, and not answered yet. */
const AT_WORK_MS = 40;

/** The machine's clock is put back: nobody notices, those neither whose messages came just before. */
export const clockBack: Scenario = {
  name: 'clock-back',
  about: 'the clock is put back by 2 minutes while people ask, and forward again',
  sparesOthers: true,
  play: async ({ bots, crowd, isShort }) => {
    const conversations = upTo(isShort ? 6 : 20).map((index) => `clock${index % 2}:c${index}`);
    const all = () => Promise.all(conversations.map((conversation) => crowd.say(conversation, { text: 'help' })));
    const before = all();
    await sleep(AT_WORK_MS);
    bots.stepClock(-STEP_MS);
    const behind = await all();
    await crowd.tally([...(await before), ...behind], LONGEST_ANSWER_MS);
    bots.stepClock(STEP_MS);
    const after = await all();
    const said = [...(await before), ...behind, ...after];
    const tally = await crowd.tally(said, LONGEST_ANSWER_MS);
    const late = said.filter((one) => (crowd.waited(one) ?? 0) > LONGEST_ANSWER_MS).length;
    return { tally, complaints: late > 0 ? [`${late} waited for the clock`] : [] };
  },
};
