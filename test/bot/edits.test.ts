import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type RunningBot, startTestBot } from './a-bot.ts';
import { cardText } from './an-action.ts';
import { anActivity, type Json } from './an-activity.ts';

let running: RunningBot;
let taken = 0;
before(async () => {
  running = await startTestBot();
});
after(() => running.stop());

const send = (changes: Json) => running.post(anActivity(running.connector.url, changes));

async function answerTo(changes: Json): Promise<string> {
  assert.equal((await send(changes)).status, 200);
  const activity = (await running.connector.taken(++taken))[taken - 1]?.activity ?? {};
  return cardText(activity) || String(activity.text);
}

const EDIT = { type: 'messageUpdate', channelData: { eventType: 'editMessage', tenant: { id: 'tenant-1' } } };
const BACK = { type: 'messageUpdate', channelData: { eventType: 'undeleteMessage', tenant: { id: 'tenant-1' } } };
const DELETE = {
  ...{ type: 'messageDelete', text: undefined, entities: undefined, attachments: undefined },
  channelData: { eventType: 'softDeleteMessage', tenant: { id: 'tenant-1' } },
};
const dump = (code: string, name: string) => `2: kd> !analyze -v
${name} (${code})
Arguments:
Arg1: ffffb00812345678, the first
Arg2: 0000000000000002, the second
Arg3: 0000000000000000, the third
Arg4: fffff80766554433, the fourth`;
const IRQL = dump('d1', 'DRIVER_IRQL_NOT_LESS_OR_EQUAL');
const FAULT = dump('50', 'PAGE_FAULT_IN_NONPAGED_AREA');

test('a paste is edited, deleted and brought back as Teams says it, by the id of its message', async () => {
  await answerTo({ text: 'case new Freeze', id: '1764460000001' });
  await answerTo({ text: `case 1\n${IRQL}`, id: '1764460000002' });
  const edit = { ...EDIT, id: '1764460000002', text: `case 1\n${FAULT}`, timestamp: '2026-11-30T00:00:10.000Z' };
  assert.match(await answerTo(edit), /c1 is now 0x50/);
  assert.equal((await send(edit)).status, 200, 'Teams delivers it again');
  const deletion = { ...DELETE, id: '1764460000002', timestamp: '2026-11-30T00:00:20.000Z' };
  assert.match(await answerTo(deletion), /its text is deleted, and c1 with it/);
  assert.equal((await send(deletion)).status, 200);
  const back = { ...BACK, id: '1764460000002', text: `case 1\n${FAULT}`, timestamp: '2026-11-30T00:00:30.000Z' };
  assert.match(await answerTo(back), /The message is back/);
  assert.match(await answerTo({ text: 'case 1' }), /c2 0x50/);
});

test('the same id in another chat is another message', async () => {
  const elsewhere = { conversation: { id: 'a:elsewhere', conversationType: 'personal', tenantId: 'tenant-1' } };
  await send({ ...DELETE, ...elsewhere, id: '1764460000002', timestamp: '2026-11-30T00:01:00.000Z' });
  await answerTo({ text: 'help', id: 'after-elsewhere', ...elsewhere });
  assert.match(await answerTo({ text: 'case 1' }), /c2 0x50/);
});

test('a command that makes sense after its edit is carried out, in reply to the message', async () => {
  await answerTo({ text: 'case 1 archve', id: '1764460000010' });
  const edit = { ...EDIT, id: '1764460000010', text: 'case 1 archive', timestamp: '2026-11-30T00:02:00.000Z' };
  assert.match(await answerTo(edit), /archived the case/);
  const sent = running.connector.sent.at(-1);
  assert.equal(sent?.activity.replyToId, '1764460000010');
});

test('in a channel a deletion names nobody, and is heard where its message was for us', async () => {
  const thread = { id: '19:x@thread.tacv2;messageid=77', conversationType: 'channel', tenantId: 'tenant-1' };
  const mention = [{ type: 'mention', mentioned: { id: '28:bot', name: 'Stopcode' }, text: '<at>Stopcode</at>' }];
  await answerTo({ conversation: thread, entities: mention, text: '<at>Stopcode</at> case new Hang', id: '77' });
  await answerTo({ conversation: thread, entities: mention, text: `<at>Stopcode</at> ${IRQL}`, id: '78' });
  await send({ ...DELETE, conversation: thread, id: '79', timestamp: '2026-11-30T00:03:00.000Z' });
  await send({ ...EDIT, conversation: thread, entities: [], text: 'not for the bot', id: '80' });
  const deletion = { ...DELETE, conversation: thread, id: '78', timestamp: '2026-11-30T00:03:10.000Z' };
  assert.match(await answerTo(deletion), /c1 with it/);
});

test('a message that mentions the bot only after its edit is heard', async () => {
  const group = { id: '19:group@thread.v2', conversationType: 'groupChat', tenantId: 'tenant-1' };
  const mention = [{ type: 'mention', mentioned: { id: '28:bot', name: 'Stopcode' }, text: '<at>Stopcode</at>' }];
  await send({ conversation: group, text: 'case new Hang', entities: [], id: '90' });
  const edit = { ...EDIT, conversation: group, entities: mention, text: '<at>Stopcode</at> case new Hang', id: '90' };
  assert.match(await answerTo(edit), /Case 1 is open/);
});
