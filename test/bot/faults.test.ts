import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createTestDatabase, SKIP_WITHOUT_SERVER } from '../store/test-database.ts';
import { postActivity } from './a-bot.ts';
import { type BotProcess, mayCall, startProcess } from './a-process.ts';
import { anActivity, type Json } from './an-activity.ts';
import { type Reaction, startFakeConnector } from './fake-connector.ts';

const MESSAGES = 80;
const KILL_AFTER: readonly number[] = [10, 25, 45, 60];

/** Every sixth request meets one of the faults that Teams shows. */
const FAULTS: readonly Reaction[] = [
  { status: 412, code: 'PreconditionFailed' },
  { status: 429, code: 'Throttled', headers: { 'Retry-After': '1' } },
  { status: 502 },
  { status: 0, reset: true },
  { status: 429, code: 'Throttled' },
];

test('two instances under faults and kill -9 lose nothing', { skip: SKIP_WITHOUT_SERVER }, async (context) => {
  const { connector, instances, restart } = await prepare(context);
  connector.reactions.push(...reactions());
  let kills = 0;
  for (let index = 0; index < MESSAGES; index++) {
    const conversation = { id: `a:${index % 30}`, conversationType: 'personal', tenantId: 'tenant-1' };
    await say(instances, anActivity(connector.url, { id: `m${index}`, text: 'help', conversation }));
    if (KILL_AFTER.includes(index)) {
      await restart(kills++ % 2);
    }
  }
  const taken = await connector.replied(Array.from({ length: MESSAGES }, (_, index) => `m${index}`));
  const answered = new Set(taken.map(({ activity }) => activity.replyToId));
  const duplicates = taken.length - answered.size;
  context.diagnostic(`${MESSAGES} messages, ${kills} kills: lost ${MESSAGES - answered.size}, twice ${duplicates}`);
  assert.equal(answered.size, MESSAGES);
  assert.ok(duplicates <= kills, `${duplicates} twice`);
});

function reactions(): Reaction[] {
  return Array.from({ length: 90 }, (_, index) => {
    const fault = index % 6 === 5 ? FAULTS[Math.floor(index / 6) % FAULTS.length] : undefined;
    return fault ?? { status: 201 };
  });
}

async function prepare(context: TestContext) {
  const { url, drop } = await createTestDatabase();
  const connector = await startFakeConnector();
  const start = () => startProcess({ DATABASE_URL: url, ...mayCall(connector.url) });
  const instances = await Promise.all([start(), start()]);
  context.after(async () => {
    for (const instance of instances) {
      await instance.kill();
    }
    await connector.close();
    await drop();
  });
  const restart = async (index: number) => {
    await instances[index]?.kill();
    instances[index] = await start();
  };
  return { connector, instances, restart };
}

/** Like the Bot Service: to whoever answers. */
async function say(instances: readonly BotProcess[], activity: Json): Promise<void> {
  for (const { port } of instances) {
    const response = await postActivity(port, activity).catch(() => null);
    if (response?.status === 200) {
      return;
    }
  }
  assert.fail('no instance took the message');
}
