import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { digestCard } from '#src/cards/digest-card.ts';
import { verdictCard } from '#src/cards/verdict-card.ts';
import { wordsCard } from '#src/cards/words-card.ts';
import type { Pressed } from '#src/ports/act.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Arrival, Target } from '#src/ports/inbox.ts';
import { type MarkRead, type Post, TYPING } from '#src/ports/post.ts';
import type { Rating } from '#src/ports/tellings.ts';
import { anAction } from '../bot/an-action.ts';
import { anActivity, type Json } from '../bot/an-activity.ts';
import { type FakeConnector, startFakeConnector } from '../bot/fake-connector.ts';
import { aReply } from '../cards/a-reply.ts';
import { aCase } from '../follow-ups/a-case.ts';

/** What a channel's adapter was asked for by our side, while it was told what came in. */
export interface Inside {
  readonly arrivals: Arrival[];
  readonly suspended: (readonly [conversation: string, reason: string])[];
  readonly pressed: Pressed[];
  readonly rated: Rating[];
  readonly opened: string[];
}

export interface Channel {
  readonly poster: (changes?: {
    readonly deadlineMs?: number;
    readonly mayServe?: (serviceUrl: string) => boolean;
  }) => Post;
  readonly markRead: MarkRead;
  /** One HTTP turn: an activity as Teams posts it, and what it is told. */
  readonly turn: (activity: Json) => Promise<{ readonly status: number; readonly body: unknown }>;
  readonly inside: Inside;
  readonly close: () => Promise<void>;
}

/**
 * What is on the wire between Teams and whatever stands behind our ports, for each kind of answer, press, event and failure. The
 * library that does it today is out of support: what takes its place has to pass the same.
 */
