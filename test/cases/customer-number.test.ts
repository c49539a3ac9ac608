import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCustomerNumber, mentionedNumbers, withoutNumber } from '#src/cases/customer-number.ts';
import { assertGrowth } from '../support/growth.ts';

test('numbers of any shape are found', () => {
  for (const [line, number] of [
    ['120081126000849 Blue screen', '120081126000849'],
    ['[REG:120081126000849] CAS-02698-C5V4N5 - copying', '120081126000849'],
    ['Blue screen (CAS-02698-C5V4N5)', 'CAS-02698-C5V4N5'],
    ['升级后蓝屏，编号 INC0012345', 'INC0012345'],
  ] as const) {
    assert.equal(findCustomerNumber(line), number, line);
  }
});

test('a version, an address, a date and a small number are none', () => {
  for (const line of ['Blue screen after 1809', '0xfffff8012f6d94fd', '2026-11-22 crash', 'KB4512', '', 'no number']) {
    assert.equal(findCustomerNumber(line), null, line);
  }
});

test('a number is mentioned as a word of its own only', () => {
  assert.deepEqual([...mentionedNumbers('RE: [CAS-1-X] again', ['cas-1-x'])], ['cas-1-x']);
  assert.deepEqual([...mentionedNumbers('RE: [CAS-1-XY] again', ['CAS-1-X'])], []);
  assert.deepEqual([...mentionedNumbers('Arg1: 1120081126000849', ['120081126000849'])], []);
  assert.deepEqual([...mentionedNumbers('TAG-77120, then TAG-7712', ['TAG-7712', 'TAG-77120', 'TAG-9'])].sort(), [
    'tag-7712',
    'tag-77120',
  ]);
});

test('many numbers are looked for in one walk over the text', () => {
  const text = 'fffff801`63ec0000 fffff801`649a7000   acmeflt   (no symbols)\n'.repeat(3000);
  const numbers = (count: number) => Array.from({ length: count }, (_, at) => `SUP-2026-${at + 10_000}`);
  const [few, many] = [numbers(5), numbers(500)];
  assertGrowth('a hundred times the numbers', {
    small: () => mentionedNumbers(text, few),
    large: () => mentionedNumbers(text, many),
    most: 5,
    grain: 1,
  });
});

test('the title goes without the number that stands beside it, unless nothing else is left', () => {
  assert.equal(withoutNumber('[REG:120081126000849] Freeze', '120081126000849'), 'Freeze');
  assert.equal(withoutNumber('Freeze - CAS-02698', 'CAS-02698'), 'Freeze');
  assert.equal(withoutNumber('CAS-02698', 'CAS-02698'), 'CAS-02698');
  assert.equal(withoutNumber('Freeze', null), 'Freeze');
});

test('what calls it a number goes with it, and other words stay', () => {
  const number = '120081126000849';
  for (const [title, left] of [
    [`SR ${number} Blue screen at Contoso`, 'Blue screen at Contoso'],
    [`Freeze (SR#${number})`, 'Freeze'],
    [`Ticket no. ${number}: freeze`, 'freeze'],
    [`Service request ${number} – freeze`, 'freeze'],
    [`工单号：${number} 升级后蓝屏`, '升级后蓝屏'],
    [`升级后蓝屏，编号 ${number}`, '升级后蓝屏'],
    [`BSOD ${number} on server`, 'BSOD on server'],
    [`MSR ${number} driver`, 'MSR driver'],
    [`SR`, 'SR'],
  ] as const) {
    assert.equal(withoutNumber(title, number), left, title);
  }
});
