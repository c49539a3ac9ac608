import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Row, TABLE } from './import-table.ts';
import { everythingLoadedBy, importsOf, SOURCES, within } from './source-files.ts';

/** Only adapters, the process and the workshop may see the chat, the model and the database. */
const OUTSIDE = [
  ...['botbuilder', 'botframework-connector', 'restify', 'jose', 'ipaddr.js'],
  ...['openai', 'cockatiel', '@azure/identity', 'pg', 'pg-boss', 'kysely', '@electric-sql/pglite'],
];

const IMPORTS = SOURCES.map((file) => ({ file, imported: importsOf(file) }));

test('the table is held by every import', () => {
  assert.ok(SOURCES.length > 500, `only ${SOURCES.length} files were found: the test looks in the wrong place`);
  const broken = IMPORTS.flatMap(({ file, imported }) => imported.flatMap((name) => complaint(file, name) ?? []));
  assert.deepEqual(broken, []);
});

test('every file has a row, and every permission is used', () => {
  assert.deepEqual(
    SOURCES.filter((file) => rowOf(file) === undefined),
    [],
  );
  const unused = TABLE.flatMap((row) => {
    const own = IMPORTS.filter(({ file }) => rowOf(file) === row).flatMap(({ imported }) => imported);
    const idle = row.may.filter((place) => !own.some((name) => within(name, place)));
    return [
      ...(own.length + idle.length === 0 && !SOURCES.some((file) => rowOf(file) === row) ? [row.place] : []),
      ...idle.map((place) => `${row.place}: ${place}`),
    ];
  });
  assert.deepEqual(unused, []);
});

test('a planted import is caught', () => {
  assert.match(complaint('src/diagnosis/rules/x.ts', 'src/diagnosis/parsers/stack/k.ts') ?? '', /never the paste/);
  assert.match(complaint('src/diagnosis/verdict/x.ts', 'src/diagnosis/rules/lock-owner.ts') ?? '', /no single rule/);
  assert.match(complaint('dialogs/x.ts', 'botbuilder') ?? '', /conversation without technology/);
  assert.match(complaint('src/adapters/teams/x.ts', 'src/adapters/store/tables.ts') ?? '', /knows no database/);
  assert.match(complaint('src/commands/x.ts', 'openai') ?? '', /no model/);
  assert.match(complaint('src/bot.ts', 'tools/eval/sample.ts') ?? '', /it joins/);
  assert.match(complaint('src/somewhere-new/x.ts', 'zod') ?? '', /no row/);
  assert.equal(complaint('src/diagnosis/rules/x.ts', 'src/diagnosis/facts.ts'), null);
});

test('triage and explain start fast: they load no bot, database or model code', () => {
  for (const command of ['src/commands/run-triage.ts', 'src/commands/run-explain.ts']) {
    const loaded = everythingLoadedBy(command);
    assert.ok(loaded.size > 20, `${command} loads ${loaded.size} files: the walk looks in the wrong place`);
    assert.deepEqual(
      [...loaded].filter((name) => OUTSIDE.includes(name) || within(name, 'src/adapters')),
      [],
    );
  }
});

/** What is wrong with an import; null where the table allows it. */
function complaint(file: string, imported: string): string | null {
  const row = rowOf(file);
  if (!row) {
    return `${file} has no row in the table`;
  }
  const allowed = [row.place, 'src/language', ...row.may];
  return allowed.some((place) => within(imported, place)) ? null : `${file} imports ${imported}: ${row.because}`;
}

function rowOf(file: string): Row | undefined {
  return TABLE.filter(({ place }) => within(file, place)).sort((a, b) => b.place.length - a.place.length)[0];
}
