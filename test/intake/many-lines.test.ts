import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLines } from '#src/diagnosis/intake/read-lines.ts';

const MOST = 300_000;

test('of very many short lines only so many are read, and that is said', () => {
  for (const unit of ['kd> k\n', 'x:\n', '```\n', '<br>\n']) {
    const { lines, warnings } = readLines(unit.repeat(MOST + 50));
    assert.ok(lines.length <= MOST, `${lines.length} lines of ${JSON.stringify(unit)}`);
    assert.match(warnings[0]?.en ?? '', /more than 300000 lines/);
    assert.match(warnings[0]?.zh ?? '', /超过 300000 行/);
  }
});

test('blank lines are none of them: a paste of a case is read behind as many as lie before it', () => {
  const { lines, warnings } = readLines(`${'\n'.repeat(MOST * 3)}0: kd> k\n`);
  assert.deepEqual(warnings, []);
  assert.deepEqual(lines.find(({ text }) => text !== '')?.lines, [MOST * 3 + 1, MOST * 3 + 1]);
});

test('a paragraph, or an object of JSON, of more lines than one call takes arguments is read', () => {
  const sentence = 'The till goes down about once a day with the\n';
  assert.equal(readLines(sentence.repeat(MOST / 2)).warnings.length, 0);
  const object = `{"BugCheckCode":"0xD1",${'"ImageName":"acmelan.sys","IMAGE_NAME":"acmeflt.sys",'.repeat(MOST / 4)}"x":1}`;
  assert.ok(readLines(object).lines.length > MOST / 2);
});
