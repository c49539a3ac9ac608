import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type RunningBot, startTestBot } from './a-bot.ts';
import { anActivity } from './an-activity.ts';

let running: RunningBot;
before(async () => {
  running = await startTestBot({ STOPCODE_TENANTS: 'tenant-1' });
});
after(() => running.stop());

async function raw(body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${running.bot.port}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  await response.text();
  return response.status;
}

/** A later message that is answered shows that nothing of what was refused before it is still to come. */
async function assertOnlyAnswer(id: string): Promise<void> {
  const before = running.connector.sent.length;
  await running.post(anActivity(running.connector.url, { id, text: 'help' }));
  const taken = await running.connector.taken(before + 1);
  assert.equal(taken.at(-1)?.activity.replyToId, id);
  assert.equal(taken.length, before + 1);
}

test('what is no activity is refused before anything else looks at it', async () => {
  assert.equal(await raw('{}'), 400);
  assert.equal(await raw('[]'), 400);
  assert.equal(await raw('{"type":'), 400);
  assert.equal(await raw('null'), 400);
  assert.equal(await raw(''), 400);
  const activity = anActivity(running.connector.url);
  for (const missing of ['from', 'recipient', 'conversation', 'serviceUrl', 'channelId', 'type']) {
    assert.equal(await raw(JSON.stringify({ ...activity, [missing]: undefined })), 400, missing);
  }
  await assertOnlyAnswer('after-nonsense');
});

test('a body above 256 KB is refused, with and without its length told', async () => {
  const activity = JSON.stringify(anActivity(running.connector.url, { text: 'x'.repeat(300_000) }));
  assert.equal(await raw(activity), 413);
  assert.equal(await chunked(activity), 413);
});

test('an encoded body is refused, so that 60 KB cannot become 60 MB', async () => {
  const bomb = gzipSync(JSON.stringify(anActivity(running.connector.url, { text: 'x'.repeat(60_000_000) })));
  const before = process.memoryUsage().rss;
  assert.equal(await raw(bomb, { 'Content-Encoding': 'gzip' }), 415);
  assert.ok(process.memoryUsage().rss - before < 50_000_000);
  assert.equal(await raw('{}', { 'Content-Encoding': 'br' }), 415);
});

test('only JSON is read: no form, no upload', async () => {
  assert.equal(await raw('a=b', { 'Content-Type': 'application/x-www-form-urlencoded' }), 415);
  assert.equal(await raw('--x', { 'Content-Type': 'multipart/form-data; boundary=x' }), 415);
});

test('a foreign serviceUrl is refused and never called', async () => {
  for (const url of ['https://smba.trafficmanager.net/teams/', 'http://10.0.0.1/', 'https://attacker.example/']) {
    assert.equal(await raw(JSON.stringify(anActivity(url))), 403, url);
  }
  await assertOnlyAnswer('after-foreign-url');
});

test('a foreign tenant is heard politely and not answered', async () => {
  const conversation = { id: 'a:other', conversationType: 'personal', tenantId: 'tenant-2' };
  const activity = anActivity(running.connector.url, { conversation, channelData: { tenant: { id: 'tenant-2' } } });
  assert.equal(await raw(JSON.stringify(activity)), 200);
  await assertOnlyAnswer('after-foreign-tenant');
});

test('health, readiness and the local page are there, everything else is not', async () => {
  const get = async (path: string) => (await fetch(`http://127.0.0.1:${running.bot.port}${path}`)).status;
  assert.equal(await get('/healthz'), 200);
  assert.equal(await get('/readyz'), 200);
  assert.equal(await get('/api/messages'), 405);
  assert.equal(await get('/'), 200);
  assert.equal(await get('/nothing'), 404);
});

test('without authentication only this machine can connect', () => {
  assert.match(running.bot.address, /^127\.0\.0\.1$/);
});

/** Sends the body in chunks, whose length nobody knows beforehand; returns the status. */
async function chunked(body: string): Promise<number> {
  const socket = connect(running.bot.port, '127.0.0.1');
  const lines = ['POST /api/messages HTTP/1.1', 'Host: localhost', 'Content-Type: application/json'];
  socket.write([...lines, 'Transfer-Encoding: chunked', '', ''].join('\r\n'));
  for (let at = 0; at < body.length; at += 50_000) {
    const part = body.slice(at, at + 50_000);
    socket.write(`${part.length.toString(16)}\r\n${part}\r\n`);
  }
  socket.write('0\r\n\r\n');
  const [data] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return Number(data.toString().split(' ')[1]);
}
