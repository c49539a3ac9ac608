import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Bot, startBot } from '#src/bot.ts';
import { readConfig } from '#src/config.ts';
import { postActivity } from './a-bot.ts';
import { startProcess } from './a-process.ts';
import { anActivity } from './an-activity.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
let folder: string;
let bot: Bot;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stopcode-'));
  const config = readConfig({
    MicrosoftAppId: '11111111-2222-4333-8444-555555555555',
    MicrosoftAppPassword: 'secret',
    MicrosoftAppTenantId: '7d1f2a90-5c3b-4e8e-9a44-0b6f1c2d3e4f',
    STOPCODE_DATA: folder,
    PORT: '0',
  });
  // Tests open no port to the network, whatever the setting says.
  bot = await startBot({ ...config, host: '127.0.0.1' }, silent);
});
after(async () => {
  await bot.stop();
  await rm(folder, { recursive: true, force: true });
});

test('with credentials, a message without token or with a made-up one is refused', async () => {
  const activity = anActivity('https://smba.trafficmanager.net/teams/');
  assert.equal((await postActivity(bot.port, activity)).status, 401);
  assert.equal((await postActivity(bot.port, activity, { Authorization: 'Basic eDp5' })).status, 401);
  assert.equal((await postActivity(bot.port, activity, { Authorization: 'Bearer ' })).status, 401);
});

test('with credentials, a serviceUrl on this machine is as foreign as any other', async () => {
  assert.equal((await postActivity(bot.port, anActivity('http://127.0.0.1:9/'))).status, 403);
});

test('a process without credentials ends with an error that names them', async () => {
  await assert.rejects(
    startProcess({ BOT_AUTH: 'on', STOPCODE_DATA: join(folder, 'other') }),
    /MicrosoftAppId: is missing/,
  );
});
