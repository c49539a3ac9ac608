import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exceptionRecord } from '#src/diagnosis/parsers/execution/exception-record.ts';
import { PROSE, sectionOf } from './section-of.ts';

const RECORD = `EXCEPTION_RECORD:  ffff8401\`32bde868 -- (.exr 0xffff840132bde868)
ExceptionAddress: fffff80422223333 (acmeflt!AcmeSend+0x0000000000000043)
   ExceptionCode: c0000005 (Access violation)
  ExceptionFlags: 00000000
NumberParameters: 2
   Parameter[0]: 0000000000000001
   Parameter[1]: ffffffffffffffe8
Attempt to write to address ffffffffffffffe8`;

function readAll(text: string) {
  const section = sectionOf('.exr -1', text);
  return exceptionRecord.accepts(section) ? (exceptionRecord.read(section).exceptions ?? []) : [];
}

test('reads a whole record', () => {
  assert.deepEqual(readAll(RECORD), [
    {
      code: '0xc0000005',
      address: '0xfffff80422223333',
      symbol: 'acmeflt!AcmeSend+0x43',
      parameters: ['0x1', '0xffffffffffffffe8'],
      touches: { address: '0xffffffffffffffe8', how: 'write' },
      lines: [2, 8],
    },
  ]);
});

test('reads the execution of data, and two records one after the other', () => {
  const text = `${RECORD}\nExceptionAddress: 00000000\`00000000\nAttempt to execute non-executable address 0000000000000000`;
  const [, second] = readAll(text);
  assert.deepEqual(second?.touches, { address: '0x0', how: 'execute' });
  assert.equal(second?.code, null);
});

test('reads what is left of a cut record', () => {
  assert.deepEqual(readAll('   ExceptionCode: c0000374\n  ExceptionFlags: 00000081')[0]?.code, '0xc0000374');
  assert.deepEqual(readAll('   Parameter[0]: 0000000000000001'), []);
});

test('reads the line a live debugger stops with', () => {
  assert.equal(readAll('Access violation - code c0000005 (!!! second chance !!!)')[0]?.code, '0xc0000005');
});

test('stays silent on prose', () => {
  assert.deepEqual(readAll(PROSE), []);
  assert.deepEqual(readAll('We attempt to read from the share every night.'), []);
});