export function channelContract(name: string, open: () => Promise<Channel>): void {
  let connector: FakeConnector;
  let channel: Channel;
  before(async () => {
    [connector, channel] = await Promise.all([startFakeConnector(), open()]);
  });
  after(async () => {
    await channel.close();
    await connector.close();
  });
  beforeEach(() => {
    for (const kept of [connector.sent, connector.reactions, connector.typing, connector.marks]) {
      kept.length = 0;
    }
    for (const kept of Object.values(channel.inside)) {
      kept.length = 0;
    }
  });

  const hello: Answer = { kind: 'text', text: 'hello `a` _b_' };
  const statuses = () => connector.sent.map(({ status }) => status);

  function target(type = 'channel'): Target {
    const id = type === 'channel' ? '19:abc@thread.tacv2;messageid=17' : `a:${type}`;
    const reference = {
      channelId: 'msteams',
      serviceUrl: connector.url,
      conversation: { id, conversationType: type, tenantId: 't' },
      bot: { id: '28:bot', name: 'Stopcode' },
      user: { id: '29:user', name: 'Wei' },
    };
    return { tenant: 't', conversation: id, reference };
  }

  test(`${name}: text is sent as plain text, in reply to the message it answers`, async () => {
    assert.deepEqual(await channel.poster()(target(), hello, 'm7'), { kind: 'posted', id: 'sent-1' });
    const [sent] = connector.sent;
    assert.equal(sent?.activity.text, 'hello `a` _b_');
    assert.equal(sent?.activity.textFormat, 'plain');
    assert.equal(sent?.activity.replyToId, 'm7');
    assert.equal(sent?.conversation, '19:abc@thread.tacv2;messageid=17');
  });

  test(`${name}: a card is sent alone, with its summary`, async () => {
    await channel.poster()(target(), verdictCard(aReply()), 'm7');
    const [sent] = connector.sent;
    assert.equal(sent?.activity.text, undefined);
    assert.equal(sent?.activity.summary, 'Suspect: acmeflt.sys.');
    const attachments = JSON.stringify(sent?.activity.attachments);
    assert.match(attachments, /"contentType":"application\/vnd\.microsoft\.card\.adaptive"/);
    assert.match(attachments, /"version":"1\.5"/);
  });

  test(`${name}: words of a model are labelled and ask for feedback, a card of the rules does neither`, async () => {
    const sentence = { text: 'acmeflt.sys owns the block.', labels: ['c1·1'], cites: [] };
    await channel.poster()(target(), wordsCard([sentence], 'en'), null, 'k9');
    await channel.poster()(target(), verdictCard(aReply()), null);
    const [byModel, byRules] = connector.sent.map(({ activity }) => activity);
    assert.match(JSON.stringify(byModel?.entities), /AIGeneratedContent/);
    assert.deepEqual(byModel?.channelData, { stopcodeKey: 'k9', feedbackLoop: { type: 'default' } });
    assert.doesNotMatch(JSON.stringify(byRules), /AIGeneratedContent|feedbackLoop/);
  });

  test(`${name}: whatever fails, a post sends once and waits for nothing: when to come back is told, not waited for`, async () => {
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
      results.push(await channel.poster()(target(), hello, null));
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

  test(`${name}: what may have been delivered is told apart, and repeated neither here nor by the SDK`, async () => {
    connector.reactions.push(
      { status: 502 },
      { status: 0, reset: true },
      { status: 504 },
      { status: 503 },
      { status: 500 },
    );
    for (let count = 0; count < 5; count++) {
      assert.equal((await channel.poster()(target(), hello, null)).kind, 'unclear');
    }
    assert.deepEqual(statuses(), [502, 0, 504, 503, 500]);
  });

  test(`${name}: copies of one answer carry one key, and a sign of being at work leaves nothing behind`, async () => {
    await channel.poster()(target(), hello, null, 'k1');
    await channel.poster()(target(), verdictCard(aReply()), null, 'k2');
    assert.deepEqual(
      connector.sent.map(({ activity }) => activity.channelData),
      [{ stopcodeKey: 'k1' }, { stopcodeKey: 'k2' }],
    );
    assert.deepEqual(await channel.poster()(target(), TYPING, null), { kind: 'posted', id: 'sent-1' });
    assert.equal(connector.sent.length, 2);
    assert.equal(connector.typing.length, 1);
  });

  test(`${name}: the answer to a message that was deleted meanwhile is said without replying to it`, async () => {
    connector.reactions.push({ status: 404, code: 'ActivityNotFoundInConversation' });
    assert.deepEqual(await channel.poster()(target(), hello, 'm7'), { kind: 'posted', id: 'sent-1' });
    assert.deepEqual(
      connector.sent.map(({ activity }) => activity.replyToId),
      ['m7', undefined],
    );
  });

  test(`${name}: a card that Teams finds too big is replaced by the short one, and that one is given up`, async () => {
    const step = { title: 'a step', reason: 'r', commands: ['c'.repeat(600)], undo: ['u'.repeat(600)] };
    const steps = ['y', 'y', 'y', 'y', 'y', 'only in the long card'].map((text) => ({ ...step, text }));
    const answer = verdictCard(aReply({}, { steps }));
    connector.reactions.push({ status: 413, code: 'MessageSizeTooBig' });
    assert.deepEqual(await channel.poster()(target(), answer, null), { kind: 'posted', id: 'sent-1' });
    const [long, short] = connector.sent.map(({ activity }) => JSON.stringify(activity));
    assert.match(long ?? '', /only in the long card/);
    assert.doesNotMatch(short ?? '', /only in the long card/);
    assert.match(short ?? '', /Suspect: acmeflt\.sys/);
    connector.reactions.push({ status: 413 }, { status: 413 });
    assert.equal((await channel.poster()(target(), answer, null)).kind, 'refused');
  });

  test(`${name}: a conversation that is closed to us is told apart from one that is merely out of reach`, async () => {
    connector.reactions.push({ status: 403, code: 'BotNotInConversationRoster' });
    assert.deepEqual(await channel.poster()(target(), hello, null), {
      kind: 'gone',
      reason: '403 BotNotInConversationRoster',
    });
    connector.reactions.push({ status: 404, code: 'ConversationNotFound' });
    assert.equal((await channel.poster()(target(), hello, null)).kind, 'gone');
    connector.reactions.push({ status: 400, code: 'BadArgument' });
    assert.equal((await channel.poster()(target(), hello, null)).kind, 'refused');
    connector.reactions.push({ status: 403, code: 'NotEnoughPermissions' });
    assert.equal((await channel.poster()(target(), hello, null)).kind, 'refused', 'our fault, not theirs');
    assert.deepEqual(statuses(), [403, 404, 400, 403]);
  });

  test(`${name}: an answer that never comes ends at our own deadline, and the request with it`, async () => {
    const hasty = channel.poster({ deadlineMs: 50 });
    connector.reactions.push({ status: 0, hang: true });
    const cut = connector.hungUp();
    assert.deepEqual(await hasty(target(), hello, null), { kind: 'unclear', reason: 'no answer in time' });
    await cut;
  });

  test(`${name}: a refused connection was certainly not delivered`, async () => {
    const other = await startFakeConnector();
    const reference = { ...target().reference, serviceUrl: other.url };
    await other.close();
    assert.equal((await channel.poster()({ ...target(), reference }, hello, null)).kind, 'later');
  });

  test(`${name}: an address that is no longer allowed gets nothing`, async () => {
    const strict = channel.poster({ mayServe: () => false });
    assert.equal((await strict(target(), hello, null)).kind, 'refused');
    assert.equal(connector.sent.length, 0);
  });

  test(`${name}: a digest is said in the channel, as a new thread, and its key goes with it`, async () => {
    const digest = {
      key: '2026-11-23 UTC',
      cases: [aCase(3, 'A', '2026-11-20T10:00:00.000Z')],
      done: new Set<number>(),
    };
    const card = digestCard({ ...digest, zoneOf: () => 'UTC', now: '2026-11-23T09:00:00.000Z' }, 'en');
    const inChannel = target();
    const reference = {
      ...inChannel.reference,
      conversation: { id: '19:abc@thread.tacv2', conversationType: 'channel' },
    };
    const place = { tenant: 't', conversation: '19:abc@thread.tacv2', reference };
    await channel.poster()(place, { kind: 'card', card, short: card, summary: 's' }, null, 'k');
    const [sent] = connector.sent;
    assert.match(sent?.path ?? '', /19%3Aabc%40thread\.tacv2\/activities$/);
    assert.match(JSON.stringify(sent?.activity), /2026-11-23 UTC/);
    assert.equal(sent?.activity.replyToId, undefined);
  });

  test(`${name}: a file is offered as a consent card that brings its context back`, async () => {
    const context = { case: 3, mail: 'report' };
    await channel.poster()(
      target('personal'),
      { kind: 'file', name: 'case-3-report.md', description: 'd', bytes: 12, context },
      'm1',
    );
    const attachments = connector.sent.map(({ activity }) => activity.attachments);
    const offer = {
      contentType: 'application/vnd.microsoft.teams.card.file.consent',
      name: 'case-3-report.md',
      content: { description: 'd', sizeInBytes: 12, acceptContext: context, declineContext: context },
    };
    assert.deepEqual(attachments, [[offer]]);
  });

  test(`${name}: what only the asker needs is targeted at them where others are, and plain where nobody else is`, async () => {
    const hint: Answer = { ...hello, forAsker: true };
    await channel.poster()(target(), hint, 'm7');
    await channel.poster()(target('groupChat'), hint, 'm7');
    await channel.poster()(target('personal'), hint, 'm7');
    await channel.poster()(target(), hello, 'm7');
    assert.deepEqual(
      connector.sent.map(({ path }) => path.includes('isTargetedActivity=true')),
      [true, true, false, false],
    );
    const [first, , alone] = connector.sent;
    assert.match(first?.path ?? '', /messageid%3D17\/activities\?isTargetedActivity=true$/, 'in the thread');
    assert.deepEqual(first?.activity.recipient, { id: '29:user', name: 'Wei' });
    assert.equal(alone?.activity.replyToId, 'm7');
  });

  test(`${name}: where nothing can be targeted, all see it rather than nobody; an outage is no reason to show it`, async () => {
    const hint: Answer = { ...hello, forAsker: true };
    connector.reactions.push({ status: 400, code: 'BadArgument' });
    assert.deepEqual(await channel.poster()(target(), hint, 'm7'), { kind: 'posted', id: 'sent-1' });
    assert.deepEqual(
      connector.sent.map(({ path }) => path.endsWith('/m7')),
      [false, true],
    );
    connector.sent.length = 0;
    connector.reactions.push({ status: 503 });
    assert.equal((await channel.poster()(target(), hint, 'm7')).kind, 'unclear');
    assert.equal(connector.sent.length, 1);
  });

  test(`${name}: a message that was read gets a tick, and a channel without reactions is no trouble`, async () => {
    await channel.markRead(target(), '1732700000000');
    assert.deepEqual(connector.marks, [
      {
        conversation: '19:abc@thread.tacv2;messageid=17',
        message: '1732700000000',
        reaction: '2705_whiteheavycheckmark',
      },
    ]);
    assert.equal(connector.sent.length, 0);
    const nowhere = { ...target(), reference: { ...target().reference, serviceUrl: 'http://127.0.0.1:1/' } };
    await channel.markRead(nowhere, 'm');
    await channel.markRead({ ...target(), reference: {} }, 'm');
    assert.equal(connector.marks.length, 1);
  });

  test(`${name}: what somebody says is handed inwards, with its place, and its turn ends at once`, async () => {
    const { status } = await channel.turn(anActivity(connector.url, { id: 'm1', text: 'cases' }));
    assert.equal(status, 200);
    const [arrival] = channel.inside.arrivals;
    assert.equal(arrival?.message.text, 'cases');
    assert.equal(arrival?.replyTo, 'm1');
    assert.equal(arrival?.target.conversation, 'a:personal');
    assert.equal(arrival?.message.author?.name, 'Wei');
    assert.equal(connector.sent.length, 0, 'nothing is said within the turn');
  });

  const MENTION = { type: 'mention', mentioned: { id: '28:bot', name: 'Stopcode' }, text: '<at>Stopcode</at>' };
  const CHANNEL = {
    conversation: { id: '19:c@thread.tacv2;messageid=5', conversationType: 'channel', tenantId: 'tenant-1' },
    channelData: { tenant: { id: 'tenant-1' }, team: { id: '19:team' } },
  };

  test(`${name}: of a channel only what mentions the bot comes in; a person who is mentioned is a name in the text`, async () => {
    const li = { type: 'mention', mentioned: { id: '29:li', name: 'Li Lei' }, text: '<at>Li Lei</at>' };
    const text = '<at>Stopcode</at> case 3 owner <at>Li Lei</at>';
    const html =
      '<p><span itemtype="http://schema.skype.com/Mention" itemid="0">Stopcode</span>&nbsp;case 3 owner <span itemtype="http://schema.skype.com/Mention" itemid="1">Li Lei</span></p>';
    const attachments = [{ contentType: 'text/html', content: html }];
    await channel.turn(anActivity(connector.url, { ...CHANNEL, text: 'hello all', entities: [] }));
    await channel.turn(anActivity(connector.url, { ...CHANNEL, text, entities: [MENTION, li] }));
    await channel.turn(anActivity(connector.url, { ...CHANNEL, text, entities: [MENTION, li], attachments }));
    assert.deepEqual(
      channel.inside.arrivals.map(({ message }) => message.text),
      ['case 3 owner Li Lei', 'case 3 owner Li Lei'],
    );
  });

  test(`${name}: a button is answered within its turn with the card to show, one that nobody knows with a reason`, async () => {
    const card = await channel.turn(anAction(connector.url, 'case.show', { case: 3 }));
    assert.deepEqual(card, {
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { pressed: 'case.show' } },
    });
    assert.deepEqual(channel.inside.pressed[0]?.data, { case: 3, verb: 'case.show' });
    const unknown = await channel.turn(anAction(connector.url, 'rm', {}));
    assert.match(JSON.stringify(unknown.body), /"statusCode":400.*not known any more/);
  });

  test(`${name}: thumbs are kept with who pressed them, the page opens as a dialog, what else is invoked is left alone`, async () => {
    const invoke = (fields: Json) =>
      channel.turn(anActivity(connector.url, { type: 'invoke', text: undefined, ...fields }));
    const feedback = JSON.stringify({ feedbackText: 'right' });
    const actionValue = { reaction: 'like', feedback };
    const rated = await invoke({
      name: 'message/submitAction',
      replyToId: 'sent-1',
      value: { actionName: 'feedback', actionValue },
    });
    assert.deepEqual(rated, { status: 200, body: {} });
    const [rating] = channel.inside.rated;
    assert.deepEqual([rating?.message, rating?.isLiked, rating?.said], ['sent-1', true, 'right']);
    const page = await invoke({ name: 'task/fetch', value: { data: { open: 'paste-page' } } });
    assert.match(JSON.stringify(page.body), /"type":"continue".*"url":"https:\/\/page\.test\/"/);
    assert.deepEqual(channel.inside.opened, ['a:personal']);
    assert.deepEqual(await invoke({ name: 'task/submit', value: { data: null } }), { status: 200, body: {} });
    assert.equal((await invoke({ name: 'signin/verifyState', value: {} })).status, 501);
  });

  test(`${name}: added greets, removed and deleted end, renamed and reacted to change nothing`, async () => {
    const event = (fields: Json) => channel.turn(anActivity(connector.url, { text: undefined, ...CHANNEL, ...fields }));
    const update = (eventType: string, fields: Json = {}) =>
      event({ type: 'conversationUpdate', channelData: { ...CHANNEL.channelData, eventType, ...fields } });
    await event({ type: 'installationUpdate', action: 'add' });
    assert.deepEqual(
      channel.inside.arrivals.map(({ message, replyTo }) => [message.kind, replyTo]),
      [['welcome', null]],
    );
    channel.inside.arrivals.length = 0;
    for (const renamed of ['teamRenamed', 'channelRenamed', 'channelCreated', 'teamMemberAdded', 'teamArchived']) {
      assert.equal((await update(renamed, { channel: { id: '19:c@thread.tacv2', name: 'New' } })).status, 200);
    }
    await event({ type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: 'sent-1' });
    assert.deepEqual(channel.inside.suspended, []);
    await update('channelDeleted', { channel: { id: '19:gone@thread.tacv2' } });
    await update('teamDeleted');
    await event({ type: 'installationUpdate', action: 'remove' });
    assert.deepEqual(channel.inside.suspended, [
      ['19:gone@thread.tacv2', 'deleted'],
      [CHANNEL.conversation.id, 'removed'],
      [CHANNEL.conversation.id, 'removed'],
    ]);
    assert.deepEqual(channel.inside.arrivals, []);
    assert.equal(connector.sent.length, 0);
  });
}
