import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { openDatabase, type Place } from '#src/adapters/store/database.ts';
import { importCases } from '#src/adapters/store/import-cases.ts';
import { createCaseStore } from '#src/adapters/store/sql-case-store.ts';
import { createFollowUpStore } from '#src/adapters/store/sql-follow-up-store.ts';
import { createTestDatabase, SKIP_WITHOUT_SERVER } from './test-database.ts';

const cleanUp: (() => Promise<void>)[] = [];
after(async () => {
  for (const step of cleanUp) await step();
});

const HERE = { tenant: 't', conversation: 'c' };
const AT = '2026-11-22T10:00:00.123Z';
const doing = (cause: string) => ({ by: { id: 'w', name: '魏' }, at: AT, cause });
const created = { kind: 'created', title: '蓝屏 `1e`', severity: 'A', owner: null, customerNumber: null } as const;
const SETTING = {
  ...{ time: '09:00', zone: 'Asia/Shanghai', days: [1, 2], holidays: 'CN', since: AT },
  language: 'zh' as const,
};

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stopcode-'));
  cleanUp.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function fill(place: Place): Promise<void> {
  const database = await openDatabase(place, assert.fail);
  const cases = createCaseStore(database.kysely);
  await cases.create(HERE, created, doing('m1'), 'c;messageid=1');
  await cases.create(HERE, created, doing('m2'), null);
  await cases.forget(HERE, 2);
  await cases.keepPaste(HERE, { id: 'p', at: AT, author: 'w', text: `line\n${'终\t'.repeat(1000)}` });
  await cases.append(HERE, 1, 1, { kind: 'dump-added', paste: 'p', summary: { crashes: [], groups: [] } }, doing('m3'));
  await cases.append(HERE, 1, 2, { kind: 'closed', outcome: 'done' }, doing('m4'));
  const followUps = createFollowUpStore(database.kysely, async () => undefined);
  await followUps.save({ ...HERE, reference: { serviceUrl: 'https://one.example/' } }, SETTING);
  await database.close();
}

function run(command: string, environment: Record<string, string>, input = '') {
  const env = { PATH: process.env.PATH ?? '', ...environment };
  const done = spawnSync(process.execPath, ['src/commands/cases.ts', command], { env, input, encoding: 'utf8' });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

test('what was exported from the embedded database is the same after an import into another', async () => {
  const [from, to] = [await newFolder(), await newFolder()];
  await fill({ folder: from });
  const exported = run('export', { STOPCODE_DATA: from });
  assert.equal(exported.status, 0, exported.err);
  const imported = run('import', { STOPCODE_DATA: to }, exported.out);
  assert.match(imported.out, /^4 records imported, 0 were there already/, imported.err);
  assert.equal(run('export', { STOPCODE_DATA: to }).out, exported.out);
  assert.match(run('import', { STOPCODE_DATA: to }, exported.out).out, /^0 records imported, 4 were there already/);
});

test('the way from embedded to PostgreSQL', { skip: SKIP_WITHOUT_SERVER }, async () => {
  const folder = await newFolder();
  const { url, drop } = await createTestDatabase();
  cleanUp.push(drop);
  await fill({ folder });
  const exported = run('export', { STOPCODE_DATA: folder }).out;
  assert.equal(run('import', { DATABASE_URL: url }, exported).status, 0);
  const database = await openDatabase({ url }, assert.fail);
  const store = createCaseStore(database.kysely);
  assert.equal((await store.find(HERE, 1))?.case.status, 'closed');
  assert.equal((await store.create(HERE, created, doing('m9'), null)).case.number, 3, 'a forgotten number stays taken');
  await database.close();
  assert.ok(exported.startsWith('{"type":"stopcode-export","schema":1}\n'));
});

test('what is no export is refused by its line, and nothing of it stays', async () => {
  const database = await openDatabase({ folder: await newFolder() }, assert.fail);
  const header = '{"type":"stopcode-export","schema":1}';
  const events = [{ version: 1, at: AT, by: { id: 'w', name: 'W' }, what: created, cause: 'm' }];
  const record = { type: 'case', ...HERE, number: 7, thread: null, remindedAt: null, forgottenAt: null, events };
  const take = (...lines: string[]) => importCases(database.kysely, Readable.from(lines));
  await assert.rejects(take(header, JSON.stringify(record), '{"type":"case"}'), /Line 3 is not of an export/);
  assert.equal(await createCaseStore(database.kysely).find(HERE, 7), null);
  await assert.rejects(take('hello'), /Line 1/);
  await assert.rejects(take(), /empty/);
  assert.deepEqual(await take(header, JSON.stringify(record)), { added: 1, known: 0 });
  await database.close();
  assert.equal(run('nonsense', {}).status, 1);
});
