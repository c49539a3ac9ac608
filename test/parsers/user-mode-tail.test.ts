import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';

/** Only the tail of `!analyze` was pasted: whose crash it is shows in its last fields. */

function kindOf(text: string): string | undefined {
  const [crash, ...more] = readCrashes([{ source: null, text }]).crashes;
  assert.deepEqual(more, [], 'one crash');
  return crash?.kind;
}

const USER: readonly [name: string, text: string][] = [
  [
    'the command of an application',
    'STACK_COMMAND:  ~0s; .ecxr ; kb\nMODULE_NAME: ledgercore\nIMAGE_NAME:  ledgercore.dll',
  ],
  [
    'the bucket of an application',
    'MODULE_NAME: ledgercore\nIMAGE_NAME:  ledgercore.dll\nFAILURE_BUCKET_ID:  INVALID_POINTER_READ_c0000005_ledgercore.dll!LedgerOpen',
  ],
  [
    'the bucket of an application among the pairs',
    'KEY_VALUES_STRING: 1\n\n    Key  : AV.Type\n    Value: Read\n\n    Key  : Failure.Bucket\n    Value: INVALID_POINTER_READ_c0000005_ledger.exe!Unknown\n\n    Key  : Failure.Exception.IP.Module\n    Value: ledger',
  ],
  ["an application's runtime", 'SYMBOL_NAME:  ucrtbase!strlen+2b\nMODULE_NAME: ucrtbase\nIMAGE_NAME:  ucrtbase.dll'],
];

for (const [name, text] of USER) {
  test(`takes ${name} for user mode`, () => {
    assert.equal(kindOf(text), 'user');
  });
}

const KERNEL: readonly [name: string, text: string][] = [
  ["a driver's image", 'STACK_COMMAND:  .thread ; .cxr ; kb\nMODULE_NAME: acmeflt\nIMAGE_NAME:  acmeflt.sys'],
  [
    'the record that new debuggers open in kernel dumps too',
    'STACK_COMMAND:  .cxr; .ecxr ; kb\nMODULE_NAME: acmeflt\nFAILURE_BUCKET_ID:  AV_acmeflt!AcmeRead',
  ],
  ['the kernel itself', 'SYMBOL_NAME:  nt!KiPageFault+463\nMODULE_NAME: nt\nIMAGE_NAME:  ntkrnlmp.exe'],
  [
    'a display driver',
    'SYMBOL_NAME:  cdd!DrvBitBlt+20\nMODULE_NAME: cdd\nIMAGE_NAME:  cdd.dll\nFAILURE_BUCKET_ID:  AV_cdd!DrvBitBlt',
  ],
  ['a display driver of old Windows', 'MODULE_NAME: acme3d_disp\nIMAGE_NAME:  acme3d_disp.dll'],
  ['an unknown program', 'MODULE_NAME: acmesvc\nIMAGE_NAME:  acmesvc.exe\nPROCESS_NAME:  acmesvc.exe'],
  ['a runtime at a raised level', 'CURRENT_IRQL:  2\nMODULE_NAME: ntdll\nIMAGE_NAME:  ntdll.dll'],
  [
    'a critical process that ended',
    'MODULE_NAME: ntdll\nIMAGE_NAME:  ntdll.dll\nFAILURE_BUCKET_ID:  0xEF_acmesvc.exe_BUGCHECK_CRITICAL_PROCESS_acme_ntdll.dll!AcmeEnd',
  ],
  [
    "a user-mode bucket beside the kernel's stack",
    'STACK_COMMAND:  ~0s; .ecxr ; kb\nMODULE_NAME: ledgercore\nSTACK_TEXT:\nffffd186`4bb0e458 fffff802`5d80a929 : 00000000`00000001 00000000`00000002 00000000`00000003 00000000`00000004 : acmeflt+0x1f',
  ],
];

for (const [name, text] of KERNEL) {
  test(`leaves ${name} to the kernel`, () => {
    assert.equal(kindOf(text), 'kernel');
  });
}
