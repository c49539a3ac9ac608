import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createTestDatabase, SKIP_WITHOUT_SERVER } from '../store/test-database.ts';
import { postActivity } from './a-bot.ts';
import { mayCall, startProcess } from './a-process.ts';
import { anActivity } from './an-activity.ts';
import { startFakeConnector } from './fake-connector.ts';

async function prepare(context: TestContext) {
  const { url, drop } = await createTestDatabase();
  const connector = await startFakeConnector();
  const environment = { DATABASE_URL: url, ...mayCall(connector.url) };
  const instances = await Promise.all([startProcess(environment), startProcess(environment)]);
  context.after(async () => {
    for (const instance of instances) {
      await instance.kill();
    }
    await connector.close();
    await drop();
  });
  return { connector, first: instances[0], second: instances[1] };
}

const conversation = (id: string) => ({ id: `a:${id}`, conversationType: 'personal', tenantId: 'tenant-1' });

test('two instances on one PostgreSQL answer each message once', { skip: SKIP_WITHOUT_SERVER }, async (context) => {
  const { connector, first, second } = await prepare(context);
  const ids = Array.from({ length: 20 }, (_, index) => `both-${index}`);
  const activities = ids.map((id) => anActivity(connector.url, { id, conversation: conversation(id) }));
  const responses = await Promise.all(
    activities.flatMap((activity) => [postActivity(first.port, activity), postActivity(second.port, activity)]),
  );
  assert.ok(responses.every(({ status }) => status === 200));
  await connector.taken(ids.length);
  await postActivity(first.port, anActivity(connector.url, { id: 'last' }));
  const taken = await connector.taken(ids.length + 1);
  assert.deepEqual(taken.map(({ activity }) => activity.replyToId).sort(), [...ids, 'last'].sort());
});
