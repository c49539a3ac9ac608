import assert from 'node:assert/strict';
import { test } from 'node:test';
import { variables } from '#src/diagnosis/parsers/execution/variables.ts';
import { PROSE, sectionOf } from './section-of.ts';

function readAll(command: string | null, text: string) {
  const section = sectionOf(command, text);
  return variables.accepts(section) ? (variables.read(section).variables ?? []) : [];
}

test('reads dv: pointers apart from numbers', () => {
  const rows = readAll(
    'dv',
    '        pPacket = 0xffffda8a`cc2ec2c0\n         status = 0n-5\n         pEntry = 0xffffda8a`d44db938 Foo',
  );
  assert.deepEqual(
    rows.map((row) => [row.name, row.value, row.pointer]),
    [
      ['pPacket', '0xffffda8a`cc2ec2c0', '0xffffda8acc2ec2c0'],
      ['status', '0n-5', null],
      ['pEntry', '0xffffda8a`d44db938 Foo', '0xffffda8ad44db938'],
    ],
  );
});

test('reads the registers and types of dv /t /v and !mex.x', () => {
  const [typed] = readAll('dv /t /v', 'fffff980`12345678 @rbp+0x10   struct _IRP * Irp = 0xffffa102`11223340');
  assert.deepEqual([typed?.name, typed?.location, typed?.pointer], ['Irp', '@rbp+0x10', '0xffffa10211223340']);
  const mex = readAll(
    '.frame 0n6; !mex.x',
    '@rsi    pPacket = 0xffff8102`10913d90\n@rbx    pEntry = 0xfffff08f`489eb3b0',
  );
  assert.deepEqual(
    mex.map((row) => [row.location, row.frame]),
    [
      ['@rsi', 6],
      ['@rbx', 6],
    ],
  );
});

test('pairs registers and names that a PDF set on lines of their own', () => {
  const torn = '   pPacket = 0xffff8102`10913d90\n@rsi\n@ebp\n   status = 0n0\n   pBottom = 0xffff8102`1744d1e0\n@rdi';
  assert.deepEqual(
    readAll('!mex.x', torn).map((row) => [row.name, row.location]),
    [
      ['pPacket', '@rsi'],
      ['status', '@ebp'],
      ['pBottom', '@rdi'],
    ],
  );
});

test('reads several variables of one line, and a backtick turned into a caret', () => {
  const rows = readAll('dv', 'pPacket = 0xffffda8a^cc2ec2c0 status = 0n0');
  assert.deepEqual(
    rows.map((row) => [row.name, row.pointer]),
    [
      ['pPacket', '0xffffda8acc2ec2c0'],
      ['status', null],
    ],
  );
});

test('reads dx of a kernel variable', () => {
  const [row] = readAll(
    'dx KiBugCheckDriver',
    'KiBugCheckDriver     : 0xffffe10b9991e3e8 : "acmeflt.sys" [Type: _UNICODE_STRING *]',
  );
  assert.equal(row?.name, 'KiBugCheckDriver');
  assert.equal(row?.pointer, '0xffffe10b9991e3e8');
});

test('stays silent on prose, banners and source code', () => {
  assert.deepEqual(readAll(null, PROSE), []);
  assert.deepEqual(readAll(null, '\nKernel base = 0xfffff805`4d200000 PsLoadedModuleList = 0xfffff805`4de134a0'), []);
  assert.deepEqual(readAll(null, '\n   206:     status = AcmeRead(device, buffer);'), []);
});
