import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { startBot } from '#src/bot.ts';
import { readConfig } from '#src/config.ts';
import { newDataFolder } from '../support/data-folder.ts';

const QUIET = { info: () => {}, warn: () => {}, error: () => {} };

test('a bot whose port is taken lets go of its database, so that the next start on the folder works', async (t) => {
  const folder = await newDataFolder();
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  t.after(() => other.close());
  const address = other.address();
  assert.ok(address !== null && typeof address === 'object');
  const settings = { BOT_AUTH: 'off', STOPCODE_DATA: folder };
  await assert.rejects(startBot(readConfig({ ...settings, PORT: String(address.port) }), QUIET), /is in use/);
  const bot = await startBot(readConfig({ ...settings, PORT: '0' }), QUIET);
  await bot.stop();
});
