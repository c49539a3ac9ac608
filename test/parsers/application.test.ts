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

test('the exception that ended the program counts, not the ones that it handled', () => {
  const [found] = applications(`(1a4.5f0): C++ EH exception - code e06d7363 (first chance)
(1a4.5f0): Access violation - code c0000005 (first chance)
(1a4.5f0): Stack overflow - code c00000fd (!!! second chance !!!)
PROCESS_NAME:  Ledger.exe`);
  assert.deepEqual([found?.application, found?.exception], ['Ledger.exe', '0xc00000fd']);
});

test('pairs of keys name the module, and the file of a dump its program', () => {
  const text = `    Key  : Failure.Bucket
    Value: INVALID_POINTER_WRITE_c0000005_acmeshell.dll!Unknown

    Key  : Failure.Exception.IP.Module
    Value: acmeshell

FILE_IN_CAB:  explorer.exe.14584.dmp`;
  const [found] = applications(text);
  assert.deepEqual(
    [found?.application, found?.exception, found?.module],
    ['explorer.exe', '0xc0000005', 'acmeshell.dll'],
  );
});

test('a kernel that breaks a second time, and a dump of the kernel, are no programs', () => {
  assert.deepEqual(applications('Break instruction exception - code 80000003 (!!! second chance !!!)'), []);
  assert.deepEqual(applications('FILE_IN_CAB:  113026-12343-01.dmp'), []);
  assert.deepEqual(applications('FILE_IN_CAB:  MEMORY.DMP'), []);
});
