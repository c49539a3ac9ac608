import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { createTestDatabase, SKIP_WITHOUT_SERVER } from '../store/test-database.ts';
import { type RunningBot, startTestBot } from './a-bot.ts';
import { anActivity } from './an-activity.ts';
import type { Reaction } from './fake-connector.ts';

const chat = (id: string) => ({ id: `a:${id}`, conversationType: 'personal', tenantId: 'tenant-1' });
const read = async (path: string) => (await fetch(`http://127.0.0.1:${running.bot.port}${path}`)).text();

let running: RunningBot;
before(async () => {
  running = await startTestBot();
});
after(() => running.stop());
beforeEach(() => {
  running.connector.sent.length = 0;
  running.connector.reactions.length = 0;
});

async function ask(conversations: readonly string[]): Promise<string[]> {
  const ids = conversations.map(() => randomUUID());
  for (const [index, id] of ids.entries()) {
    const conversation = chat(conversations[index] ?? '');
    const response = await running.post(anActivity(running.connector.url, { id, conversation }));
    assert.equal(response.status, 200);
  }
  return ids;
}

const six = Array.from({ length: 6 }, (_, index) => `${index}`);

for (const [name, fault] of [
  ['502', { status: 502 }],
  ['503', { status: 503 }],
  ['reset', { status: 0, reset: true }],
] as const) {
  test(`a connector that answers ${name} for a while: every answer comes, once, and the operator sees why`, async () => {
    const { connector } = running;
    connector.down = fault;
    const ids = await ask(six);
    await connector.arrived(6);
    await connector.signs(connector.typing.length + 8);
    connector.down = null;
    const taken = await connector.replied(ids);
    assert.deepEqual(taken.map(({ activity }) => String(activity.replyToId)).toSorted(), ids.toSorted());
    const [first, copy] = connector.sent.filter(({ activity }) => activity.replyToId === ids[0]);
    assert.notEqual(first?.activity.channelData, undefined);
    assert.deepEqual(copy?.activity.channelData, first?.activity.channelData, 'the same key');
    assert.match(JSON.stringify(copy?.activity), /Sent again/);
    assert.doesNotMatch(JSON.stringify(first?.activity), /Sent again/);
    assert.ok(running.log.some((line) => line.startsWith('answer.not-delivered')));
    assert.ok(connector.sent.length <= 12, 'one copy each at most');
  });
}

test('while nothing can be sent that is told, the bot stays ready, and it ends with the outage', async () => {
  const { connector } = running;
  connector.down = { status: 503 };
  const ids = await ask(six);
  await connector.arrived(6);
  while (!(await read('/readyz')).includes('"sending":"failing"')) {
    await setImmediate();
  }
  const response = await fetch(`http://127.0.0.1:${running.bot.port}/readyz`);
  assert.equal(response.status, 200);
  const { since, ...told } = (await response.json()) as Record<string, string>;
  assert.deepEqual(told, { status: 'ready', sending: 'failing', reason: '503' });
  assert.ok(Date.parse(since ?? '') > 0);
  assert.match(await read('/metrics'), /stopcode_answers_undelivered [1-6]\n/);
  connector.down = null;
  await connector.replied(ids);
  while (!/stopcode_answers_undelivered 0\n/.test(await read('/metrics'))) {
    await setImmediate();
  }
  assert.match(await read('/metrics'), /stopcode_answers_total\{outcome="posted"\} \d/);
  assert.match(await read('/metrics'), /stopcode_send_errors_total\{class="503"\} \d/);
  assert.deepEqual(JSON.parse(await read('/healthz')), { status: 'ok', sending: 'ok' });
});

test('answers of one conversation keep their order through an outage', async () => {
  running.connector.reactions.push(...Array.from({ length: 4 }, () => ({ status: 412 })));
  const ids = await ask(['same', 'same', 'same', 'same']);
  const taken = await running.connector.replied(ids);
  assert.deepEqual(
    taken.map(({ activity }) => activity.replyToId),
    ids,
  );
});

const MISBEHAVING: readonly (readonly [name: string, reaction: Reaction])[] = [
  ['asks to wait for fifty seconds', { status: 429, headers: { 'Retry-After': '50' } }],
  ['never answers', { status: 0, hang: true }],
];

for (const [name, reaction] of MISBEHAVING) {
  test(`forty conversations whose connector ${name} hold nobody else up`, async () => {
    const { connector } = running;
    connector.reactions.push(...Array.from({ length: 40 }, () => reaction));
    await ask(Array.from({ length: 40 }, (_, index) => `${name} ${index}`));
    await connector.arrived(40);
    const from = performance.now();
    const ids = await ask(['good', 'well', 'fine']);
    await connector.replied(ids);
    assert.ok(performance.now() - from < 14_000, 'sooner than any of the others gives up');
    assert.equal(connector.sent.filter(({ status }) => status === 201).length, 3);
  });
}

test('an answer that waits is sent by whichever instance lives when the outage is over', {
  skip: SKIP_WITHOUT_SERVER,
}, async (context) => {
  const { url, drop } = await createTestDatabase();
  const first = await startTestBot({ DATABASE_URL: url });
  const { connector } = first;
  connector.reactions.push(...Array.from({ length: 3 }, () => ({ status: 429 })));
  const id = randomUUID();
  await first.post(anActivity(connector.url, { id }));
  await connector.arrived(1);
  await first.bot.stop();
  const second = await startTestBot({ DATABASE_URL: url }, undefined, [connector.url]);
  context.after(async () => {
    await second.stop();
    await connector.close();
    await drop();
  });
  await connector.replied([id]);
  assert.deepEqual(connector.sent.map(({ activity, status }) => [activity.replyToId, status]).at(-1), [id, 201]);
  assert.equal(connector.sent.filter(({ status }) => status === 201).length, 1);
});
