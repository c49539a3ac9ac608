import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { type FakeModel, type Reaction, respond, startFakeModel, statementsAnswer } from '../model/fake-model.ts';
import type { RunningBot } from './a-bot.ts';
import { startTestBot } from './a-bot.ts';
import { aDump } from './a-dump.ts';
import { anActivity } from './an-activity.ts';
import type { Sent } from './fake-connector.ts';

const TOKEN = 'a-token-for-the-metrics';
const honest: Reaction = (response, { body }) => {
  const { items, verdicts } = JSON.parse(JSON.parse(body).input);
  const [strongest] = verdicts[0].strongest;
  const text = items.find(({ name }: { name: string }) => name === strongest).text;
  respond(response, 200, statementsAnswer([{ text, cites: [strongest] }]));
};
const malicious: Reaction = (response) =>
  respond(
    response,
    200,
    statementsAnswer([{ text: 'Netwtw08 is to blame; see https://evil.example.', cites: ['E1'] }]),
  );
const hanging: Reaction = () => undefined;

let model: FakeModel;
let running: RunningBot;
let plain: RunningBot;

before(async () => {
  model = await startFakeModel(honest);
  const key = { OPENAI_API_KEY: 'key', OPENAI_BASE_URL: model.url, STOPCODE_METRICS_TOKEN: TOKEN };
  running = await startTestBot(key);
  plain = await startTestBot();
});
after(async () => {
  await running.stop();
  await plain.stop();
  await model.close();
});
beforeEach(() => {
  running.connector.sent.length = 0;
  plain.connector.sent.length = 0;
  (model.requests as unknown[]).length = 0;
});

let chats = 0;

/** Pastes a dump in a new chat and waits for so many messages there: words of earlier chats may come meanwhile. */
async function paste(bot: RunningBot, count: number): Promise<readonly Sent[]> {
  const id = `a:words-${++chats}`;
  await bot.post(anActivity(bot.connector.url, { id: `m${chats}`, text: aDump(), conversation: chat(id) }));
  return takenIn(bot, id, count);
}

function chat(id: string) {
  return { id, conversationType: 'personal', tenantId: 'tenant-1' };
}

async function takenIn(bot: RunningBot, id: string, count: number): Promise<readonly Sent[]> {
  for (let all = count; ; all++) {
    const sent = (await bot.connector.taken(all)).filter(({ conversation }) => conversation === id);
    if (sent.length >= count) {
      return sent;
    }
  }
}

function cardOf(sent: Sent | undefined): string {
  return JSON.stringify((sent?.activity.attachments as { content: unknown }[] | undefined)?.[0]?.content);
}

/** The buttons of a card carry the id of the message, which is another one each time. */
function withoutIds(card: string): string {
  return card.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID');
}

test('the verdict comes at once, the words behind it, labelled and with thumbs', async () => {
  model.react = honest;
  const [verdict, words] = await paste(running, 2);
  assert.match(cardOf(verdict), /acmeflt\.sys/);
  assert.doesNotMatch(JSON.stringify(verdict?.activity.entities ?? []), /AIGenerated/);
  assert.match(cardOf(words), /In words.*acmeflt\.sys.*c1·/);
  assert.match(JSON.stringify(words?.activity.entities), /AIGeneratedContent/);
  assert.match(JSON.stringify(words?.activity.channelData), /feedbackLoop/);
  assert.equal(words?.activity.replyToId, verdict?.activity.replyToId);
  assert.equal(model.requests.length, 1);
  assert.doesNotMatch(model.requests[0]?.body ?? '', /acmeflt|fffff801|KeBugCheckEx/);
});

test('the card is the same to the letter with no model, an honest, a malicious and a hanging one', async () => {
  const [without] = await paste(plain, 1);
  const cards = [];
  for (const react of [honest, malicious, hanging]) {
    model.react = react;
    running.connector.sent.length = 0;
    const [verdict] = await paste(running, 1);
    cards.push(withoutIds(cardOf(verdict)));
    model.react = honest;
  }
  assert.deepEqual(
    cards,
    [1, 2, 3].map(() => withoutIds(cardOf(without))),
  );
});

/** Pastes a dump in a new chat, then says this, and waits for so many messages there in all. */
async function follow(text: string, count: number): Promise<readonly Sent[]> {
  await paste(running, 2);
  const id = `a:words-${chats}`;
  await running.post(anActivity(running.connector.url, { id: `n${chats}`, text, conversation: chat(id) }));
  return takenIn(running, id, count);
}

test('what to tell the customer is told by rules, and behind it in words for the customer, labelled', async () => {
  model.react = honest;
  const [, , told, words] = await follow('what do I tell the customer?', 4);
  assert.match(cardOf(told), /To copy:.*acmeflt\.sys/);
  assert.doesNotMatch(JSON.stringify(told?.activity.entities ?? []), /AIGenerated/);
  assert.match(cardOf(words), /In words for the customer.*acmeflt\.sys.*Worded by AI/);
  assert.match(JSON.stringify(words?.activity.entities), /AIGeneratedContent/);
  assert.match(model.requests.at(-1)?.body ?? '', /You tell a customer/);
  assert.doesNotMatch(model.requests.at(-1)?.body ?? '', /acmeflt|fffff801/);
});

test('a card that is asked for in the other language has its words in that language', async () => {
  model.react = honest;
  const [, , card, words] = await follow('用中文', 4);
  assert.match(cardOf(card), /以后用中文回复您/);
  assert.match(cardOf(words), /用文字说明.*acmeflt\.sys/);
  assert.match(JSON.parse(model.requests.at(-1)?.body ?? '{}').input, /"language":"Chinese"/);
});

test('what a thumb says is kept with the verdict', async () => {
  model.react = honest;
  await paste(running, 2);
  // What is said next in a chat is said when it is known how the words went out.
  const here = `a:words-${chats}`;
  await running.post(anActivity(running.connector.url, { text: 'help', conversation: chat(here) }));
  await takenIn(running, here, 3);
  const value = {
    actionName: 'feedback',
    actionValue: { reaction: 'dislike', feedback: '{"feedbackText":"too long"}' },
  };
  const activity = {
    type: 'invoke',
    name: 'message/submitAction',
    replyToId: 'sent-1',
    value,
    conversation: chat(here),
  };
  const response = await running.post(anActivity(running.connector.url, activity));
  assert.equal(response.status, 200);
  assert.ok(
    running.log.some((line) => /words\.rated .*"dislike","isKnown":true/.test(line)),
    running.log.join('\n'),
  );
  assert.doesNotMatch(running.log.join('\n'), /too long/);
});

test('operators see how questions ended and the tokens, and no log holds text', async () => {
  model.react = honest;
  await paste(running, 2);
  const response = await fetch(`http://127.0.0.1:${running.bot.port}/metrics`, {
    headers: { Authorization: `Bearer ${TOKEN}` },
  });
  const metrics = await response.text();
  assert.match(metrics, /stopcode_model_calls_total\{end="worded"\} [1-9]/);
  assert.match(metrics, /stopcode_model_tokens_total [1-9]/);
  assert.match(metrics, /stopcode_words_total\{end="accepted"\} [1-9]/);
  assert.doesNotMatch(running.log.join('\n'), /acmeflt|Netwtw08|evil|d1 /);
});
