import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { boundedFetch } from '#src/adapters/explaining/openai/bounded-fetch.ts';
import { fewCalls } from '#src/adapters/explaining/openai/few-calls.ts';
import { openaiExplainer } from '#src/adapters/explaining/openai/openai-explainer.ts';
import { aReply } from '../cards/a-reply.ts';

const evidence = { for: true, suspect: 'acmeflt.sys', rule: 'r', text: 'acmeflt.sys owns the block.', quotes: [] };
const [crash = assert.fail('no crash')] = aReply({}, { evidence: [evidence] }).crashes;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** What the fake model says next: a text, a status, nothing at all, or bytes without end. */
let next: string | number | null | 'endless' = null;
let written = 0;
const requests: { path: string | undefined; key: string | undefined; body: Record<string, unknown> }[] = [];
const server = createServer(async (request, response) => {
  const body = (await json(request)) as Record<string, unknown>;
  requests.push({ path: request.url, key: request.headers.authorization, body });
  if (next === null) {
    return;
  }
  if (next === 'endless') {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    pour(response);
    return;
  }
  response.writeHead(typeof next === 'number' ? next : 200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(typeof next === 'number' ? { error: { message: 'no' } } : responseOf(next)));
});

/** As fast as the reader takes it, until it hangs up. */
function pour(response: ServerResponse): void {
  const piece = '"'.padEnd(64 * 1024);
  const more = () => {
    for (let takes = true; takes && !response.destroyed; written += piece.length) {
      takes = response.write(piece);
    }
  };
  response.on('drain', more).on('error', () => undefined);
  more();
}

function responseOf(text: string) {
  const content = [{ type: 'output_text', text, annotations: [] }];
  const message = { type: 'message', id: 'm', role: 'assistant', status: 'completed', content };
  return { id: 'r', object: 'response', status: 'completed', model: 'fake', output: [message] };
}

before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
after(() => {
  server.closeAllConnections();
  server.close();
});

function explain(deadlineMs = 10_000) {
  const baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return openaiExplainer({ apiKey: 'key', model: 'fake', baseURL, deadlineMs }, silent)(crash, 'en');
}

test('a grounded answer is used and marked as worded by a model', async () => {
  const summary = 'The pool block belongs to acmeflt.sys, which makes it the suspect.';
  next = JSON.stringify({ summary, cites: ['e1'] });
  assert.deepEqual(await explain(), { text: summary, by: 'model' });
  const request = requests.at(-1);
  assert.equal(request?.path, '/v1/responses');
  assert.equal(request?.key, 'Bearer key');
  assert.equal(request?.body.store, false);
  assert.match(JSON.stringify(request?.body.text), /"strict":true/);
  assert.match(String(request?.body.input), /e1 \(for acmeflt\.sys\)/);
});

test('whatever else the model does, the template speaks', async () => {
  const template = { text: 'Suspect: acmeflt.sys.', by: 'template' };
  const ungrounded = { summary: 'Rather otherdrv.sys than acmeflt.sys is at fault.', cites: ['e1'] };
  for (const answer of [JSON.stringify(ungrounded), '{"summary":', '{"verdict":"x"}', '', 401, 429, 500]) {
    next = answer;
    assert.deepEqual(await explain(), template, String(answer));
  }
  next = null;
  assert.deepEqual(await explain(100), template);
});

test('without evidence no model is asked', async () => {
  const before = requests.length;
  const [bare = assert.fail('no crash')] = aReply().crashes;
  const settings = { apiKey: 'key', model: 'fake', baseURL: 'http://127.0.0.1:9/v1', deadlineMs: 1000 };
  assert.equal((await openaiExplainer(settings, silent)(bare, 'en')).by, 'template');
  assert.equal(requests.length, before);
});

test('of an answer without end only the beginning is read, and the template speaks', async () => {
  next = 'endless';
  written = 0;
  assert.equal((await explain()).by, 'template');
  assert.ok(written < 16 * 1024 * 1024, `${written} bytes were taken`);
});

test('an answer that trickles is given up with the deadline, headers or not', async () => {
  const slow = createServer((_request, response) => response.writeHead(200).write('{'));
  slow.listen(0, '127.0.0.1');
  await once(slow, 'listening');
  const url = `http://127.0.0.1:${(slow.address() as AddressInfo).port}/`;
  await assert.rejects(boundedFetch(50)(url), { name: 'TimeoutError' });
  slow.closeAllConnections();
  slow.close();
});

test('a message with many dumps asks the model about the first of them only', async () => {
  let calls = 0;
  const model = fewCalls(async () => ({ text: `call ${++calls}`, by: 'model' }), 3);
  const told = await Promise.all(Array.from({ length: 115 }, () => model(crash, 'en')));
  assert.equal(calls, 3);
  assert.deepEqual([told[2]?.text, told[3]?.text], ['call 3', 'Suspect: acmeflt.sys.']);
});
