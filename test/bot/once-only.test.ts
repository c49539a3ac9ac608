import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { type RunningBot, startTestBot } from './a-bot.ts';
import { cardText } from './an-action.ts';
import { anActivity, type Json } from './an-activity.ts';

let running: RunningBot;
before(async () => {
  running = await startTestBot();
});
after(() => running.stop());
beforeEach(() => {
  running.connector.sent.length = 0;
});

const send = (changes: Json) => running.post(anActivity(running.connector.url, changes));
const repliesTo = () => running.connector.sent.map(({ activity }) => activity.replyToId);

test('the same activity delivered five times at once is answered once', async () => {
  const responses = await Promise.all(Array.from({ length: 5 }, () => send({ id: 'twice', text: 'help' })));
  assert.deepEqual(
    responses.map(({ status }) => status),
    [200, 200, 200, 200, 200],
  );
  await send({ id: 'last-0', text: 'help' });
  await running.connector.taken(2);
  assert.deepEqual(repliesTo(), ['twice', 'last-0']);
});

test('the same id in another conversation or tenant is another message', async () => {
  const channel = { conversationType: 'personal', tenantId: 'tenant-1' };
  await send({ id: 'same', conversation: { ...channel, id: 'a:one' } });
  await send({ id: 'same', conversation: { ...channel, id: 'a:two' } });
  await send({ id: 'same', conversation: { ...channel, id: 'a:two', tenantId: 'tenant-9' } });
  const sent = await running.connector.taken(3);
  assert.deepEqual(sent.map(({ conversation }) => conversation).sort(), ['a:one', 'a:two', 'a:two']);
});

test('messages of one conversation are answered in their order', async () => {
  const ids = Array.from({ length: 8 }, (_, index) => `order-${index}`);
  for (const id of ids) {
    await send({ id, text: 'help' });
  }
  await running.connector.taken(ids.length);
  assert.deepEqual(repliesTo(), ids);
});

test('an edited message is answered again, once per edit', async () => {
  const edit = { type: 'messageUpdate', id: 'edited', text: 'help', channelData: { eventType: 'editMessage' } };
  await send({ id: 'edited', text: 'hello' });
  await send({ ...edit, timestamp: '2026-11-22T10:05:00Z' });
  await send({ ...edit, timestamp: '2026-11-22T10:05:00Z' });
  await send({ id: 'last-3', text: 'help' });
  await running.connector.taken(3);
  assert.deepEqual(repliesTo(), ['edited', 'edited', 'last-3']);
});

test('an answer that was reset on the way is sent again by the SDK', async () => {
  running.connector.reactions.push({ status: 0, reset: true });
  await send({ id: 'reset', text: 'help' });
  await running.connector.taken(1);
  assert.deepEqual(repliesTo(), ['reset', 'reset']);
});

test('an answer that is not taken now is posted later from the queue', async () => {
  running.connector.reactions.push(...Array.from({ length: 3 }, () => ({ status: 412, code: 'PreconditionFailed' })));
  await send({ id: 'later', text: 'help' });
  const [taken] = await running.connector.taken(1);
  assert.equal(taken?.activity.replyToId, 'later');
  assert.equal(running.connector.sent.length, 4);
});

test('a conversation that removed us is left alone', async () => {
  running.connector.reactions.push({ status: 403, code: 'BotNotInConversationRoster' });
  await send({ id: 'gone', text: 'help' });
  await send({ id: 'back', text: 'help' });
  await running.connector.taken(1);
  assert.deepEqual(repliesTo(), ['gone', 'back']);
});

test('other events are heard and not answered', async () => {
  const quiet = [
    { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] },
    { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
    { type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } },
    { type: 'typing' },
    { type: 'installationUpdate', action: 'remove' },
    { type: 'event', name: 'application/vnd.microsoft.readReceipt' },
  ];
  for (const changes of quiet) {
    assert.equal((await send({ ...changes, text: undefined })).status, 200, changes.type);
  }
  const feedback = { type: 'invoke', name: 'message/submitAction', value: { actionName: 'feedback' }, text: undefined };
  assert.equal((await send(feedback)).status, 200);
  await send({ id: 'last-7', text: 'help' });
  await running.connector.taken(1);
  assert.deepEqual(repliesTo(), ['last-7']);
});

test('the bot introduces itself when it is added, in reply to nobody', async () => {
  await send({
    type: 'installationUpdate',
    action: 'add',
    id: 'install',
    text: undefined,
    locale: 'zh-CN',
    entities: [],
  });
  const [sent] = await running.connector.taken(1);
  assert.match(cardText(sent?.activity), /我是 Stopcode/);
  assert.notEqual(sent?.activity.replyToId, 'install');
});
