import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { openEmbedded } from '#src/adapters/store/embedded-database.ts';
import { newDataFolder } from '../support/data-folder.ts';
import { longestStand } from '../support/longest-stand.ts';

/**
 * A share of the whole work, as milliseconds say more about the machine: without a turn between the queries it is all of it. A
 * slice of 20 ms is a fiftieth; the first queries, which compile the database, measured a tenth.
 */
const MOST = 1 / 6;

test('however many queries wait for the embedded database, others have their turn between them', async (context) => {
  const database = await openEmbedded(join(await newDataFolder(), 'pg'));
  context.after(() => database.close());
  await database.exec('create table note (number int primary key, text text)');
  const write = (number: number) => database.query('insert into note values ($1, $2)', [number, 'of an evening']);
  const before = process.threadCpuUsage();
  const longest = await longestStand(() => Promise.all(Array.from({ length: 3000 }, (_, number) => write(number))));
  const { user, system } = process.threadCpuUsage(before);
  const share = (longest * 1000) / (user + system);
  assert.ok(share < MOST, `${Math.round(longest)} ms without a turn, ${share.toFixed(2)} of the whole`);
  const { rows } = await database.query<{ count: number }>('select count(*)::int as count from note');
  assert.equal(rows[0]?.count, 3000);
});
