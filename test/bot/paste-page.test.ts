import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { testClock } from '../support/memory-state.ts';
import { type RunningBot, startTestBot } from './a-bot.ts';
import { aDump } from './a-dump.ts';
import { statusOfRaw } from './a-raw-request.ts';
import { anActivity, type Json } from './an-activity.ts';

const clock = testClock(new Date().toISOString());
let running: RunningBot;
before(async () => {
  running = await startTestBot({}, { now: clock.now, tickMs: 60_000 });
});
after(() => running.stop());
beforeEach(() => {
  running.connector.sent.length = 0;
});

const THREAD = '19:c@thread.tacv2;messageid=5';

/** Presses the button that opens the page; returns the dialog that Teams is told to show. */
async function dialogFor(changes: Json = {}): Promise<{ title: string; url: string; fallbackUrl: string }> {
  const value = { data: { msteams: { type: 'task/fetch' }, open: 'paste-page' }, context: { theme: 'dark' } };
  const invoke = { type: 'invoke', name: 'task/fetch', text: undefined, value };
  const response = await running.post(anActivity(running.connector.url, { ...invoke, ...changes }));
  assert.equal(response.status, 200);
  const { task } = (await response.json()) as { task: { type: string; value: never } };
  assert.equal(task.type, 'continue');
  return task.value;
}

async function ticketFor(changes: Json = {}): Promise<string> {
  return new URL((await dialogFor(changes)).url).hash.slice(1);
}

function at(path: string): string {
  return `http://127.0.0.1:${running.bot.port}${path}`;
}

function post(path: string, body: unknown, ticket: string | null, type = 'application/json'): Promise<Response> {
  return fetch(at(path), {
    method: 'POST',
    headers: { 'Content-Type': type, ...(ticket === null ? {} : { Authorization: `Bearer ${ticket}` }) },
    body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body),
  });
}

async function told(response: Response): Promise<unknown> {
  return { status: response.status, ...((await response.json()) as object) };
}

const PASTE = { text: aDump(), files: [], language: 'en' };

test('the button opens the page as a dialog, in the language and theme of whoever pressed', async () => {
  const { title, url, fallbackUrl } = await dialogFor({ entities: [{ type: 'clientInfo', locale: 'zh-CN' }] });
  assert.equal(title, '粘贴调试器输出');
  assert.equal(url, fallbackUrl);
  const { origin, pathname, searchParams, hash } = new URL(url);
  assert.equal(`${origin}${pathname}`, at('/paste'));
  assert.deepEqual([searchParams.get('lang'), searchParams.get('theme')], ['zh-CN', 'dark']);
  assert.ok(url.length < 2048, `${url.length} characters`);
  assert.ok(hash.length > 100);
  const page = await (await fetch(url)).text();
  assert.match(page, /<html lang="zh-CN" data-mode="ticket" data-theme="dark">/);
});

test('what is pasted is answered where the page was opened, as if its person had sent it there', async () => {
  const conversation = { id: THREAD, conversationType: 'channel', tenantId: 'tenant-1' };
  const ticket = await ticketFor({ conversation });
  assert.deepEqual(await told(await post('/page/send', PASTE, ticket)), { status: 200, state: 'accepted' });
  const [sent] = await running.connector.taken(1);
  assert.equal(sent?.conversation, THREAD);
  assert.match(JSON.stringify(sent?.activity), /0xd1 DRIVER_IRQL_NOT_LESS_OR_EQUAL/);
});

test('files go along, each by its name', async () => {
  const files = [{ name: 'logs.zip/analyze.txt', text: aDump('zipflt') }];
  await post('/page/send', { text: '', files, language: 'en' }, await ticketFor());
  const [sent] = await running.connector.taken(1);
  assert.match(JSON.stringify(sent?.activity), /zipflt\.sys/);
  assert.match(JSON.stringify(sent?.activity), /logs\.zip\/analyze\.txt/);
});

test('the same paste by the same ticket is answered once, another paste again', async () => {
  const ticket = await ticketFor();
  const states = await Promise.all([1, 2, 3].map(async () => told(await post('/page/send', PASTE, ticket))));
  const words = states.map((state) => (state as { state: string }).state).sort();
  assert.deepEqual(words, ['accepted', 'duplicate', 'duplicate']);
  const other = { ...PASTE, text: aDump('otherflt') };
  assert.deepEqual(await told(await post('/page/send', other, ticket)), { status: 200, state: 'accepted' });
  assert.equal((await running.connector.taken(2)).length, 2);
});

test('an expired, a foreign and a missing ticket post nothing, and the body is not even read', async () => {
  const ticket = await ticketFor();
  clock.pass(31);
  assert.deepEqual(await told(await post('/page/send', PASTE, ticket)), { status: 401, problem: 'expired' });
  const [header = '', , signature = ''] = ticket.split('.');
  const [, payload = ''] = (await ticketFor()).split('.');
  for (const foreign of [`${header}.${payload}.${signature}`, 'x.y.z', '', ticket.slice(1)]) {
    for (const path of ['/page/send', '/page/recognise', '/page/read']) {
      const type = path === '/page/read' ? 'application/octet-stream' : 'application/json';
      assert.deepEqual(await told(await post(path, PASTE, foreign, type)), { status: 401, problem: 'foreign' }, path);
    }
  }
  const body = { text: 'x'.repeat(600_000), files: [], language: 'en' };
  assert.equal((await post('/page/send', body, 'x.y.z')).status, 401);
  assert.equal(running.connector.sent.length, 0);
});

