import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ARGUMENT_KINDS } from '#src/diagnosis/knowledge/argument-kinds.ts';
import type { BugcheckRow } from '#src/diagnosis/knowledge/bugcheck-row.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { readTable } from '#src/diagnosis/knowledge/read-table.ts';
import { STOP_TRAITS } from '#src/diagnosis/knowledge/stop-traits.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const knowledge = loadKnowledge();
const rows = readTable<BugcheckRow>('bugchecks');

test('a trait holds for the code, masked or not, and for no other', () => {
  assert.ok(knowledge.has('0xd1', 'memory'));
  assert.ok(knowledge.has('0x100000d1', 'memory'));
  assert.ok(knowledge.has('0x1000007e', 'exception'), 'a masked code with a row of its own');
  assert.ok(!knowledge.has('0xd1', 'disk'));
  assert.ok(!knowledge.has('0x1e5', 'memory'), 'a code without a row');
  assert.ok(!knowledge.has(null, 'memory'));
});

test('a trait of a case holds only where the arguments select that case', () => {
  assert.ok(knowledge.has('0x7f', 'stack-full', ['0x8', null, null, null]));
  assert.ok(!knowledge.has('0x7f', 'stack-full', ['0xd', null, null, null]));
  assert.ok(!knowledge.has('0x7f', 'stack-full'));
  assert.ok(knowledge.has('0x2b', 'stack-full'), 'one of all its stops');
  assert.ok(knowledge.has('0x139', 'broken-link', ['0x3']));
  assert.ok(!knowledge.has('0x139', 'broken-link', ['0x2']));
  assert.ok(knowledge.has('0x139', 'memory', ['0x3']), 'what holds for all holds in the case too');
});

test('an argument is found by what it holds', () => {
  assert.equal(knowledge.argument('0xd1', 'touched-address'), 1);
  assert.equal(knowledge.argument('0x100000d1', 'instruction'), 4);
  assert.equal(knowledge.argument('0x7e', 'context-record'), 4);
  assert.equal(knowledge.argument('0x7e', 'trap-frame'), null);
  assert.equal(knowledge.argument('0x1e5', 'instruction'), null);
  assert.equal(knowledge.argument(null, 'instruction'), null);
});

test('an argument that holds it in one case does so in that case only', () => {
  assert.equal(knowledge.argument('0x9f', 'request', ['0x3', null, null, null]), 4);
  assert.equal(knowledge.argument('0x9f', 'request', ['0x4', null, null, null]), null);
  assert.equal(knowledge.argument('0x9f', 'request'), null);
  assert.equal(knowledge.argument('0xd1', 'instruction', ['0x8', '0x2', '0x0', null]), 4, 'what holds in every case');
});

test('a row says of one argument only that it holds such a value', () => {
  for (const { code, parameters } of rows) {
    const kinds = parameters.flatMap(({ holds }) => holds ?? []);
    assert.equal(new Set(kinds).size, kinds.length, code);
  }
});

const code = globSync('src/diagnosis/{rules,views,verdict,advice,correlation}/**/*.ts', { cwd: ROOT })
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  .join('\n');
const table = JSON.stringify(rows);

test('no word of the vocabularies is idle: some row says it, and somebody asks for it', () => {
  const words = [...Object.keys(STOP_TRAITS), ...Object.keys(ARGUMENT_KINDS)];
  assert.ok(words.length > 30);
  assert.deepEqual(
    words.filter((word) => !table.includes(`"${word}"`) || !code.includes(`'${word}'`)),
    [],
  );
});

test('every trait is told in a sentence, and has a source', () => {
  for (const [trait, { means, source }] of Object.entries(STOP_TRAITS)) {
    assert.match(means, /^[A-Z].{20,120}\.$/, trait);
    assert.ok(source.length > 5, trait);
  }
});
