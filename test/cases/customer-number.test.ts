import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCustomerNumber, mentionsNumber, withoutNumber } from '#src/cases/customer-number.ts';

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
  assert.ok(mentionsNumber('RE: [CAS-1-X] again', 'cas-1-x'));
  assert.ok(!mentionsNumber('RE: [CAS-1-XY] again', 'CAS-1-X'));
  assert.ok(!mentionsNumber('Arg1: 1120081126000849', '120081126000849'));
});

test('the title goes without the number that stands beside it, unless nothing else is left', () => {
  assert.equal(withoutNumber('[REG:120081126000849] Freeze', '120081126000849'), 'Freeze');
  assert.equal(withoutNumber('Freeze - CAS-02698', 'CAS-02698'), 'Freeze');
  assert.equal(withoutNumber('CAS-02698', 'CAS-02698'), 'CAS-02698');
  assert.equal(withoutNumber('Freeze', null), 'Freeze');
});
