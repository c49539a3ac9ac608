import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { cardSize, LARGEST_CARD } from '#src/cards/card-size.ts';
import { answerText } from '../conversations/answer-text.ts';
import { type RunningBot, startTestBot } from './a-bot.ts';
import { aDump } from './a-dump.ts';
import { anActivity, type Json } from './an-activity.ts';
import type { Sent } from './fake-connector.ts';

const THREAD = new URL('../../../shared/case/thread.txt', import.meta.url);

let running: RunningBot;
/** How the server of files on this machine answers; the bot may call it, and its connector. */
let serveFile: RequestListener = (_request, response) => response.end();
const files = createServer((request, response) => serveFile(request, response));
const linkTo = (name: string) => `http://127.0.0.1:${(files.address() as AddressInfo).port}/${name}`;
before(async () => {
  files.listen(0, '127.0.0.1');
  await once(files, 'listening');
  running = await startTestBot({}, undefined, [linkTo('')]);
});
after(async () => {
  files.closeAllConnections();
  files.close();
  await running.stop();
});
beforeEach(() => {
  running.connector.sent.length = 0;
});

async function ask(changes: Json): Promise<Sent> {
  const response = await running.post(anActivity(running.connector.url, changes));
  assert.equal(response.status, 200);
  const [sent] = await running.connector.taken(1);
  return sent ?? assert.fail('no answer');
}

/** Everything that the card of an answer shows. */
function shown({ activity }: Sent): string {
  const [attachment] = activity.attachments as { content: never }[];
  const card = attachment?.content ?? assert.fail('no card');
  assert.ok(cardSize(card) <= LARGEST_CARD);
  return answerText({ kind: 'card', card, short: card, summary: '' });
}

test('a pasted dump is answered with a card in the conversation it came from', async () => {
  const sent = await ask({ id: 'm1', text: aDump() });
  assert.equal(sent.conversation, 'a:personal');
  assert.equal(sent.activity.replyToId, 'm1');
  assert.match(shown(sent), /0xd1 DRIVER_IRQL_NOT_LESS_OR_EQUAL/);
  assert.match(String(sent.activity.summary), /0xd1/);
});

test('the message that brought a dump gets a tick once its verdict is there; a command gets none', async () => {
  const conversation = { id: 'a:tick', conversationType: 'personal', tenantId: 'tenant-1' };
  await ask({ id: 'c1', text: 'help', conversation });
  running.connector.sent.length = 0;
  await ask({ id: 'd1', text: aDump(), conversation });
  await running.connector.marked('d1');
  const inChat = running.connector.marks.filter((mark) => mark.conversation === 'a:tick');
  assert.deepEqual(
    inChat.map(({ message }) => message),
    ['d1'],
  );
});

test('in a channel help is for whoever asked for it alone, a verdict for all', async () => {
  const inChannel = {
    conversation: { id: '19:h@thread.tacv2;messageid=5', conversationType: 'channel', tenantId: 'tenant-1' },
    entities: [{ type: 'mention', mentioned: { id: '28:bot', name: 'Stopcode' }, text: '<at>Stopcode</at>' }],
  };
  const help = await ask({ ...inChannel, text: '<at>Stopcode</at> help' });
  assert.match(help.path, /isTargetedActivity=true$/);
  running.connector.sent.length = 0;
  const verdict = await ask({ ...inChannel, id: 'd2', text: `<at>Stopcode</at> ${aDump()}` });
  assert.doesNotMatch(verdict.path, /isTargetedActivity/);
});

test('what the channel may leave out may be null: the message is answered all the same', async () => {
  const absent = null;
  const sent = await ask({
    from: { id: '29:user', name: absent, aadObjectId: absent },
    recipient: { id: '28:bot', name: absent },
    conversation: { id: 'a:nulls', conversationType: absent, tenantId: 'tenant-1' },
    ...{ timestamp: absent, locale: absent, action: absent, attachments: absent },
    entities: [{ type: 'clientInfo', mentioned: absent }],
    channelData: { eventType: absent, team: { id: absent }, tenant: { id: 'tenant-1' } },
    text: 'case new Freeze at resume',
  });
  assert.equal(sent.conversation, 'a:nulls');
  assert.match(shown(sent), /Freeze at resume/);
});

