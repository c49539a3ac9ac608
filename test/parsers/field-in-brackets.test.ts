import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldInBrackets } from '#src/diagnosis/parsers/analyze/field-in-brackets.ts';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';
import { PROSE, sectionOf } from './section-of.ts';

function read(text: string) {
  const section = sectionOf(null, text);
  const { fields = [] } = fieldInBrackets.accepts(section) ? fieldInBrackets.read(section) : {};
  return fields.map(({ name, value }) => [name, value]);
}

test('reads fields in brackets, one or several in a line', () => {
  assert.deepEqual(read('Both stop in win32kfull (PROCESS_NAME: acme.exe).'), [['PROCESS_NAME', 'acme.exe']]);
  assert.deepEqual(read('崩溃（PROCESS_NAME：acme.exe）'), [['PROCESS_NAME', 'acme.exe']]);
  assert.deepEqual(read('- 0xD1 (`PROCESS_NAME: System`) (IMAGE_NAME: acmeflt.sys)'), [
    ['PROCESS_NAME', 'System'],
    ['IMAGE_NAME', 'acmeflt.sys'],
  ]);
});

test('a question about a field is none', () => {
  assert.deepEqual(read('What does the field (PROCESS_NAME) mean?'), []);
  assert.deepEqual(read('(PROCESS_NAME: )'), []);
  assert.deepEqual(read(PROSE), []);
});

test('the process of a stop is the one in brackets', () => {
  const text = 'SYSTEM_SERVICE_EXCEPTION (PROCESS_NAME: acme.exe)\nBugCheck 3B, {c0000005, fffff80562341092, 0, 0}\n';
  assert.equal(readCrashes([{ source: null, text }]).crashes[0]?.process, 'acme.exe');
});