test('more than 8 MB is refused', async () => {
  const ticket = await ticketFor();
  const look = (text: string) => post('/page/recognise', { text, files: [], language: 'en' }, ticket);
  const tooMuch = 'x'.repeat(8 * 1024 * 1024 + 1);
  assert.deepEqual(await told(await look(tooMuch)), { status: 413, problem: 'tooLong' });
  const chinese = '蓝'.repeat(3 * 1024 * 1024);
  assert.equal((await look(chinese)).status, 413, 'bytes are counted, not letters');
});

test('a preview tells what is recognised in both languages, and posts nothing', async () => {
  const response = await post('/page/recognise', PASTE, await ticketFor());
  const { dumps } = (await response.json()) as { dumps: { title: { en: string; zh: string } }[] };
  assert.equal(dumps.length, 1);
  assert.match(dumps[0]?.title.zh ?? '', /0xd1 DRIVER_IRQL_NOT_LESS_OR_EQUAL/);
  assert.equal(running.connector.sent.length, 0);
});

test('a file is read on the server: encodings, zips, and what cannot be read with what to do instead', async () => {
  const ticket = await ticketFor();
  const read = async (name: string, bytes: Uint8Array) =>
    (await post(`/page/read?name=${encodeURIComponent(name)}`, bytes, ticket, 'application/octet-stream')).json();
  assert.deepEqual(await read('日志.txt', Buffer.from('\ufeff蓝屏', 'utf16le')), {
    texts: [{ name: '日志.txt', text: '蓝屏' }],
    refused: [],
  });
  const zip = zipSync({ 'a.txt': strToU8('kd> k'), 'full.dmp': strToU8('MDMP') });
  const unpacked = (await read('l.zip', zip)) as { texts: unknown; refused: { name: string; why: { zh: string } }[] };
  assert.deepEqual(unpacked.texts, [{ name: 'l.zip/a.txt', text: 'kd> k' }]);
  assert.equal(unpacked.refused[0]?.name, 'l.zip/full.dmp');
  assert.match(unpacked.refused[0]?.why.zh ?? '', /请用 WinDbg 打开/);
  const bomb = (await read('b.zip', zipSync({ 'a.txt': new Uint8Array(30_000_000) }))) as typeof unpacked;
  assert.match(JSON.stringify(bomb), /unpacks to more than 8 MB/);
  const shown = await read('x<script>\u202e\n.txt', Buffer.from('k'));
  assert.deepEqual(shown, { texts: [{ name: 'x<script> .txt', text: 'k' }], refused: [] });
});

test('every answer forbids what is inline, comes from elsewhere or frames it', async () => {
  for (const path of ['/paste', '/page/page.js', '/page/page.css', '/page/words.json', '/page/ticket', '/']) {
    const { headers } = await fetch(at(path));
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/, path);
    assert.doesNotMatch(policy, /unsafe|https?:\/\/(?!localhost:\*|127\.0\.0\.1:\*)/, path);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
    assert.equal(headers.get('referrer-policy'), 'no-referrer', path);
  }
  const html = await (await fetch(at('/paste'))).text();
  assert.doesNotMatch(html, /<script(?![^>]* src="\/page\/)|<style|style="| on[a-z]+="|https?:/);
});

test('what is no JSON of ours, is encoded or calls itself something else is refused', async () => {
  const ticket = await ticketFor();
  assert.equal((await post('/page/send', { text: 1 }, ticket)).status, 400);
  assert.equal((await post('/page/send', Buffer.from('{"text"'), ticket)).status, 400);
  assert.equal((await post('/page/send', PASTE, ticket, 'text/plain')).status, 415);
  const encoded = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip', Authorization: `Bearer ${ticket}` };
  assert.equal((await fetch(at('/page/send'), { method: 'POST', headers: encoded, body: 'x' })).status, 415);
  const eleven = Array.from({ length: 11 }, (_, at) => ({ name: `${at}`, text: 'k' }));
  assert.equal((await post('/page/send', { ...PASTE, files: eleven }, ticket)).status, 400);
});

test('neither tickets nor what was pasted are written to the log', async () => {
  const ticket = await ticketFor();
  await post('/page/send', { ...PASTE, text: aDump('secretflt') }, ticket);
  await running.connector.taken(1);
  const log = running.log.join('\n');
  assert.match(log, /page\.sent \{"accepted":"accepted","scope":"personal"\}/);
  assert.doesNotMatch(log, /secretflt|kd>/);
  assert.ok(!log.includes(ticket.slice(0, 60)) && !log.includes(ticket.slice(-20)));
});

test('on this machine a page of another site is not answered', async () => {
  const body = JSON.stringify(PASTE);
  const length = `Content-Length: ${Buffer.byteLength(body)}`;
  const lines = ['POST /page/say HTTP/1.1', 'Content-Type: application/json', length, 'Host: 127.0.0.1:3978'];
  assert.equal(await statusOfRaw(running.bot.port, [...lines, 'Origin: https://evil.example'], body), 403);
  assert.equal(await statusOfRaw(running.bot.port, [...lines, 'Sec-Fetch-Site: cross-site'], body), 403);
  assert.equal(await statusOfRaw(running.bot.port, ['GET / HTTP/1.1', 'Host: rebound.example']), 403);
});
