import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { Client } from 'pg';
import { openDatabase } from '#src/adapters/store/database.ts';
import { createTestDatabase, SKIP_WITHOUT_SERVER } from './test-database.ts';

test('a connection that the server cuts between two queries of a transaction ends the transaction, not the process', {
  skip: SKIP_WITHOUT_SERVER,
}, async () => {
  const { url, drop } = await createTestDatabase();
  const { promise: heard, resolve: hear } = Promise.withResolvers<Error>();
  const database = await openDatabase({ url }, hear);
  const failing = database.kysely.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
    const operator = new Client({ connectionString: url });
    await operator.connect();
    await operator.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await operator.end();
    assert.match((await heard).message, /terminating connection/);
    await sql`select 1`.execute(transaction);
  });
  await assert.rejects(failing);
  assert.equal((await sql`select 1`.execute(database.kysely)).rows.length, 1);
  await database.close();
  await drop();
});
