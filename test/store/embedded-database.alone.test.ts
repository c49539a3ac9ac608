import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { openEmbedded } from '#src/adapters/store/embedded-database.ts';
import { newDataFolder } from '../support/data-folder.ts';
import { longestStand } from '../support/longest-stand.ts';

test('however many queries wait for the embedded database, others have their turn between them', async (context) => {
  const database = await openEmbedded(join(await newDataFolder(), 'pg'));
  context.after(() => database.close());
  await database.exec('create table note (number int primary key, text text)');
  const write = (number: number) => database.query('insert into note values ($1, $2)', [number, 'of an evening']);
  const longest = await longestStand(() => Promise.all(Array.from({ length: 3000 }, (_, number) => write(number))));
  assert.ok(longest < 100, `${Math.round(longest)} ms without a turn`);
  const { rows } = await database.query<{ count: number }>('select count(*)::int as count from note');
  assert.equal(rows[0]?.count, 3000);
});
