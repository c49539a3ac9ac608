import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';

/** `.bugcheck` as it arrives: its row of arguments is wider than most mails. */

function argumentsIn(rows: readonly string[]): readonly (string | null)[] {
  const text = ['0: kd> .bugcheck', 'Bugcheck code 000000D1', ...rows, ''].join('\n');
  return readCrashes([{ source: null, text }]).crashes[0]?.bugcheck?.args ?? [];
}

const ALL = ['0x28', '0x2', '0x0', '0xfffff8031a2b4c5d'];

test('values that a wrap put into the next line are read with the others', () => {
  const first = 'Arguments 00000000`00000028 00000000`00000002';
  assert.deepEqual(argumentsIn([`${first} 00000000\`00000000 fffff803\`1a2b4c5d`]), ALL);
  assert.deepEqual(argumentsIn([`${first} 00000000\`00000000`, 'fffff803`1a2b4c5d']), ALL);
  assert.deepEqual(argumentsIn([first, '00000000`00000000 fffff803`1a2b4c5d']), ALL);
});

test('a value that a column cut is whole or none', () => {
  const first = 'Arguments 00000000`00000028 00000000`00000002 00000000`00000000';
  assert.deepEqual(argumentsIn([`${first} fffff80`, '3`1a2b4c5d']), ALL);
  assert.deepEqual(argumentsIn([`${first} fffff803\`1a2`, '', 'That is all I have.']), [...ALL.slice(0, 3), null]);
});

test('halves without their backticks are values of the whole width', () => {
  const halves = 'Arguments 00000000 00000028 00000000 00000002 00000000 00000000 fffff803 1a2b4c5d';
  assert.deepEqual(argumentsIn([halves]), ALL);
  assert.deepEqual(argumentsIn(['Arguments 00000028 00000002 00000000 8a2b4c5d']), [
    '0x28',
    '0x2',
    '0x0',
    '0x8a2b4c5d',
  ]);
});

test('what somebody types with fewer digits is read as it stands', () => {
  assert.deepEqual(argumentsIn(['Arguments 28 2 0 8a2b4c5d']), ['0x28', '0x2', '0x0', '0x8a2b4c5d']);
});
