import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { testClock } from '../support/memory-state.ts';
import { type RunningBot, startTestBot } from './a-bot.ts';
import { anAction, buttonsOf, cardText } from './an-action.ts';
import { anActivity, type Json } from './an-activity.ts';

/** Sunday noon in Shanghai. */
const clock = testClock('2026-11-22T04:00:00.000Z');
const HOUR = 60;
const DAY = 24 * HOUR;

let running: RunningBot;
let taken = 0;
before(async () => {
  running = await startTestBot({}, { now: clock.now, tickMs: 25 });
});
after(() => running.stop());

const CHANNEL = {
  conversation: { id: '19:t@thread.tacv2;messageid=7', conversationType: 'channel', tenantId: 'tenant-1' },
  entities: [
    { type: 'mention', mentioned: { id: '28:bot', name: 'Stopcode' }, text: '<at>Stopcode</at>' },
    { type: 'clientInfo', locale: 'en-US', timezone: 'Asia/Shanghai' },
  ],
};

async function next() {
  const sent = await running.connector.taken(++taken);
  const last = sent[taken - 1];
  assert.ok(last);
  const { activity, conversation, path } = last;
  const text = cardText(activity) || String(activity.text);
  return { conversation, path, activity, text, buttons: buttonsOf(activity) };
}

async function say(text: string, changes: Json = {}) {
  const response = await running.post(anActivity(running.connector.url, { text, ...CHANNEL, ...changes }));
  assert.equal(response.status, 200);
  return next();
}

async function press(verb: string, data: Json) {
  const response = await running.post(anAction(running.connector.url, verb, data, CHANNEL));
  const { value } = (await response.json()) as { value: unknown };
  return { text: cardText(value), buttons: buttonsOf(value) };
}

test('on Monday at nine there is one digest in the channel, with what is due', async () => {
  await say('case new Quiet one');
  await say('case 1 severity C');
  await say('case new Urgent one');
  await say('case 2 severity A');
  await say('case new Asked for');
  await say('case 3 next follow-up tomorrow');
  assert.match((await say('follow-ups at 09:00')).text, /09:00 Asia\/Shanghai, Mon–Fri/);
  clock.pass(21 * HOUR);
  const digest = await next();
  assert.equal(digest.conversation, '19:t@thread.tacv2', 'not in the thread where it was asked for');
  assert.match(digest.path, /\/activities$/, 'in reply to nothing: a new thread');
  assert.match(digest.text, /Follow-up for 2026-11-23 \(2\)/);
  assert.match(
    digest.text,
    /Severity A · \d+ days? · Case 2 {2}\nUrgent one.*Severity B · \d+ days? · Case 3 {2}\nAsked for/s,
  );
  assert.match(digest.text, /2026-11-23 Asia\/Shanghai/, 'its key');
  assert.doesNotMatch(digest.text, /Quiet one/);
});

test('a button of the digest acts on its case and leaves the others their buttons', async () => {
  const sent = await running.connector.taken(taken);
  const buttons = buttonsOf(sent[taken - 1]?.activity);
  const waiting = buttons.find(({ verb, data }) => verb === 'case.still-waiting' && data.case === 2);
  const draft = buttons.find(({ verb, data }) => verb === 'case.mail' && data.case === 3);
  assert.ok(waiting && draft);
  clock.pass(5);
  const after = await press(waiting.verb, waiting.data);
  assert.match(after.text, /Case 2 – Done: still waiting, nothing new/);
  assert.deepEqual([...new Set(after.buttons.map(({ data }) => data.case))], [3]);
  const mail = await press(draft.verb, draft.data);
  assert.match(mail.text, /A short update on/);
  const back = mail.buttons.find(({ verb }) => verb === 'digest.show');
  assert.ok(back);
  assert.match((await press(back.verb, back.data)).text, /Urgent one/);
});

test('nothing comes twice: the next card after a day is that of the next day', async () => {
  clock.pass(DAY);
  const digest = await next();
  assert.match(digest.text, /Follow-up for 2026-11-24/);
  assert.match(digest.text, /Urgent one/);
});

test('where the bot was removed the digests stop, and go on once somebody speaks to it again', async () => {
  running.connector.reactions.push({ status: 403, code: 'BotNotInConversationRoster' });
  const arrived = running.connector.sent.length;
  clock.pass(DAY);
  await running.connector.arrived(arrived + 1);
  while (!running.log.some((line) => line.startsWith('digest.ended') && line.includes('"gone"'))) {
    await setImmediate();
  }
  clock.pass(DAY);
  // Posted on Thursday because it was spoken to on Thursday; the digest of Wednesday is lost, not late.
  const both = [await say('case 2'), await next()].map(({ text }) => text).toSorted();
  assert.match(both[0] ?? '', /^Case 2\nUrgent one/);
  assert.match(both[1] ?? '', /Follow-up for 2026-11-26/);
});

test('removed from the team, in whatever channel that is told, the digests stop; added again, they go on', async () => {
  const team = { tenant: { id: 'tenant-1' }, team: { id: '19:general@thread.tacv2' } };
  await say('case 2', { channelData: team });
  const about = (action: string) => ({
    ...{ type: 'installationUpdate', action, text: undefined, entities: [], channelData: team },
    conversation: { id: '19:general@thread.tacv2', conversationType: 'channel', tenantId: 'tenant-1' },
  });
  await running.post(anActivity(running.connector.url, about('remove')));
  const metrics = async () => (await fetch(`http://127.0.0.1:${running.bot.port}/metrics`)).text();
  assert.match(await metrics(), /stopcode_places_suspended 1/);
  await running.post(anActivity(running.connector.url, about('add')));
  assert.match((await next()).text, /I am Stopcode/);
  assert.match(await metrics(), /stopcode_places_suspended 0/);
  assert.match(await metrics(), /stopcode_digests_total\{outcome="gone"\} 1/);
});
