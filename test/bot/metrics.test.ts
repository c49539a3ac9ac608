import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { startBot } from '#src/bot.ts';
import { readConfig } from '#src/config.ts';
import { newDataFolder } from '../support/data-folder.ts';
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
  while (!/stopcode_posts_total\{result="posted"\} 1/.test(await lines())) {
    await setImmediate();
  }
  const told = await lines();
  assert.match(told, /stopcode_pastes_total 1/);
  assert.match(told, /stopcode_verdicts_total\{confidence="unknown"\} 1/);
  assert.match(told, /stopcode_posts_total\{result="later"\} 1/);
  assert.match(told, /stopcode_send_errors_total\{class="412"\} 1/);
  assert.match(told, /stopcode_post_seconds_count 2/);
  assert.match(told, /stopcode_places_suspended 0/);
  assert.match(told, /stopcode_digests_waiting 0/);
  assert.doesNotMatch(told, /SECRETDRIVER|a:personal|tenant-1|Wei/);
});

/** The metrics as they were answered to this `Authorization`, with the status before them. */
async function ask(port: number, authorization?: string): Promise<string> {
  const headers = authorization === undefined ? {} : { Authorization: authorization };
  const response = await fetch(`http://127.0.0.1:${port}/metrics`, { headers });
  return `${response.status} ${await response.text()}`;
}

test('with a token in the settings nobody is shown the metrics without it, this machine neither', async (context) => {
  const token = 'b81f6f0e5d3c4a27';
  const guarded = await startTestBot({ STOPCODE_METRICS_TOKEN: token });
  context.after(() => guarded.stop());
  const wrong = [
    undefined,
    '',
    'Bearer',
    'Bearer ',
    `Bearer ${token}x`,
    `Bearer ${token.slice(1)}`,
    token,
    `Basic ${token}`,
  ];
  for (const authorization of wrong) {
    assert.match(await ask(guarded.bot.port, authorization), /^401 (?![\s\S]*stopcode_)/);
  }
  assert.match(await ask(guarded.bot.port, `Bearer ${token}`), /^200 [\s\S]*stopcode_pastes_total 0/);
});

test('a bot that others reach shows its metrics to nobody, as long as no token is set', async (context) => {
  const folder = await newDataFolder();
  const config = readConfig({
    MicrosoftAppId: '11111111-2222-4333-8444-555555555555',
    MicrosoftAppPassword: 'secret',
    MicrosoftAppTenantId: '7d1f2a90-5c3b-4e8e-9a44-0b6f1c2d3e4f',
    STOPCODE_DATA: folder,
    PORT: '0',
  });
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const bot = await startBot({ ...config, host: '127.0.0.1' }, log);
  context.after(async () => {
    await bot.stop();
    await rm(folder, { recursive: true, force: true });
  });
  assert.match(await ask(bot.port), /^404 (?![\s\S]*stopcode_)/);
  assert.match(await ask(bot.port, 'Bearer null'), /^404 /);
});
