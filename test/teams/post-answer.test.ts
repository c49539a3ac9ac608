import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { createAdapter } from '#src/adapters/teams/cloud-adapter.ts';
import { sendWholeEntities } from '#src/adapters/teams/entity-patch.ts';
import { postAnswer } from '#src/adapters/teams/post-answer.ts';
import { verdictCard } from '#src/cards/verdict-card.ts';
import { wordsCard } from '#src/cards/words-card.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Target } from '#src/ports/inbox.ts';
import { TYPING } from '#src/ports/post.ts';
import { type FakeConnector, startFakeConnector } from '../bot/fake-connector.ts';
import { aReply } from '../cards/a-reply.ts';

let connector: FakeConnector;
before(async () => {
  connector = await startFakeConnector();
});
after(() => connector.close());
beforeEach(() => {
  connector.sent.length = 0;
  connector.reactions.length = 0;
});

const hello: Answer = { kind: 'text', text: 'hello `a` _b_' };
const tools = { adapter: createAdapter({}), appId: '', mayServe: () => true };
const post = postAnswer({ ...tools, deadlineMs: 30_000 });

function target(): Target {
  const reference = {
    channelId: 'msteams',
    serviceUrl: connector.url,
    conversation: { id: '19:abc@thread.tacv2;messageid=17', conversationType: 'channel', tenantId: 't' },
    bot: { id: '28:bot', name: 'Stopcode' },
    user: { id: '29:user', name: 'Wei' },
  };
  return { tenant: 't', conversation: reference.conversation.id, reference };
}

const statuses = () => connector.sent.map(({ status }) => status);

test('text is sent as plain text, in reply to the message it answers', async () => {
  assert.deepEqual(await post(target(), hello, 'm7'), { kind: 'posted', id: 'sent-1' });
  const [sent] = connector.sent;
  assert.equal(sent?.activity.text, 'hello `a` _b_');
  assert.equal(sent?.activity.textFormat, 'plain');
  assert.equal(sent?.activity.replyToId, 'm7');
  assert.equal(sent?.conversation, '19:abc@thread.tacv2;messageid=17');
});

test('a card is sent alone, with its summary', async () => {
  await post(target(), verdictCard(aReply()), 'm7');
  const [sent] = connector.sent;
  assert.equal(sent?.activity.text, undefined);
  assert.equal(sent?.activity.summary, 'Suspect: acmeflt.sys.');
  const attachments = JSON.stringify(sent?.activity.attachments);
  assert.match(attachments, /"contentType":"application\/vnd\.microsoft\.card\.adaptive"/);
  assert.match(attachments, /"version":"1\.5"/);
});

test('words of a model are labelled and ask for feedback, a card of the rules does neither', async () => {
  sendWholeEntities();
  const sentence = { text: 'acmeflt.sys owns the block.', labels: ['c1·1'], cites: [] };
  await post(target(), wordsCard([sentence], 'en'), null, 'k9');
  await post(target(), verdictCard(aReply()), null);
  const [byModel, byRules] = connector.sent.map(({ activity }) => activity);
  assert.match(JSON.stringify(byModel?.entities), /AIGeneratedContent/);
  assert.deepEqual(byModel?.channelData, { stopcodeKey: 'k9', feedbackLoop: { type: 'default' } });
  assert.doesNotMatch(JSON.stringify(byRules), /AIGeneratedContent|feedbackLoop/);
});

test('whatever fails, a post sends once and waits for nothing: when to come back is told, not waited for', async () => {
  const header = (seconds: number) => ({ 'Retry-After': String(seconds) });
  connector.reactions.push(
    { status: 412, code: 'PreconditionFailed' },
    { status: 429, code: 'Throttled' },
    { status: 429, code: 'Throttled', headers: header(50) },
    { status: 503, headers: header(7) },
    { status: 401, code: 'Unauthorized' },
  );
  const begin = performance.now();
  const results = [];
  for (let count = 0; count < 5; count++) {
    results.push(await post(target(), hello, null));
  }
  assert.deepEqual(results, [
    { kind: 'later', reason: '412 PreconditionFailed' },
    { kind: 'later', reason: '429 Throttled' },
    { kind: 'later', reason: '429 Throttled', afterMs: 50_000 },
    { kind: 'later', reason: '503 Error', afterMs: 7000 },
    { kind: 'later', reason: '401 Unauthorized' },
  ]);
  assert.deepEqual(statuses(), [412, 429, 429, 503, 401]);
  assert.ok(performance.now() - begin < 5000);
});

