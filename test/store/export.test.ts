import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { type DatabaseAddress, openDatabase } from '#src/adapters/store/database.ts';
import { importCases } from '#src/adapters/store/import-cases.ts';
import { createCaseStore } from '#src/adapters/store/sql-case-store.ts';
import { createFollowUpStore } from '#src/adapters/store/sql-follow-up-store.ts';
import { createPeopleStore } from '#src/adapters/store/sql-people-store.ts';
import { createTestDatabase, SKIP_WITHOUT_SERVER } from './test-database.ts';

const cleanUp: (() => Promise<void>)[] = [];
after(async () => {
  for (const step of cleanUp) {
    await step();
  }
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

async function fill(address: DatabaseAddress): Promise<void> {
  const database = await openDatabase(address, assert.fail);
  const cases = createCaseStore(database.kysely);
  await cases.create(HERE, created, doing('m1'), 'c;messageid=1');
  await cases.create(HERE, created, doing('m2'), null);
  await cases.forget(HERE, 2);
  await cases.keepPaste(HERE, { id: 'p', at: AT, author: 'w', text: `line\n${'终\t'.repeat(1000)}` });
  await cases.append(HERE, 1, 1, { kind: 'dump-added', paste: 'p', summary: { crashes: [], groups: [] } }, doing('m3'));
  await cases.append(HERE, 1, 2, { kind: 'closed', outcome: 'done' }, doing('m4'));
  const followUps = createFollowUpStore(database.kysely, async () => undefined);
  await followUps.save({ ...HERE, reference: { serviceUrl: 'https://one.example/' } }, SETTING);
  const people = createPeopleStore(database.kysely);
  await people.speaks('t', '29:魏', { chosen: 'zh', written: 'en' });
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
  assert.match(imported.out, /^5 records imported, 0 were there already/, imported.err);
  assert.equal(run('export', { STOPCODE_DATA: to }).out, exported.out);
  assert.match(run('import', { STOPCODE_DATA: to }, exported.out).out, /^0 records imported, 5 were there already/);
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

const HEADER = '{"type":"stopcode-export","schema":1}';
const record = (number: number, ...events: unknown[]) =>
  JSON.stringify({
    ...{ type: 'case', ...HERE, number, thread: null, remindedAt: null, forgottenAt: null },
    events: [{ version: 1, at: AT, by: { id: 'w', name: 'W' }, what: created, cause: 'm' }, ...events],
  });

test('what is no export is refused, and importing again changes nothing', async () => {
  const database = await openDatabase({ folder: await newFolder() }, assert.fail);
  const take = (...lines: string[]) => importCases(database.kysely, Readable.from(lines));
  await assert.rejects(take('hello', record(7)), /Line 1 is not of an export/);
  await assert.rejects(take(), /empty/);
  assert.equal(await createCaseStore(database.kysely).find(HERE, 7), null);
  assert.deepEqual(await take(HEADER, record(7)), { added: 1, known: 0, leftOut: [] });
  assert.deepEqual(await take(HEADER, record(7)), { added: 0, known: 1, leftOut: [] });
  await database.close();
  assert.equal(run('nonsense', {}).status, 1);
});

test('a damaged line or event of a backup is left out and named, the rest is imported', async () => {
  const folder = await newFolder();
  const note = { at: AT, by: { id: 'w', name: 'W' }, what: { kind: 'noted', text: 'called them' } };
  const odd = { at: AT, by: { id: 'w', name: 'W' }, what: { kind: 'owner-set', owner: 'o'.repeat(900) }, version: 4 };
  const lines = [
    HEADER,
    record(7, { ...note, version: 2, what: { kind: 'danced' }, cause: 'm2' }, { ...note, version: 3, cause: 'm3' }),
    '{"type":"case"',
    record(9, { ...note, version: 2, cause: 'n2' }, { ...note, version: 2, cause: 'n3' }),
    JSON.stringify({ type: 'paste', ...HERE, id: 'p', at: '0000-01-01T00:00:00Z', author: 'w', text: 'secret' }),
    record(10, { ...odd, cause: 'o4' }).replace('"W"', '"W\\u0000\\ud83d"'),
  ];
  const imported = run('import', { STOPCODE_DATA: folder }, lines.join('\n'));
  assert.match(imported.out, /^3 records imported, 0 were there already/, imported.err);
  assert.equal(imported.status, 2);
  assert.match(imported.err, /line 2: event 2 of case 7 is damaged/);
  assert.match(imported.err, /line 3: no record of an export/);
  assert.match(imported.err, /line 4: version 2 of case 9 stands there twice/);
  assert.match(imported.err, /line 5: the database refused it/);
  assert.doesNotMatch(imported.err, /secret|called/);
  const database = await openDatabase({ folder }, assert.fail);
  const store = createCaseStore(database.kysely);
  const events = async (number: number) => (await store.find(HERE, number))?.case.events.map(({ what }) => what.kind);
  assert.deepEqual(await events(7), ['created', 'noted']);
  assert.deepEqual(await events(9), ['created', 'noted']);
  assert.equal((await store.find(HERE, 10))?.case.owner, `${'o'.repeat(199)}…`);
  assert.equal(await store.append(HERE, 7, 3, { kind: 'archived' }, doing('m4')), 'appended');
  await database.close();
});
