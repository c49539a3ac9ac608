import { setTimeout as sleep } from 'node:timers/promises';
import { type Scenario, upTo } from '../scenario.ts';

const DAY_MS = 86_400_000;
const HOUR = 9;
/** The bot looks for what is due every twenty seconds or so. */
const LONGEST_TICK_MS = 60_000;

/** The channel is down at the hour of the digests; each has to come that day, once. */
export const digests: Scenario = {
  name: 'digests',
  about: 'the channel answers 503 for 60 s at the hour of the digests',
  sparesOthers: true,
  play: async ({ bots, channel, crowd, isShort }) => {
    const conversations = upTo(isShort ? 4 : 10).map((index) => `remind${index % 3}:c${index}`);
    for (const text of ['case new Freeze', 'case 1 severity A', `follow-ups at 0${HOUR}:00 UTC Mon-Sun`]) {
      const said = await Promise.all(conversations.map((conversation) => crowd.say(conversation, { text })));
      await crowd.tally(said, 60_000);
    }
    const before = channel.refused();
    const recover = channel.behave('remind', { kind: 'status', status: 503 });
    bots.stepClock(untilTomorrow(bots.now()));
    await channel.until(() => channel.refused() > before, LONGEST_TICK_MS);
    await sleep(isShort ? 12_000 : 60_000);
    recover();
    const came = (conversation: string) =>
      channel.taken.filter((one) => one.conversation === conversation && one.replyTo === '').length;
    await channel.until(() => conversations.every((one) => came(one) > 0), isShort ? 90_000 : 300_000);
    await sleep(3_000);
    const counts = conversations.map(came);
    const answered = counts.filter((count) => count > 0).length;
    const twice = counts.filter((count) => count > 1).length;
    return { tally: { sent: counts.length, answered, lost: counts.length - answered, twice } };
  },
};

/** Some seconds behind the hour of the next day. */
function untilTomorrow(now: number): number {
  const midnight = Math.floor(now / DAY_MS) * DAY_MS;
  return midnight + DAY_MS + HOUR * 3_600_000 + 5_000 - now;
}
