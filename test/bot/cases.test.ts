import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type RunningBot, startTestBot } from './a-bot.ts';
import { anAction, buttonsOf, cardText } from './an-action.ts';
import { anActivity, type Json } from './an-activity.ts';

let running: RunningBot;
let taken = 0;
before(async () => {
  running = await startTestBot();
});
after(() => running.stop());

async function say(text: string, changes: Json = {}) {
  const response = await running.post(anActivity(running.connector.url, { text, ...changes }));
  assert.equal(response.status, 200);
  const sent = await running.connector.taken(++taken);
  const activity = sent[taken - 1]?.activity ?? {};
  return { text: cardText(activity) || String(activity.text), buttons: buttonsOf(activity) };
}

async function press(verb: string, data: Json, changes: Json = {}) {
  const response = await running.post(anAction(running.connector.url, verb, data, changes));
  assert.equal(response.status, 200);
  const body = (await response.json()) as { statusCode: number; type: string; value: unknown };
  return { ...body, text: cardText(body.value), buttons: buttonsOf(body.value) };
}

const inTeam = (thread: string) => ({
  conversation: { id: `19:t@thread.tacv2;messageid=${thread}`, conversationType: 'channel', tenantId: 'tenant-1' },
  entities: [{ type: 'mention', mentioned: { id: '28:bot', name: 'Stopcode' }, text: '<at>Stopcode</at>' }],
});

test('a case is opened by text and changed by its buttons', async () => {
  const opened = await say('case new Freeze while copying 4711-00815');
  assert.match(opened.text, /Freeze while copying/);
  const archive = opened.buttons.find(({ verb }) => verb === 'case.archive');
  assert.deepEqual(archive?.data, { case: 1, version: 1 });
  const archived = await press('case.archive', archive.data);
  assert.equal(archived.statusCode, 200);
  assert.equal(archived.type, 'application/vnd.microsoft.card.adaptive');
  assert.match(archived.text, /Done: archived the case/);
  assert.match((await say('case 4711-00815')).text, /Status: \\?.*archived/s);
  assert.match((await press('case.reopen', { case: 1, version: 2 })).text, /Done: reopened/);
});

test('a button of an outdated card changes nothing, shows the case as it is, and keeps what was typed', async () => {
  await say('case new Outdated');
  await say('case 2 severity A');
  const pressed = await press('case.archive', { case: 2, version: 1 }, { from: { id: '29:other', name: 'Li' } });
  assert.match(pressed.text, /Not done: the case has changed meanwhile .*severity is now A/);
  assert.ok(pressed.buttons.some(({ verb, data }) => verb === 'case.archive' && data.version === 2));
  const saved = await press('case.save', { case: 2, version: 1, severity: 'C', note: 'typed for long' });
  assert.match(saved.text, /Not done/);
  assert.match(saved.text, /typed for long/);
  const closing = await press('case.close', { case: 2, version: 1, outcome: 'words of an end' });
  assert.match(JSON.stringify(closing.value), /"value":"words of an end"/);
  const now = await say('case 2');
  assert.match(now.text, /Wei: typed for long/);
  assert.match(now.text, /Severity: A/);
});

test('the same press delivered twice is done once, without a complaint', async () => {
  await say('case new Twice');
  const first = await press('case.remind', { case: 3, version: 1, days: 3 });
  const second = await press('case.remind', { case: 3, version: 1, days: 3 });
  assert.match(first.text, /next follow-up on/);
  assert.doesNotMatch(second.text, /Not done/);
  assert.ok(second.buttons.some(({ data }) => data.version === 2));
});

