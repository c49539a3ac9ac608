import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type RunningBot, startTestBot } from './a-bot.ts';
import { statusOfRaw } from './a-raw-request.ts';
import { anActivity } from './an-activity.ts';

let running: RunningBot;
before(async () => {
  running = await startTestBot();
});
after(() => running.stop());

/** The status of a message that anybody would be answered, sent with these headers. */
function sayWith(...headers: readonly string[]): Promise<number> {
  const body = JSON.stringify(anActivity(running.connector.url, { text: 'cases' }));
  const length = `Content-Length: ${Buffer.byteLength(body)}`;
  const lines = ['POST /api/messages HTTP/1.1', 'Content-Type: application/json', length, ...headers];
  return statusOfRaw(running.bot.port, lines, body);
}

const HOST = 'Host: 127.0.0.1:3978';

test('without authentication a request that names this machine is answered, whatever it calls it', async () => {
  for (const host of ['localhost', 'localhost:3978', 'LOCALHOST:80', '127.0.0.1', '127.0.0.1:1', '[::1]:3978']) {
    assert.equal(await sayWith(`Host: ${host}`), 200, host);
  }
});

test('without authentication a page that has its name resolve to this machine is not answered', async () => {
  const names = [
    ...['rebound.example', 'rebound.example:3978', '127.0.0.1.rebound.example', 'localhost.rebound.example'],
    ...['localhost.', 'localhost@rebound.example', 'rebound.example#localhost', 'rebound.example\\@localhost', ''],
    ...['0.0.0.0:3978', '127.0.0.2', '127.1', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]', '192.168.1.20:3978'],
  ];
  for (const name of names) {
    assert.equal(await sayWith(`Host: ${name}`), 403, name);
  }
  for (const path of ['/healthz', '/readyz', '/metrics', '/nowhere']) {
    assert.equal(await statusOfRaw(running.bot.port, [`GET ${path} HTTP/1.1`, 'Host: rebound.example']), 403, path);
  }
  assert.equal(await statusOfRaw(running.bot.port, ['GET /metrics HTTP/1.0']), 403, 'no Host at all');
});

test('without authentication a page of another origin is not answered', async () => {
  const foreign = [
    'https://rebound.example',
    'http://rebound.example:3978',
    'null',
    'file://',
    'http://localhost.evil',
  ];
  for (const origin of foreign) {
    assert.equal(await sayWith(HOST, `Origin: ${origin}`), 403, origin);
  }
  assert.equal(await sayWith(HOST, 'Sec-Fetch-Site: cross-site'), 403);
  for (const origin of ['http://localhost:56150', 'http://127.0.0.1:3978', 'http://[::1]:56150']) {
    assert.equal(await sayWith(HOST, `Origin: ${origin}`), 200, origin);
  }
  assert.equal(await sayWith(HOST, 'Sec-Fetch-Site: same-origin'), 200);
});

test('without authentication nobody is spoken for by a proxy', async () => {
  for (const name of ['X-Forwarded-For', 'Forwarded', 'X-Real-IP', 'Via', 'X-Forwarded-Host']) {
    assert.equal(await sayWith(HOST, `${name}: 203.0.113.7`), 403, name);
  }
});

test('without authentication a page cannot post what needs no leave of the browser', async () => {
  const types = ['text/plain', 'text/plain;application/json', 'application/x-www-form-urlencoded', 'application/jsonx'];
  for (const type of types) {
    const lines = ['POST /api/messages HTTP/1.1', HOST, `Content-Type: ${type}`, 'Content-Length: 2'];
    assert.equal(await statusOfRaw(running.bot.port, lines, '{}'), 415, type);
  }
  assert.equal(await statusOfRaw(running.bot.port, ['OPTIONS /api/messages HTTP/1.1', HOST]), 405);
});

test('without authentication other programs of this machine are not called', async () => {
  const { port } = new URL(running.connector.url);
  for (const url of ['http://127.0.0.1:9200/', `http://127.0.0.1:${Number(port) - 1}/`, 'http://localhost/']) {
    assert.equal((await running.post(anActivity(url))).status, 403, url);
  }
});
