import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type FakeModel, modelAnswer, type Reaction, respond, startFakeModel } from '../model/fake-model.ts';
import { type RunningBot, startTestBot } from './a-bot.ts';
import { aDump } from './a-dump.ts';
import { anActivity } from './an-activity.ts';
import type { Sent } from './fake-connector.ts';

/** Strange enough that no phrase takes it. */
const STRANGE = 'can Margarethe back that up?';
const isRouting = (body: string) => /"name":"route_question"/.test(body);
const silent: Reaction = () => undefined;

let model: FakeModel;
let running: RunningBot;

before(async () => {
  model = await startFakeModel(silent);
  running = await startTestBot({ OPENAI_API_KEY: 'key', OPENAI_BASE_URL: model.url });
});
after(async () => {
  await running.stop();
  await model.close();
});

/** Routes the next questions so, one after the other, and words nothing. */
function routing(...choices: readonly object[]): Reaction {
  const left = [...choices];
  return (response, { body }) =>
    isRouting(body)
      ? respond(response, 200, modelAnswer(JSON.stringify(left.shift())))
      : respond(response, 200, modelAnswer([{ type: 'refusal', refusal: 'no' }]));
}

/** Pastes a dump in a chat of its own, asks, and waits for so many messages there. */
async function ask(id: string, text: string, count: number): Promise<readonly Sent[]> {
  const conversation = chat(id);
  await running.post(anActivity(running.connector.url, { id: `${id} 1`, text: aDump(), conversation }));
  await takenIn(id, 1);
  await running.post(anActivity(running.connector.url, { id: `${id} 2`, text, conversation }));
  return takenIn(id, count);
}

function chat(id: string) {
  return { id: `a:${id}`, conversationType: 'personal', tenantId: 'tenant-1' };
}

async function takenIn(id: string, count: number): Promise<readonly Sent[]> {
  for (let all = count; ; all++) {
    const sent = (await running.connector.taken(all)).filter(({ conversation }) => conversation === `a:${id}`);
    if (sent.length >= count) {
      return sent;
    }
  }
}

function cardOf(sent: Sent | undefined): string {
  return JSON.stringify((sent?.activity.attachments as { content: unknown }[] | undefined)?.[0]?.content);
}

test('what can be asked is said at once, and the rules answer what a model makes of the question', async () => {
  model.react = routing({ intent: 'why', crash: 'none', subject: 'none' });
  const [, offered, answered] = await ask('routed', STRANGE, 3);
  assert.match(cardOf(offered), /I did not understand that question/);
  assert.match(cardOf(answered), /Understood after all, with the help of AI, as: Why\?.*acmeflt\.sys/);
  assert.doesNotMatch(JSON.stringify(answered?.activity.entities ?? []), /AIGenerated/, 'rules worded it');
  const asked = model.requests.find(({ body }) => isRouting(body))?.body ?? '';
  assert.match(asked, /can … back that up\?/);
  assert.doesNotMatch(asked, /Margarethe|acmeflt|fffff801/i);
  assert.doesNotMatch(running.log.join('\n'), /Margarethe|back that up/);
});

test('a model that makes nothing of it, answers outside its choices or adds something is as none at all', async () => {
  for (const [at, choice] of [
    { intent: 'none', crash: 'none', subject: 'none' },
    { intent: 'forget', crash: 'none', subject: 'none' },
    { intent: 'not', crash: 'none', subject: 'Netwtw08.sys' },
    { intent: 'not', crash: 'none', subject: 'none' },
    { intent: 'why', crash: 'none', subject: 'none', text: 'https://evil.example' },
  ].entries()) {
    model.react = routing(choice, { intent: 'sure', crash: 'none', subject: 'none' });
    const id = `nothing-${at}`;
    await ask(id, STRANGE, 2);
    // One chat has one question after another: what follows this one tells that nothing came of it.
    const again = { id: `${id} 3`, text: STRANGE, conversation: chat(id) };
    await running.post(anActivity(running.connector.url, again));
    const said = (await takenIn(id, 4)).map(cardOf);
    assert.match(said[1] ?? '', /I did not understand that question/);
    assert.match(said[2] ?? '', /I did not understand that question/, JSON.stringify(choice));
    assert.match(said[3] ?? '', /as: How sure is that\?/);
  }
});

test('a hanging model holds neither what can be asked nor other chats', async () => {
  model.react = silent;
  const [, offered] = await ask('hanging', STRANGE, 2);
  assert.match(cardOf(offered), /I did not understand that question/);
  const [, other] = await ask('other', 'why?', 2);
  assert.match(cardOf(other), /acmeflt\.sys/);
});
