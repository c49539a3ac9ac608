import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { openDatabase } from '#src/adapters/store/database.ts';
import { migrate } from '#src/adapters/store/migrate.ts';
import type { Tables } from '#src/adapters/store/tables.ts';
import { createTestDatabase, ignoreCut, SKIP_WITHOUT_SERVER } from './test-database.ts';

test('a database of a newer Stopcode is refused and left as it is', async () => {
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: new PGlite() }) });
  await migrate(db);
  await migrate(db);
  await sql`insert into kysely_migration (name, timestamp) values ('2999-01-01-future', 'now')`.execute(db);
  await assert.rejects(migrate(db), /newer schema \(2999-01-01-future\)/);
  await db.destroy();
});

test('several instances that start at the same moment migrate once', { skip: SKIP_WITHOUT_SERVER }, async () => {
  const { url, drop } = await createTestDatabase();
  const opened = await Promise.all(Array.from({ length: 4 }, () => openDatabase({ url }, ignoreCut)));
  const [first] = opened;
  assert.deepEqual(await first?.kysely.selectFrom('activity').selectAll().execute(), []);
  for (const database of opened) {
    await database.close();
  }
  await drop();
});
