import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasLettersForDigits, restoreDigits } from '#src/diagnosis/intake/letters-for-digits.ts';
import { readLines } from '#src/diagnosis/intake/read-lines.ts';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';

test('letters in a number of full width are the digits that they look like', () => {
  for (const [text, expected] of [
    ['STOP: 0x0000OO50', 'STOP: 0x00000050'],
    ['STOP: OxOOOOOO7E', 'STOP: 0x0000007E'],
    ['STOP: 0x000000lE', 'STOP: 0x0000001E'],
    ['(0xFFFFF8O0OI23l567)', '(0xFFFFF80001231567)'],
  ] as const) {
    assert.equal(restoreDigits(text), expected);
    assert.ok(hasLettersForDigits(text));
  }
});

test('what is shorter, or goes on, or has other letters stays as it is', () => {
  for (const text of ['0xFool', '0xlE', '0x00000050', '0x0000OO50Z', 'FOOOOOOO', '0x0000OO5G', '0x0000OO5O0']) {
    assert.equal(restoreDigits(text), text);
    assert.ok(!hasLettersForDigits(text));
  }
});

test('the code is read, and the reader says what he took the letters for', () => {
  const text = '*** STOP: 0x0000OO50 (0xFFFFF6FC40012340,0x0000000000000000,0xFFFFF80002C7E1F0,0x0000000000000002)';
  assert.equal(readCrashes([{ source: null, text }]).crashes[0]?.bugcheck?.code, '0x50');
  assert.match(readLines(text).warnings[0]?.en ?? '', /letters O, l or I/);
  assert.match(readLines(text).warnings[0]?.zh ?? '', /字母 O、l 或 I/);
});

test('digits before a letter that is none are no code of their own', () => {
  assert.deepEqual(readCrashes([{ source: null, text: '*** STOP: 0x0000OQ50 (0x1,0x2,0x3,0x4)' }]).crashes, []);
});
