import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type RunningBot, startTestBot } from './a-bot.ts';
import { anActivity } from './an-activity.ts';

let running: RunningBot;
before(async () => {
  running = await startTestBot();
});
after(() => running.stop());

test('the metrics count pastes, verdicts, posts and errors, and hold nothing of what was said', async () => {
  const text =
    '2: kd> !analyze -v\nSECRETDRIVER_FAULT (d1)\nArguments:\nArg1: 0, a\nArg2: 2, b\nArg3: 0, c\nArg4: 0, d';
  running.connector.reactions.push({ status: 412 });
  await running.post(anActivity(running.connector.url, { text }));
  await running.connector.taken(1);
  const { port } = running.bot;
  const lines = async () => {
    const response = await fetch(`http://127.0.0.1:${port}/metrics`);
    assert.match(response.headers.get('content-type') ?? '', /^text\/plain/);
    return response.text();
  };
  while (!/stopcode_posts_total\{result="posted"\} 1/.test(await lines())) await new Promise(setImmediate);
  const told = await lines();
  assert.match(told, /stopcode_pastes_total 1/);
  assert.match(told, /stopcode_verdicts_total\{confidence="unknown"\} 1/);
  assert.match(told, /stopcode_post_seconds_count 1/);
  assert.match(told, /stopcode_places_suspended 0/);
  assert.match(told, /stopcode_digests_waiting 0/);
  assert.doesNotMatch(told, /SECRETDRIVER|a:personal|tenant-1|Wei/);
});

test('a reverse proxy on the same machine does not carry the metrics out', async () => {
  const url = `http://127.0.0.1:${running.bot.port}/metrics`;
  assert.equal((await fetch(url)).status, 200);
  for (const name of ['X-Forwarded-For', 'Forwarded', 'X-Real-IP', 'Via']) {
    const response = await fetch(url, { headers: { [name]: '203.0.113.7' } });
    assert.equal(response.status, 404, name);
    assert.doesNotMatch(await response.text(), /stopcode_/);
  }
});
