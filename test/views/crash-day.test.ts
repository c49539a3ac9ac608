import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crashDay } from '#src/diagnosis/views/crash-day.ts';

const CASES: readonly (readonly [printed: string, day: string | null])[] = [
  ['Fri Nov  3 05:35:00.352 2029 (UTC - 8:00)', '2029-11-03'],
  ['Thu Jul 18 21:30:12.000 2024 (UTC - 7:00)', '2024-07-18'],
  ['2024-07-19 04:30', '2024-07-19'],
  ['Fri Abc  3 05:35:00.352 2029', null],
  ['anN  3 05:35:00 2029', null],
  ['yesterday', null],
];

for (const [value, day] of CASES) {
  test(`the day of "${value}" is ${day}`, () => {
    assert.equal(crashDay([{ name: 'crash-time', value, lines: [1, 1] }]), day);
  });
}

test('a paste without a time of the crash has no day', () => {
  assert.equal(crashDay([]), null);
  assert.equal(crashDay([{ name: 'uptime', value: '2024-07-19', lines: [1, 1] }]), null);
});
