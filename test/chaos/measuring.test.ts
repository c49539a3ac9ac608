import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import type { Bots } from '#tools/chaos/bots.ts';
import { type Channel, startChannel } from '#tools/chaos/channel.ts';
import { crowdOf } from '#tools/chaos/crowd.ts';
import { quantile } from '#tools/chaos/innocents.ts';
import { startInstance } from '#tools/chaos/instance.ts';

interface Asked {
  readonly id: string;
  readonly text: string;
  readonly conversation: { readonly id: string };
}

/** A bot that answers as often as it is asked to: `2` twice, `0` never. */
async function anObedientBot(context: TestContext, channel: Channel): Promise<Bots> {
  const server = createServer(async (request, response) => {
    const { id, text, conversation } = (await json(request)) as Asked;
    response.end();
    const url = `${channel.url}/v3/conversations/${encodeURIComponent(conversation.id)}/activities/${id}`;
    const body = JSON.stringify({ type: 'message', replyToId: id, text: 'so be it' });
    for (let count = 0; count < Number(text); count++) {
      await fetch(url, { method: 'POST', body });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const nothing = async () => undefined;
  return {
    ...{ ports: () => [port], crash: nothing, restart: async () => null, lag: async () => null, stop: nothing },
    ...{ stepClock: () => undefined, now: Date.now },
  };
}

async function prepare(context: TestContext) {
  const channel = await startChannel();
  context.after(channel.close);
  const crowd = crowdOf(await anObedientBot(context, channel), channel);
  return { channel, crowd };
}

test('what is lost and what comes twice is counted as such', async (context) => {
  const { crowd } = await prepare(context);
  const said = await Promise.all(['0', '1', '2', '1'].map((text, index) => crowd.say(`t:c${index}`, { text })));
  assert.deepEqual(await crowd.tally(said, 2_000), { sent: 4, answered: 3, lost: 1, twice: 1 });
  assert.deepEqual(
    said.map((one) => crowd.waited(one) !== null),
    [false, true, true, true],
  );
});

test('a channel that is unwell for some conversations takes those of others, and all once it is well', async (context) => {
  const { channel, crowd } = await prepare(context);
  const recover = channel.behave('sick', { kind: 'status', status: 503 });
  const sick = await crowd.say('sick:c', { text: '1' });
  const well = await crowd.say('well:c', { text: '1' });
  assert.ok(await channel.until(() => channel.refused() === 1 && crowd.waited(well) !== null, 10_000));
  assert.equal(crowd.waited(sick), null);
  recover();
  const again = await crowd.say('sick:c', { text: '1' });
  assert.equal((await crowd.tally([again], 10_000)).answered, 1);
});

test('95 of 100 wait no longer than the 95th', () => {
  const waits = Array.from({ length: 100 }, (_, index) => 100 - index);
  assert.equal(quantile(waits, 0.95), 95);
  assert.equal(quantile([7], 0.95), 7);
  assert.equal(quantile([], 0.95), 0);
});

test('a bot that cannot start says why', async () => {
  await assert.rejects(startInstance({ DATABASE_URL: 'nonsense' }), /DATABASE_URL: must begin with postgres/);
});
