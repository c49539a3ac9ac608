import { randomUUID } from 'node:crypto';
import { message, messageAction } from '../activities.ts';
import { moduleList, smallPaste } from '../pastes.ts';
import { type Scenario, upTo } from '../scenario.ts';

const ROWS = 60_000;
/** Teams gives up after five seconds; the rest is the way, and in the tests, what else the machine does. */
const TIMEOUT_MS = { full: 10_000, short: 30_000 };

/** Many point at messages at once; each gets a dialog in time, and nobody else waits. */
export const messageActions: Scenario = {
  name: 'actions',
  about: '100 message actions at once',
  sparesOthers: true,
  play: async ({ channel, crowd, isShort }) => {
    const content = `${smallPaste('pointed')}\n${moduleList(ROWS)}`;
    const statuses = await Promise.all(
      upTo(isShort ? 30 : 100).map((index) => {
        const action = messageAction(content);
        const timeout = isShort ? TIMEOUT_MS.short : TIMEOUT_MS.full;
        return crowd.post(message(channel.url, 'point', `point:c${index}`, randomUUID(), action), timeout);
      }),
    );
    const answered = statuses.filter((status) => status === 200).length;
    return { tally: { sent: statuses.length, answered, lost: statuses.length - answered, twice: 0 } };
  },
};
