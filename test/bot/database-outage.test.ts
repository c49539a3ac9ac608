import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from 'pg';
import { createTestDatabase, SKIP_WITHOUT_SERVER } from '../store/test-database.ts';
import { startTestBot } from './a-bot.ts';
import { anActivity } from './an-activity.ts';

test('connections that the server cuts are made anew, and messages go on being answered', {
  skip: SKIP_WITHOUT_SERVER,
}, async (context) => {
  const { url, drop } = await createTestDatabase();
  const running = await startTestBot({ DATABASE_URL: url });
  context.after(async () => {
    await running.stop();
    await drop();
  });
  await running.post(anActivity(running.connector.url, { id: 'before' }));
  await running.connector.replied(['before']);

  const operator = new Client({ connectionString: url });
  await operator.connect();
  const cut =
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
  const { rowCount } = await operator.query(cut);
  await operator.end();
  assert.ok((rowCount ?? 0) > 0);

  // The Bot Service sends a message again that was not taken.
  const activity = anActivity(running.connector.url, { id: 'after' });
  const statuses = [await running.post(activity), await running.post(activity)].map(({ status }) => status);
  assert.equal(statuses.at(-1), 200);
  const taken = await running.connector.replied(['before', 'after']);
  // The first answer may come again, as a copy: it may have been cut off before it was noted as said.
  assert.equal(taken.filter(({ activity }) => activity.replyToId === 'after').length, 1);
  assert.equal((await fetch(`http://127.0.0.1:${running.bot.port}/readyz`)).status, 200);
});