test('what may have been delivered is told apart, and repeated neither here nor by the SDK', async () => {
  connector.reactions.push(
    { status: 502 },
    { status: 0, reset: true },
    { status: 504 },
    { status: 503 },
    { status: 500 },
  );
  for (let count = 0; count < 5; count++) {
    assert.equal((await post(target(), hello, null)).kind, 'unclear');
  }
  assert.deepEqual(statuses(), [502, 0, 504, 503, 500]);
});

test('copies of one answer carry one key, and a sign of being at work leaves nothing behind', async () => {
  await post(target(), hello, null, 'k1');
  await post(target(), verdictCard(aReply()), null, 'k2');
  assert.deepEqual(
    connector.sent.map(({ activity }) => activity.channelData),
    [{ stopcodeKey: 'k1' }, { stopcodeKey: 'k2' }],
  );
  assert.deepEqual(await post(target(), TYPING, null), { kind: 'posted', id: 'sent-1' });
  assert.equal(connector.sent.length, 2);
  assert.equal(connector.typing.length, 1);
});

test('the answer to a message that was deleted meanwhile is said without replying to it', async () => {
  connector.reactions.push({ status: 404, code: 'ActivityNotFoundInConversation' });
  assert.deepEqual(await post(target(), hello, 'm7'), { kind: 'posted', id: 'sent-1' });
  assert.deepEqual(
    connector.sent.map(({ activity }) => activity.replyToId),
    ['m7', undefined],
  );
});

test('a card that Teams finds too big is replaced by the short one, and that one is given up', async () => {
  const step = { title: 'a step', reason: 'r', commands: ['c'.repeat(600)], undo: ['u'.repeat(600)] };
  const steps = ['y', 'y', 'y', 'y', 'y', 'only in the long card'].map((text) => ({ ...step, text }));
  const answer = verdictCard(aReply({}, { steps }));
  connector.reactions.push({ status: 413, code: 'MessageSizeTooBig' });
  assert.deepEqual(await post(target(), answer, null), { kind: 'posted', id: 'sent-1' });
  const [long, short] = connector.sent.map(({ activity }) => JSON.stringify(activity));
  assert.match(long ?? '', /only in the long card/);
  assert.doesNotMatch(short ?? '', /only in the long card/);
  assert.match(short ?? '', /Suspect: acmeflt\.sys/);
  connector.reactions.push({ status: 413 }, { status: 413 });
  assert.equal((await post(target(), answer, null)).kind, 'refused');
});

test('a conversation that is closed to us is told apart from one that is merely out of reach', async () => {
  connector.reactions.push({ status: 403, code: 'BotNotInConversationRoster' });
  assert.deepEqual(await post(target(), hello, null), { kind: 'gone', reason: '403 BotNotInConversationRoster' });
  connector.reactions.push({ status: 404, code: 'ConversationNotFound' });
  assert.equal((await post(target(), hello, null)).kind, 'gone');
  connector.reactions.push({ status: 400, code: 'BadArgument' });
  assert.equal((await post(target(), hello, null)).kind, 'refused');
  connector.reactions.push({ status: 403, code: 'NotEnoughPermissions' });
  assert.equal((await post(target(), hello, null)).kind, 'refused', 'our fault, not theirs');
  assert.deepEqual(statuses(), [403, 404, 400, 403]);
});

test('an answer that never comes ends at our own deadline, and the request with it', async () => {
  const hasty = postAnswer({ ...tools, deadlineMs: 50 });
  connector.reactions.push({ status: 0, hang: true });
  const cut = connector.hungUp();
  assert.deepEqual(await hasty(target(), hello, null), { kind: 'unclear', reason: 'no answer in time' });
  await cut;
});

test('a refused connection was certainly not delivered', async () => {
  const other = await startFakeConnector();
  const reference = { ...target().reference, serviceUrl: other.url };
  await other.close();
  assert.equal((await post({ ...target(), reference }, hello, null)).kind, 'later');
});

test('an address that is no longer allowed gets nothing', async () => {
  const strict = postAnswer({ ...tools, deadlineMs: 1000, mayServe: () => false });
  assert.equal((await strict(target(), hello, null)).kind, 'refused');
  assert.equal(connector.sent.length, 0);
});
