import { quantile } from '../innocents.ts';
import { type Scenario, upTo } from '../scenario.ts';

/** Teams takes 50 messages a second from a bot in one tenant, signs of typing among them; we send 40. */
const A_SECOND = 40;
/** Seconds until half of so many have a sign or their answer: they share the pace. Two are for all that comes before it. */
const medianFor = (count: number) => 2 + count / 2 / A_SECOND;

/** A whole company asks at the same moment. */
export const flood: Scenario = {
  name: 'flood',
  about: '300 conversations of one tenant at once',
  sparesOthers: false,
  play: async ({ channel, crowd, isShort }) => {
    const count = isShort ? 80 : 300;
    const said = await Promise.all(upTo(count).map((index) => crowd.say(`flood:c${index}`, { text: 'help' })));
    const tally = await crowd.tally(said, 120_000);
    const seconds = (waits: readonly number[]) => quantile(waits, 0.5) / 1000;
    const answers = seconds(said.map((one) => crowd.waited(one) ?? 120_000));
    const signs = seconds(said.map((one) => (channel.firstSign(one.conversation) ?? one.at + 120_000) - one.at));
    const complaints = [
      ...(answers > medianFor(count) ? [`half waited ${answers.toFixed(1)} s for the answer`] : []),
      ...(signs > medianFor(count) ? [`half waited ${signs.toFixed(1)} s for a sign`] : []),
    ];
    return { tally, complaints, note: `median answer ${answers.toFixed(1)} s, first sign ${signs.toFixed(1)} s` };
  },
};
