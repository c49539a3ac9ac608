import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { type RunningBot, startTestBot } from './a-bot.ts';
import { anActivity } from './an-activity.ts';

let running: RunningBot;
before(async () => {
  running = await startTestBot();
});
after(() => running.stop());

const FIELDS = [
  ...['type', 'id', 'timestamp', 'localTimestamp', 'channelId', 'serviceUrl', 'from', 'recipient', 'conversation'],
  ...['locale', 'text', 'textFormat', 'entities', 'attachments', 'channelData', 'action', 'replyToId', 'value', 'name'],
  ...['membersAdded', 'relatesTo', 'expiration', 'deliveryMode', 'callerId', 'localTimezone'],
];

test('no activity, however odd, makes the bot fail', async () => {
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom('', '\u0000', '\ud800', 'invoke', 'garbage', {}, []));
  const changes = fc.dictionary(fc.constantFrom(...FIELDS), value, { maxKeys: 3 });
  await fc.assert(
    fc.asyncProperty(changes, async (odd) => {
      const { status } = await running.post(anActivity(running.connector.url, odd));
      assert.ok([200, 201, 202, 400, 403, 501].includes(status), `${status} for ${JSON.stringify(odd)}`);
    }),
    {
      numRuns: 150,
      examples: [[{ channelId: '\u0000' }], [{ conversation: { id: 'a:1', '\u0000': '\ud800', '\ud800': 1 } }]],
    },
  );
});
