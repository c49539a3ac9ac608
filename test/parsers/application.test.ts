import assert from 'node:assert/strict';
import { test } from 'node:test';
import { application } from '#src/diagnosis/parsers/analyze/application.ts';
import { PROSE, sectionOf } from './section-of.ts';

function applications(text: string) {
  const section = sectionOf('!analyze -v', text);
  return application.accepts(section) ? (application.read(section).applications ?? []) : [];
}

test('recognises the analysis of an application by its box', () => {
  const text =
    '*   Exception Analysis   *\n\nExceptionCode: c0000005 (Access violation)\nPROCESS_NAME:  Ledger.exe\nMODULE_NAME: ledgercore\nIMAGE_NAME:  ledgercore.dll';
  assert.deepEqual(applications(text), [
    { application: 'Ledger.exe', exception: '0xc0000005', module: 'ledgercore.dll', lines: [1, 6] },
  ]);
});

test('recognises it by the bucket of old debuggers', () => {
  const [found] = applications(
    'BUGCHECK_STR:  80000003\nDEFAULT_BUCKET_ID:  APPLICATION_FAULT\nPROCESS_NAME:  MyTool.exe',
  );
  assert.equal(found?.application, 'MyTool.exe');
  assert.equal(found?.exception, null);
});

test('a kernel analysis and prose are no applications', () => {
  assert.deepEqual(
    applications('*   Bugcheck Analysis   *\nDEFAULT_BUCKET_ID:  WIN8_DRIVER_FAULT\nPROCESS_NAME:  System'),
    [],
  );
  assert.deepEqual(applications(PROSE), []);
});