test('a dump in the HTML of a channel message is answered in its thread, where the bot was mentioned', async () => {
  const html = `<p><at id="0">Stopcode</at>&nbsp;</p><codeblock class=""><code>${aDump().replaceAll('>', '&gt;')}</code></codeblock>`;
  const sent = await ask({
    text: '<at>Stopcode</at> 0: kd> !analyze -v *** all on one line',
    conversation: { id: '19:c@thread.tacv2;messageid=5', conversationType: 'channel', tenantId: 'tenant-1' },
    entities: [{ type: 'mention', mentioned: { id: '28:bot', name: 'Stopcode' }, text: '<at>Stopcode</at>' }],
    attachments: [{ contentType: 'text/html', content: html }],
  });
  assert.equal(sent.conversation, '19:c@thread.tacv2;messageid=5');
  assert.match(shown(sent), /0xfffff80012345678/);
});

test('the words around a paste decide the language of the card', async () => {
  const sent = await ask({ text: `客户的机器又蓝屏了，请帮忙分析：\n${aDump()}` });
  assert.match(shown(sent), /参数/);
  assert.doesNotMatch(shown(sent), /Arguments/);
});

test('a text file of a personal chat is fetched without our token and read', async () => {
  const asked: (string | undefined)[] = [];
  serveFile = (request, response) => {
    asked.push(request.headers.authorization);
    response.end(`\ufeff${aDump()}`, 'utf16le');
  };
  const downloadUrl = linkTo('analyze.txt?tempauth=secret');
  const contentType = 'application/vnd.microsoft.teams.file.download.info';
  const sent = await ask({ text: '', attachments: [{ contentType, name: 'analyze.txt', content: { downloadUrl } }] });
  assert.match(shown(sent), /0xd1 DRIVER_IRQL_NOT_LESS_OR_EQUAL/);
  assert.match(shown(sent), /analyze\.txt/);
  assert.deepEqual(asked, [undefined]);
  assert.doesNotMatch(running.log.join(), /tempauth/);
});

test('a file at a foreign address is not fetched, and the answer says so', async () => {
  const contentType = 'application/vnd.microsoft.teams.file.download.info';
  const content = { downloadUrl: 'https://169.254.169.254/latest/meta-data' };
  const sent = await ask({ text: '', attachments: [{ contentType, name: 'log.txt', content }] });
  assert.match(String(sent.activity.text), /"log\.txt" lies at an address I do not fetch from/);
});

test('the largest message that Teams takes is accepted at once and answered in seconds', async () => {
  const text = aDump().repeat(40).slice(0, 14_000);
  const begin = performance.now();
  const response = await running.post(anActivity(running.connector.url, { text }));
  const accepted = performance.now() - begin;
  assert.equal(response.status, 200);
  await running.connector.taken(1);
  const answered = performance.now() - begin;
  assert.ok(accepted < 1000, `accepted after ${Math.round(accepted)} ms`);
  assert.ok(answered < 10_000, `answered after ${Math.round(answered)} ms`);
});

test('what people paste is not written to the log', async () => {
  await ask({ text: `${aDump('secretflt')}\nCustomer: Contoso` });
  assert.doesNotMatch(running.log.join(), /secretflt|Contoso|kd>/);
  assert.match(running.log.join(), /answer\.sent/);
});

const withoutThread = existsSync(THREAD) ? false : 'the founding thread is not at ../shared/case';
test('the founding thread, sent as a file, is answered with the shared verdict first', {
  skip: withoutThread,
}, async () => {
  serveFile = (_request, response) => response.end(readFileSync(THREAD));
  const downloadUrl = linkTo('thread.txt');
  const contentType = 'application/vnd.microsoft.teams.file.download.info';
  const sent = await ask({ text: '', attachments: [{ contentType, name: 'thread.txt', content: { downloadUrl } }] });
  assert.match(shown(sent), /vwifimf\.sys/);
  for (const code of ['0x1e', '0xd1', '0x50']) {
    assert.match(shown(sent), new RegExp(`${code} `), code);
  }
});
