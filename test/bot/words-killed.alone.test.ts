import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { rm } from 'node:fs/promises';
import { type TestContext, test } from 'node:test';
import { type Reaction, respond, startFakeModel, statementsAnswer } from '../model/fake-model.ts';
import { createTestDatabase, SKIP_WITHOUT_SERVER } from '../store/test-database.ts';
import { newDataFolder } from '../support/data-folder.ts';
import { postActivity } from './a-bot.ts';
import { aDump } from './a-dump.ts';
import { mayCall, startProcess } from './a-process.ts';
import { anActivity } from './an-activity.ts';
import { startFakeConnector } from './fake-connector.ts';

/** The strongest evidence as it is, and as many tokens as nearly all that was set aside. */
const honest: Reaction = (response, { body }) => {
  const { items, verdicts } = JSON.parse(JSON.parse(body).input);
  const [strongest] = verdicts[0].strongest;
  const { text } = items.find(({ name }: { name: string }) => name === strongest);
  const answer = statementsAnswer([{ text, cites: [strongest] }]);
  respond(response, 200, { ...answer, usage: { input_tokens: 4000, output_tokens: 1000, total_tokens: 5000 } });
};
const hanging: Reaction = () => undefined;

async function prepare(context: TestContext, react: Reaction) {
  const connector = await startFakeConnector();
  const asked = new EventEmitter();
  const model = await startFakeModel((...all) => {
    asked.emit('request');
    state.react(...all);
  });
  const state = { react };
  context.after(async () => {
    await connector.close();
    await model.close();
  });
  const settings = { OPENAI_API_KEY: 'key', OPENAI_BASE_URL: model.url, LOG_LEVEL: 'info', ...mayCall(connector.url) };
  return { connector, model, state, settings, request: () => once(asked, 'request') };
}

const conversation = (id: string) => ({ id: `a:${id}`, conversationType: 'personal', tenantId: 'tenant-1' });

async function prepareFolder(context: TestContext, react: Reaction) {
  const folder = await newDataFolder();
  const all = await prepare(context, react);
  context.after(() => rm(folder, { recursive: true, force: true }));
  return { ...all, settings: { ...all.settings, STOPCODE_DATA: folder } };
}

test('killed between the question and what came of it, the bot asks once more, and says the words once', async (context) => {
  const { connector, model, state, settings, request } = await prepareFolder(context, hanging);
  const first = await startProcess(settings);
  const asking = request();
  await postActivity(
    first.port,
    anActivity(connector.url, { id: 'm1', text: aDump(), conversation: conversation('k') }),
  );
  await asking;
  await first.kill();
  state.react = honest;
  const second = await startProcess(settings);
  context.after(second.kill);
  const sent = await connector.taken(2);
  assert.deepEqual(
    sent.map(({ activity }) => activity.replyToId),
    ['m1', 'm1'],
  );
  assert.match(JSON.stringify(sent[1]?.activity), /In words/);
  assert.equal(model.requests.length, 2);
});

test('killed twice while it asks, the bot asks no third time', async (context) => {
  const { connector, model, settings, request } = await prepareFolder(context, hanging);
  for (const round of [1, 2]) {
    const killed = await startProcess(settings);
    const asking = request();
    if (round === 1) {
      await postActivity(
        killed.port,
        anActivity(connector.url, { id: 'm1', text: aDump(), conversation: conversation('k') }),
      );
    }
    await asking;
    await killed.kill();
  }
  const ended = Promise.withResolvers<string>();
  const last = await startProcess(settings, process.cwd(), (line) => {
    if (line.includes('words.ended')) {
      ended.resolve(line);
    }
  });
  context.after(last.kill);
  assert.match(await ended.promise, /"end":"failed"/);
  assert.equal(model.requests.length, 2);
  assert.equal(connector.sent.length, 1, 'the card, and no words');
});

test('two instances on one PostgreSQL share what may be used in a day', {
  skip: SKIP_WITHOUT_SERVER,
}, async (context) => {
  const { url, drop } = await createTestDatabase();
  const { connector, model, settings } = await prepare(context, honest);
  const chats = 12;
  const inAll = 30_000;
  const ends: string[] = [];
  const done = Promise.withResolvers<void>();
  const onLog = (line: string) => {
    if (line.includes('words.ended') && ends.push(line) === chats) {
      done.resolve();
    }
  };
  const shared = { ...settings, DATABASE_URL: url, STOPCODE_MODEL_TOKENS: `20000,${inAll}` };
  const instances = await Promise.all([1, 2].map(() => startProcess(shared, process.cwd(), onLog)));
  context.after(async () => {
    await Promise.all(instances.map(({ kill }) => kill()));
    await drop();
  });
  for (let chat = 0; chat < chats; chat++) {
    const { port } = instances[chat % 2] ?? assert.fail();
    await postActivity(
      port,
      anActivity(connector.url, { id: `m${chat}`, text: aDump(), conversation: conversation(`${chat}`) }),
    );
  }
  await done.promise;
  const used = model.requests.length * 5000;
  assert.ok(used <= inAll, `${used} tokens of ${inAll}`);
  assert.ok(model.requests.length >= 3, `${model.requests.length} questions`);
  const of = (end: string) => ends.filter((line) => line.includes(`"end":"${end}"`)).length;
  assert.equal(of('accepted'), model.requests.length);
  assert.equal(of('spent'), chats - model.requests.length);
});
