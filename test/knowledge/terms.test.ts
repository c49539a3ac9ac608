import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { readTable } from '#src/diagnosis/knowledge/read-table.ts';
import { TermRows } from '#src/diagnosis/knowledge/term-row.ts';
import { duplicates } from '../support/duplicates.ts';

const rows = TermRows.parse(readTable('terms.json'));
const { terms } = loadKnowledge();

test('every word of the trade has one meaning, in both languages', () => {
  assert.ok(rows.length >= 30, `${rows.length} words`);
  const names = rows
    .flatMap(({ words }) => [...words.en.split(' | '), ...words.zh.split(' | ')])
    .filter((name) => name !== '');
  assert.deepEqual(duplicates(names), []);
  for (const { en, zh } of rows) {
    assert.doesNotMatch(en, /\p{Script=Han}/u);
    assert.match(zh, /\p{Script=Han}/u);
  }
});

test('a word is found by any of its names, whatever its case, and the longer before the shorter', () => {
  assert.equal(terms.find('Pool Tag')?.name.en, 'pool tag');
  assert.equal(terms.find('池标签')?.name.zh, '池标记');
  assert.equal(terms.find('no such word'), null);
  const names = terms.names();
  assert.ok(names.indexOf('driver verifier') < names.indexOf('verifier'));
});
