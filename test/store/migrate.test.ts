import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { openDatabase } from '#src/adapters/store/database.ts';
import { migrate } from '#src/adapters/store/migrate.ts';
import { migrations } from '#src/adapters/store/migrations.ts';
import type { Tables } from '#src/adapters/store/tables.ts';
import { createTestDatabase, ignoreCut, SKIP_WITHOUT_SERVER } from './test-database.ts';

const OLD_DATABASE = readFileSync(new URL('database-of-2026-11-30.sql', import.meta.url), 'utf8');
const MIGRATIONS = fileURLToPath(new URL('../../src/adapters/store/migrations/', import.meta.url));
/** What a database of 2026-11-30 has recorded, in the order in which it was carried out. */
const RECORDED = [
  '2026-11-22-inbox',
  '2026-11-23-cases',
  '2026-11-23-follow-ups',
  '2026-11-24-attempts',
  '2026-11-24-paste-index',
  '2026-11-24-unclear-digests',
  '2026-11-30-edits',
  '2026-11-30-instances',
  '2026-11-30-outbox',
  '2026-11-30-rewritten',
  '2026-11-30-typed',
];

function openEmpty() {
  const embedded = new PGlite();
  return { embedded, db: new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: embedded }) }) };
}

/** Names and times of what was carried out. */
async function recorded(embedded: PGlite): Promise<unknown[]> {
  return (await embedded.query('select name, timestamp from kysely_migration order by name')).rows;
}

async function schemaOf(embedded: PGlite): Promise<{ columns: unknown[]; indexes: unknown[] }> {
  const columns = await embedded.query(`
    select table_name, column_name, data_type, is_nullable, column_default, is_identity
    from information_schema.columns where table_schema = 'public' order by table_name, ordinal_position`);
  const indexes = await embedded.query(`select indexdef from pg_indexes where schemaname = 'public' order by indexdef`);
  return { columns: columns.rows, indexes: indexes.rows };
}

test('each migration is in the file of its name, and the list is in the order in which they run', () => {
  const names = Object.keys(migrations);
  assert.deepEqual(names, names.toSorted());
  assert.deepEqual(names.slice(0, RECORDED.length), RECORDED);
  const files = globSync('*.ts', { cwd: MIGRATIONS }).map((file) => basename(file, '.ts'));
  assert.deepEqual(files.toSorted(), names);
});

test('a database of 2026-11-30 keeps its records and rows, and comes to the schema of a new one', async () => {
  const [old, fresh] = [openEmpty(), openEmpty()];
  await old.embedded.exec(OLD_DATABASE);
  await old.embedded.exec(`insert into conversation (tenant, conversation, reference) values ('t', 'c', '{"a": 1}')`);
  const before = await recorded(old.embedded);
  assert.deepEqual(
    before,
    RECORDED.map((name) => ({ name, timestamp: '2026-11-30T07:00:00.000Z' })),
  );
  await migrate(old.db);
  await migrate(fresh.db);
  assert.deepEqual((await recorded(old.embedded)).slice(0, RECORDED.length), before);
  assert.deepEqual(await schemaOf(old.embedded), await schemaOf(fresh.embedded));
  const rows = await old.db.selectFrom('conversation').select(['tenant', 'reference']).execute();
  assert.deepEqual(rows, [{ tenant: 't', reference: { a: 1 } }]);
  await old.db.destroy();
  await fresh.db.destroy();
});

test('a database that stopped at an older migration is brought up from there', async () => {
  const [old, fresh] = [openEmpty(), openEmpty()];
  const older = OLD_DATABASE.slice(0, OLD_DATABASE.indexOf('alter table activity add column acted'));
  await old.embedded.exec(older);
  const before = await recorded(old.embedded);
  assert.equal(before.length, 6);
  await migrate(old.db);
  await migrate(fresh.db);
  assert.deepEqual((await recorded(old.embedded)).slice(0, before.length), before);
  assert.deepEqual(await schemaOf(old.embedded), await schemaOf(fresh.embedded));
  await old.db.destroy();
  await fresh.db.destroy();
});

test('a database of a newer Stopcode is refused and left as it is', async () => {
  const { db } = openEmpty();
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