test('the form saves what differs, in one go', async () => {
  await say('case new Form');
  const moved = await press('case.save', { case: 4, version: 1, followUp: '2999-01-05', shown: '2999-01-05' });
  assert.doesNotMatch(moved.text, /next follow-up on/, 'a day that a digest moved meanwhile was not chosen by anybody');
  const form = { severity: 'A', waiting: 'vendor', followUp: '2999-01-04', note: 'called', title: 'New', owner: 'Li' };
  const saved = await press('case.save', { case: 4, version: 1, ...form });
  for (const done of [
    /severity is now A/,
    /waiting for the vendor/,
    /next follow-up on 2999-01-04/,
    /Noted: called/,
    /owner is now Li/,
    /title is now/,
  ]) {
    assert.match(saved.text, done);
  }
  const closed = await press('case.close', { case: 4, version: 7, outcome: 'driver removed' });
  assert.match(closed.text, /closed: driver removed/);
});

test('another chat and another tenant have no part in it, by text or by button', async () => {
  for (const [index, conversation] of [
    { id: 'a:other', conversationType: 'personal', tenantId: 'tenant-1' },
    { id: 'a:personal', conversationType: 'personal', tenantId: 'tenant-2' },
  ].entries()) {
    assert.match((await say('case 1', { conversation, id: `other-${index}` })).text, /There is no case 1/);
    for (const verb of ['case.archive', 'case.forget', 'case.show', 'case.still-waiting']) {
      const pressed = await press(verb, { case: 1, version: 3 }, { conversation });
      assert.match(pressed.text, /There is no case 1/);
    }
  }
  assert.match((await say('case 1')).text, /Freeze while copying/);
});

test('forgetting asks first and then forgets everything', async () => {
  assert.match((await press('case.ask-forget', { case: 3 })).text, /Delete case 3/);
  assert.match((await press('case.reanalyse', { case: 3 })).text, /no raw pastes/);
  const asked = await say('forget case 3');
  const forget = asked.buttons.find(({ verb }) => verb === 'case.forget');
  assert.ok(forget);
  assert.match((await say('case 3')).text, /Twice/);
  assert.match((await press('case.forget', forget.data)).text, /Case 3 and its pastes are deleted/);
  assert.match((await say('case 3')).text, /There is no case 3/);
});

test('a button that makes no sense is answered as such', async () => {
  for (const [verb, data] of [
    ['case.archive', { case: 'x', version: 1 }],
    ['case.remind', { case: 1, version: 1, days: 100_000 }],
    ['rm', {}],
  ] as const) {
    assert.equal((await press(verb, data)).statusCode, 400);
  }
});

const DUMP = (code: string, name: string) => `2: kd> !analyze -v
${name} (${code})
Arguments:
Arg1: ffffffffffffffe8, memory referenced
Arg2: 0000000000000000, value 0 = read operation, 1 = write operation
Arg3: fffff8057b5614fd, instruction address
Arg4: 0000000000000002, reserved`;

test('a paste in the thread of a case belongs to it, one elsewhere is offered to it by button', async () => {
  await say('case new In a thread', inTeam('1'));
  const first = await say(DUMP('50', 'PAGE_FAULT_IN_NONPAGED_AREA'), inTeam('1'));
  assert.match(first.text, /Case 1: In a thread/);
  const elsewhere = await say(DUMP('1e', 'KMODE_EXCEPTION_NOT_HANDLED'), inTeam('2'));
  assert.doesNotMatch(elsewhere.text, /In a thread/);
  const attach = elsewhere.buttons.find(({ verb }) => verb === 'paste.attach');
  assert.ok(attach);
  const added = await press(attach.verb, attach.data, inTeam('2'));
  assert.match(added.text, /Second dump, other bugcheck/);
  assert.match((await say('case 1', inTeam('2'))).text, /Dumps \(2\)/);
  await say('case 1 archive', inTeam('1'));
  const late = await say(DUMP('d1', 'DRIVER_IRQL_NOT_LESS_OR_EQUAL'), inTeam('1'));
  assert.match(late.text, /The case is archived: nobody is reminded of it/);
  const reopen = late.buttons.find(({ verb }) => verb === 'case.reopen');
  assert.ok(reopen);
  assert.match((await press(reopen.verb, reopen.data, inTeam('1'))).text, /Done: reopened the case/);
});
