import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyzeFields } from '#src/diagnosis/parsers/analyze/analyze-fields.ts';
import { analyzeKeyValues } from '#src/diagnosis/parsers/analyze/analyze-key-values.ts';
import type { Parser } from '#src/diagnosis/parsers/parser.ts';
import { PROSE, sectionOf } from './section-of.ts';

function fields(parser: Parser, text: string) {
  const section = sectionOf('!analyze -v', text);
  const found = parser.accepts(section) ? (parser.read(section).fields ?? []) : [];
  return found.map(({ name, value, lines }) => [name, value, lines]);
}

test('reads fields in all layouts, with their lines', () => {
  const text = 'PROCESS_NAME:  System\n\nMODULE_NAME: acmeflt\n  IMAGE_NAME:  acmeflt.sys\nFollowup: MachineOwner';
  assert.deepEqual(fields(analyzeFields, text), [
    ['PROCESS_NAME', 'System', [1, 1]],
    ['MODULE_NAME', 'acmeflt', [3, 3]],
    ['IMAGE_NAME', 'acmeflt.sys', [4, 4]],
    ['Followup', 'MachineOwner', [5, 5]],
  ]);
});

test('fetches a value back that a narrow mail moved below its name', () => {
  const bucket = `0x50_${'A'.repeat(60)}`;
  assert.deepEqual(fields(analyzeFields, `FAILURE_BUCKET_ID:\n${bucket}\nB_acmeflt!Send\n`), [
    ['FAILURE_BUCKET_ID', `${bucket}B_acmeflt!Send`, [1, 3]],
  ]);
});

test('takes the place in the code without the source file behind it', () => {
  assert.deepEqual(fields(analyzeFields, 'FAULTING_IP: \nacmeflt!AcmeSend+21 [d:\\src\\se'), [
    ['FAULTING_IP', 'acmeflt!AcmeSend+21', [1, 2]],
  ]);
});

test('an empty field stays empty where the next line is another one', () => {
  assert.deepEqual(fields(analyzeFields, 'IMAGE_NAME:\nMODULE_NAME: acmeflt'), [
    ['IMAGE_NAME', '', [1, 1]],
    ['MODULE_NAME', 'acmeflt', [2, 2]],
  ]);
});

test('the dots of shortened documentation are no part of a value', () => {
  assert.deepEqual(fields(analyzeFields, 'IMAGE_NAME:  acmeflt.sys ...'), [['IMAGE_NAME', 'acmeflt.sys', [1, 1]]]);
});

test('reads key and value pairs, upper case too', () => {
  const text =
    'KEY_VALUES_STRING: 1\n\n    Key  : Failure.Bucket\n    Value: AV_acmeflt!Send\n\n    KEY  : DUMP.TYPE\n    VALUE: 1';
  assert.deepEqual(fields(analyzeKeyValues, text), [
    ['Failure.Bucket', 'AV_acmeflt!Send', [3, 4]],
    ['DUMP.TYPE', '1', [6, 7]],
  ]);
});

test('a key without a value says nothing', () => {
  assert.deepEqual(fields(analyzeKeyValues, '    Key  : Failure.Bucket'), []);
});

test('prose and logs hold no fields', () => {
  assert.deepEqual(fields(analyzeFields, PROSE), []);
  assert.deepEqual(fields(analyzeKeyValues, PROSE), []);
});

test('a fence, a tag or a remark is no part of a value', () => {
  const bucket = `0x133_ISR_acmeusb!_anonymous_namespace_::${'s'.repeat(40)}`;
  for (const end of ['```', '~~~', '</pre>', '> quoted', '   // 桶']) {
    const text = `FAILURE_BUCKET_ID: ${bucket}${end.startsWith(' ') ? end : `\n${end}`}`;
    assert.deepEqual(fields(analyzeFields, text), [['FAILURE_BUCKET_ID', bucket, [1, 1]]], end);
  }
});

test('reads the bucket and the pairs as people write them down', () => {
  assert.deepEqual(fields(analyzeFields, 'Failure bucket:\n0x10e_37_acmegfx!ACME::Lock\n'), [
    ['FAILURE_BUCKET_ID', '0x10e_37_acmegfx!ACME::Lock', [1, 2]],
  ]);
  assert.deepEqual(
    fields(analyzeKeyValues, 'Failure.Bucket: LKD_0x141_IMAGE_acmegfx.sys\n- Failure.Exception.IP.Module: acmegfx'),
    [
      ['Failure.Bucket', 'LKD_0x141_IMAGE_acmegfx.sys', [1, 1]],
      ['Failure.Exception.IP.Module', 'acmegfx', [2, 2]],
    ],
  );
  assert.deepEqual(fields(analyzeKeyValues, 'Failure.Bucket lists grow, and values too'), []);
});
