import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import manifest from '#manifest/manifest.json' with { type: 'json' };
import { answerMessageAction } from '#src/adapters/teams/answer-message-action.ts';
import type { TriageMessage } from '#src/ports/triage-message.ts';
import { CardShape } from '../cards/card-shape.ts';
import { type RunningBot, startTestBot } from './a-bot.ts';
import { aDump } from './a-dump.ts';
import { cardText } from './an-action.ts';
import { anActivity, type Json } from './an-activity.ts';

let running: RunningBot;
before(async () => {
  running = await startTestBot();
});
after(() => running.stop());

const COMMAND = manifest.composeExtensions[0]?.commands[0]?.id ?? '';

/** Somebody chose the command in the menu of a message, as Teams posts it; the message is in the form of Graph. */
function pointAt(body: Json, changes: Json = {}, commandId = COMMAND): Promise<Response> {
  const messagePayload = {
    id: '1732700000000',
    replyToId: null,
    createdDateTime: '2026-11-27T10:00:00.000Z',
    linkToMessage: 'https://teams.microsoft.com/l/message/1',
    from: { user: { id: 'other', displayName: 'Mei' } },
    mentions: [],
    reactions: [],
    attachments: [],
    body,
    ...changes,
  };
  const value = { commandId, commandContext: 'message', context: { theme: 'default' }, messagePayload };
  const invoke = { type: 'invoke', name: 'composeExtension/fetchTask', id: randomUUID(), text: undefined, value };
  return running.post(anActivity(running.connector.url, invoke));
}

async function dialogOf(response: Response): Promise<{ title: string; card: { content: unknown } }> {
  assert.equal(response.status, 200);
  const { task } = (await response.json()) as {
    task: { type: string; value: { title: string; card: { content: unknown } } };
  };
  assert.equal(task.type, 'continue');
  CardShape.parse(task.value.card.content);
  return task.value;
}

test("somebody else's dump is read for whoever points at it, and nothing is posted", async () => {
  const content = `<p>see this</p><codeblock class=""><code>${aDump().replaceAll('\n', '<br>')}</code></codeblock>`;
  const { title, card } = await dialogOf(await pointAt({ contentType: 'html', content }));
  assert.equal(title, 'Triage of this message');
  assert.match(cardText(card.content), /Suspect: acmeflt\.sys/);
  assert.deepEqual(running.connector.sent, []);
});

test('a message as plain text is read too, and the language is that of its prose', async () => {
  const content = `客户的机器又蓝屏了，请帮忙看一下：\n${aDump()}`;
  const { title, card } = await dialogOf(await pointAt({ contentType: 'text', content }));
  assert.equal(title, '此消息的分析');
  assert.match(cardText(card.content), /可疑驱动：acmeflt\.sys/);
});

test('what others write is no command to the bot', async () => {
  const { card } = await dialogOf(await pointAt({ contentType: 'text', content: 'case new Freeze while copying' }));
  assert.match(cardText(card.content), /no debugger output/);
});

test('a file that only people can open is named, quotes and cards are passed over', async () => {
  const attachments = [
    { id: '1', contentType: 'messageReference', content: '{}', name: null, contentUrl: null },
    { id: '2', contentType: 'reference', contentUrl: 'https://x.sharepoint.com/analyze.log', name: 'analyze.log' },
  ];
  const { card } = await dialogOf(await pointAt({ contentType: 'html', content: '<p>log</p>' }, { attachments }));
  const said = cardText(card.content);
  assert.match(said, /analyze\.log.*cannot be read here/);
  assert.equal(said.match(/cannot be read/g)?.length, 1);
});

test('other commands and odd payloads are no dialog of ours', async () => {
  const others = [
    pointAt({ contentType: 'text', content: aDump() }, {}, 'search'),
    pointAt({ contentType: 7 }),
    pointAt({ contentType: 'html', content: null }, { attachments: null }),
  ];
  const [foreign, broken, empty] = await Promise.all(others);
  for (const response of [foreign, broken]) {
    assert.doesNotMatch((await response?.text()) ?? '', /"task"/);
  }
  assert.match(cardText((await dialogOf(empty ?? assert.fail())).card.content), /no debugger output/);
});

const SOMEWHERE = { conversation: 'conv' };

test('what Teams does not wait for any more is told to stop', async () => {
  const value = { commandId: COMMAND, messagePayload: { body: { contentType: 'text', content: 'x' } } };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const told: string[] = [];
  const triageMessage: TriageMessage = (_message, _language, { conversation, signal }) => {
    signal?.addEventListener('abort', () => told.push(conversation));
    return new Promise<never>(() => undefined);
  };
  await answerMessageAction(value, 'en', SOMEWHERE, { triageMessage, log, messageActionMs: 1 });
  assert.deepEqual(told, ['conv']);
});

test('where reading takes too long or fails, a sentence says what to do instead', async () => {
  const value = { commandId: COMMAND, messagePayload: { body: { contentType: 'text', content: 'x' } } };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  for (const triageMessage of [() => new Promise<never>(() => undefined), () => Promise.reject(new Error('broken'))]) {
    const answer = await answerMessageAction(value, 'en', SOMEWHERE, { triageMessage, log, messageActionMs: 1 });
    assert.match(JSON.stringify(answer), /"type":"message".*Paste it into a chat with me/);
  }
});
