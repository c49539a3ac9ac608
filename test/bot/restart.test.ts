import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { type TestContext, test } from 'node:test';
import { newDataFolder } from '../support/data-folder.ts';
import { postActivity } from './a-bot.ts';
import { mayCall, startProcess } from './a-process.ts';
import { anActivity } from './an-activity.ts';
import { startFakeConnector } from './fake-connector.ts';

async function prepare(context: TestContext) {
  const folder = await newDataFolder();
  const connector = await startFakeConnector();
  context.after(async () => {
    await connector.close();
    await rm(folder, { recursive: true, force: true });
  });
  return { connector, environment: { STOPCODE_DATA: folder, ...mayCall(connector.url) } };
}

test('killed while the answer was on its way, the bot posts it after the restart, once', async (context) => {
  const { connector, environment } = await prepare(context);
  connector.reactions.push({ status: 0, hang: true });
  const first = await startProcess(environment);
  const activity = anActivity(connector.url, { id: 'interrupted', text: 'help' });
  assert.equal((await postActivity(first.port, activity)).status, 200);
  await connector.arrived(1);
  await first.kill();

  const second = await startProcess(environment);
  context.after(second.kill);
  const taken = await connector.taken(1);
  assert.equal(taken[0]?.activity.replyToId, 'interrupted');

  assert.equal((await postActivity(second.port, activity)).status, 200);
  await postActivity(second.port, anActivity(connector.url, { id: 'next', text: 'help' }));
  const all = await connector.taken(2);
  assert.deepEqual(
    all.map((sent) => sent.activity.replyToId),
    ['interrupted', 'next'],
  );
});

test('killed the moment it accepted messages, the bot answers every one of them after the restart', async (context) => {
  const { connector, environment } = await prepare(context);
  const first = await startProcess(environment);
  const ids = Array.from({ length: 12 }, (_, index) => `m${index}`);
  const conversation = (id: string) => ({ id: `a:${id}`, conversationType: 'personal', tenantId: 'tenant-1' });
  const posts = ids.map((id) =>
    postActivity(first.port, anActivity(connector.url, { id, text: 'help', conversation: conversation(id) })),
  );
  await Promise.all(posts);
  await first.kill();
  const before = connector.sent.length;

  const second = await startProcess(environment);
  context.after(second.kill);
  await connector.replied(ids);
  await postActivity(second.port, anActivity(connector.url, { id: 'last', text: 'help' }));
  const taken = await connector.replied([...ids, 'last']);
  const answered = new Set(taken.map(({ activity }) => activity.replyToId));
  // At most what the killed process had in hand can have been posted twice.
  assert.ok(taken.length - answered.size <= 4, `${taken.length - answered.size} twice, ${before} before the kill`);
});

test('asked to end, it ends in order and the next one finds nothing left to do', async (context) => {
  const { connector, environment } = await prepare(context);
  const first = await startProcess(environment);
  await postActivity(first.port, anActivity(connector.url, { id: 'done', text: 'help' }));
  await connector.taken(1);
  assert.equal(await first.terminate(), 0);

  const second = await startProcess(environment);
  context.after(second.kill);
  await postActivity(second.port, anActivity(connector.url, { id: 'next', text: 'help' }));
  await connector.taken(2);
  assert.deepEqual(
    connector.sent.map((sent) => sent.activity.replyToId),
    ['done', 'next'],
  );
});

test('a second process is kept out of the folder of a running one', async (context) => {
  const { environment } = await prepare(context);
  const first = await startProcess(environment);
  context.after(first.kill);
  await assert.rejects(startProcess(environment), /is using .*STOPCODE_DATA/);
});
