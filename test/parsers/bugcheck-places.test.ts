import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';

/** Stop codes in the places where people, tools and other languages put them. */

function stopOf(text: string): string | null {
  const [crash, ...more] = readCrashes([{ source: null, text }]).crashes;
  assert.deepEqual(more, [], 'one crash');
  const stop = crash?.bugcheck;
  return stop == null ? null : [stop.code, stop.name, ...stop.args].map((value) => value ?? '-').join(' ');
}

const ROW =
  'ffffb10a`00000010 fffff801`2f6d94fd : 00000000`00000001 00000000`00000002 00000000`00000003 00000000`00000004 : acmeflt+0x1f';

const PLACES: readonly [name: string, text: string, expected: string][] = [
  [
    'a title with the greeting',
    '# BSoD in acmeflt.sys BugCheck D1, {48, 2, 0, fffff8012f6d94fd} since the update',
    '0xd1 - 0x48 0x2 0x0 0xfffff8012f6d94fd',
  ],
  [
    'a greeting indented by a letter',
    '        BugCheck 50, {ffff0000, 1, 804f3b76, 0}',
    '0x50 - 0xffff0000 0x1 0x804f3b76 0x0',
  ],
  ['a sentence in brackets', 'It stops (BugCheck 1E, {c0000005, 1, 2, 3}) at once.', '0x1e - 0xc0000005 0x1 0x2 0x3'],
  [
    'a greeting of which somebody left a value out',
    'BugCheck 0x3b (0xc0000005, 0xfffff8012f6d94fd, ..., 0)',
    '0x3b - 0xc0000005 0xfffff8012f6d94fd - 0x0',
  ],
  [
    'a greeting with brackets of its own and a mark for what was left out',
    'BugCheck 50, {ffff910a12345678, 0, fffff8012f6d94fd, …}',
    '0x50 - 0xffff910a12345678 0x0 0xfffff8012f6d94fd -',
  ],
  [
    'the screen of a system process that ended',
    'STOP: c000021a {Fatal System Error}\nThe session manager process terminated unexpectedly with a status of 0x00000000 (0xc0000428 0x00100448).',
    '0xc000021a - - 0x0 0xc0000428 0x100448',
  ],
  [
    'fields without a blank behind the colon, in full width',
    'BUGCHECK_CODE：9f\nBUGCHECK_P1：3\nIMAGE_NAME：pci.sys\nFAILURE_BUCKET_ID：0x9F_3_acmegfx_IMAGE_pci.sys',
    '0x9f - 0x3 - - -',
  ],
  [
    'a table that somebody made of the fields',
    '| Field | Value |\n|---|---|\n| BUGCHECK_CODE | d1 |\n| BUGCHECK_P1 | 48 |\n| BUGCHECK_P2 | 2 |\n| IMAGE_NAME | acmeflt.sys |',
    '0xd1 - 0x48 0x2 - -',
  ],
  [
    'a screen in traditional Chinese',
    '停止代碼：SYSTEM_SERVICE_EXCEPTION\n失敗的項目：acmeflt.sys',
    '- SYSTEM_SERVICE_EXCEPTION',
  ],
  [
    'event 1001 in German',
    'Der Computer wurde neu gestartet. Der Fehlercode war: 0x000000d1 (0x0000000000000048, 0x0000000000000002, 0x0000000000000000, 0xfffff8012f6d94fd).',
    '0xd1 - 0x48 0x2 0x0 0xfffff8012f6d94fd',
  ],
  [
    'the inserted values alone, as code',
    '`0x1000007e (0xffffffffc0000005, 0xfffff8012f6d94fd, 0xffffb10a00000010, 0xffffb10a00000020)`',
    '0x1000007e - 0xffffffffc0000005 0xfffff8012f6d94fd 0xffffb10a00000010 0xffffb10a00000020',
  ],
  [
    'key values without the header',
    'KEY_VALUES_STRING: 1\n\n    Key  : Bugcheck.Code.LegacyAPI\n    Value: 0x3b\n\n    Key  : Failure.Bucket\n    Value: 0x3B_c0000005_acmeflt!AcmeRead',
    '0x3b -',
  ],
  [
    'a header above rows of a stack',
    `DRIVER_OVERRAN_STACK_BUFFER (f7)\nA driver has overrun.\n...\n${ROW}\n${ROW}`,
    '0xf7 DRIVER_OVERRAN_STACK_BUFFER',
  ],
  [
    'a header above fields',
    'DPC_WATCHDOG_VIOLATION (133)\nSYMBOL_NAME: acmeflt!AcmeSend+20a\nIMAGE_NAME: acmeflt.sys',
    '0x133 DPC_WATCHDOG_VIOLATION',
  ],
  [
    'a list of arguments below a code in words',
    '0xC4 bug check code\n\n- Arg1: 2000\n- Arg2: fffff8012f6d94fd\n- Arg3: 0.\n- Arg4: 4d4d4c43\n\nWhat is it?',
    '0xc4 - 0x2000 0xfffff8012f6d94fd 0x0 0x4d4d4c43',
  ],
  [
    'arguments and fields that lost their colons',
    'Fatal System Error 0x000000f7\n   (0x00000000000000A1,0x0000000000000002,0x0000000000000003,0x0000000000000004)\n\nArg1 00000000000000a1, cookie\nArg2 0000000000000002, cookie\n\nPROCESS_NAME  acmesvc.exe',
    '0xf7 - 0xa1 0x2 0x3 0x4',
  ],
  [
    "BlueScreenView's table in Markdown",
    '| Dump File | Crash Time | Bug Check String |\n| --- | --- | --- |\n| 050525-1-01.dmp | 5/5/2025 5:51 AM | SYSTEM\\_SERVICE\\_EXCEPTION | 0x0000003b | 00000000\\`c0000005 | fffff802\\`2246a129 | ffff838f\\`47e25ec0 | 00000000\\`00000000 | acmeflt.sys | acmeflt.sys+2a129 |',
    '0x3b SYSTEM_SERVICE_EXCEPTION 0xc0000005 0xfffff8022246a129 0xffff838f47e25ec0 0x0',
  ],
  [
    'values that a viewer lists in one line',
    'Bug check string : \nBug check code : 0x1000007e\t\nParameters : ffffffff`c0000005\t, fffff800`02099054 , fffff880`02d55328 , fffff880`02d54b90\t\nCaused by driver : acmeflt.sys',
    '0x1000007e - 0xffffffffc0000005 0xfffff80002099054 0xfffff88002d55328 0xfffff88002d54b90',
  ],
  [
    'a quoted list whose names are links',
    ['name : [ACME_FAULT](https://example.com/s?q=ACME_FAULT)', 'code : 0x133']
      .map((line) => `> BugCheck ${line}`)
      .concat(['1 : 0x1', '2 : 0x1E00', '3 : 0xFFFFF80651EFB320', '4 : 0x0'].map((line) => `> Parameter ${line}`))
      .join('\n'),
    '0x133 ACME_FAULT 0x1 0x1e00 0xfffff80651efb320 0x0',
  ],
  [
    'an article on Windows NT',
    'You see this:\n  STOP 0x0A (Ox14,0x2,0x0,0xf1583318)\n',
    '0xa - 0x14 0x2 0x0 0xf1583318',
  ],
  [
    'the debugger of Windows NT',
    'Bugcheck 00000024 : 00190146 fc99fc64 fc99faa0 80139150 Stopped at an unexpected exception',
    '0x24 - 0x190146 0xfc99fc64 0xfc99faa0 0x80139150',
  ],
  [
    'a value that lost its zero',
    '*** STOP: 0x0000007B (0xF8955640, 0xC0000034, 0x00000000, x0000000)',
    '0x7b - 0xf8955640 0xc0000034 0x0 0x0',
  ],
  [
    'the analysis below one of nothing',
    `0: kd> !analyze -show\nUnknown bugcheck code (0)\nUnknown bugcheck description\nArguments:\n${[1, 2, 3, 4].map((number) => `Arg${number}: 0000000000000000`).join('\n')}\n0: kd> !analyze -v\nACME_POOL_FAULT (c5)\nIt failed.\nArguments:\nArg1: 00000001d1543e28, memory referenced\nArg2: 0000000000000002, IRQL\nArg3: 0000000000000000, kind\nArg4: fffff803024b054a, address`,
    '0xc5 ACME_POOL_FAULT 0x1d1543e28 0x2 0x0 0xfffff803024b054a',
  ],
  [
    'an old header without its code',
    '*                        Bugcheck Analysis                                    *\n*                                                                             *\n*******************************************************************************\nACME_OBJECTS_EXCEEDED\nArguments:\nArg1: 00000001\nArg2: 00000002\nArg3: 00000003\nArg4: 00000004\nBUGCHECK_STR:  0xC',
    '0xc ACME_OBJECTS_EXCEEDED 0x1 0x2 0x3 0x4',
  ],
  [
    "a row of BlueScreenView's table",
    '030325-23796-01.dmp\t03.03.2025 12:02:32\tKMODE_EXCEPTION_NOT_HANDLED\t0x0000001e\tffffffff`c0000005\tfffff801`2f6d94fd\t00000000`00000000\t00000000`00000001\tacmeflt.sys\tacmeflt.sys+94fd',
    '0x1e KMODE_EXCEPTION_NOT_HANDLED 0xffffffffc0000005 0xfffff8012f6d94fd 0x0 0x1',
  ],
  [
    "BlueScreenView's HTML report",
    '<table><tr><th>Dump File\n</th><th>Bug Check Code\n</th><th>Parameter 1</th></tr><tr><td>a.dmp</td><td>1/1/2025</td><td>KMODE_EXCEPTION_NOT_HANDLED</td><td>0x0000001e</td><td>ffffffffc0000005</td><td>fffff8012f6d94fd</td><td>0000000000000000</td><td>0000000000000001</td><td>acmeflt.sys</td></tr></table>',
    '0x1e KMODE_EXCEPTION_NOT_HANDLED 0xffffffffc0000005 0xfffff8012f6d94fd 0x0 0x1',
  ],
  [
    'a header with a quote mark of its own',
    'From WinDbg:\n> ACME_DETECTED_FATAL_ERROR (ca)\nIt failed.\nArguments:\nArg1: 0000000000000014, removed\nArg2: ffffe00b37049b20, device\n',
    '0xca ACME_DETECTED_FATAL_ERROR 0x14 0xffffe00b37049b20 - -',
  ],
  [
    'a header in backticks',
    '``ACME_TDR_FAILURE (116)\nIt failed.\nArguments:\nArg1: 0000000000000014, context\nArg2: ffffe00b37049b20, driver ``\n',
    '0x116 ACME_TDR_FAILURE 0x14 0xffffe00b37049b20 - -',
  ],
  [
    'a header below the box, cut in its description',
    '*                        Bugcheck Analysis                                    *\n*                                                                             *\n*******************************************************************************\n\nTHREAD_STUCK_IN_DEVICE_DRIVER_M (100000ea)\nThe device driver is spinn',
    '0x100000ea THREAD_STUCK_IN_DEVICE_DRIVER_M',
  ],
  [
    'a header above a bucket in words',
    'VIDEO_ENGINE_TIMEOUT_DETECTED (141)\nFailure bucket: LKD_0x141_IMAGE_acmegfx.sys',
    '0x141 VIDEO_ENGINE_TIMEOUT_DETECTED',
  ],
  [
    'the inserted values with uneven blanks',
    'acmeflt.sys\n0x0000007e (0xffffffffc0000005, 0xfffff880019b7599, 0xfffff88009d6d348,  0xfffff88009d6cbb0)',
    '0x7e - 0xffffffffc0000005 0xfffff880019b7599 0xfffff88009d6d348 0xfffff88009d6cbb0',
  ],
  [
    'fields with remarks behind them',
    'BUGCHECK_CODE:  1cc\t\t// 代码\n\nBUGCHECK_P1: ffffb3016dbe2bd0\nBUGCHECK_P2: 2  // 2\nBUGCHECK_P3: fa\nBUGCHECK_P4: 96',
    '0x1cc - 0xffffb3016dbe2bd0 0x2 0xfa 0x96',
  ],
  [
    'fields whose first one was not pasted',
    'DUMP_TYPE:  2\nBUGCHECK_P1: c0000420\nBUGCHECK_P2: fffff8012f6d94fd\nBUGCHECK_P3: ffffb10a00000010\nBUGCHECK_P4: 0\nPROCESS_NAME:  System',
    '- - 0xc0000420 0xfffff8012f6d94fd 0xffffb10a00000010 0x0',
  ],
  [
    'fields of the values below a header',
    'ACME_ASSERTED (7e)\nIt failed.\nArguments:\nArg1: ffffffffc0000420, code\nArg2: fffff8012f6d94fd, address\n\nDUMP_TYPE:  2\nBUGCHECK_P1: ffffffffc0000420\nBUGCHECK_P2: fffff8012f6d94fd',
    '0x7e ACME_ASSERTED 0xffffffffc0000420 0xfffff8012f6d94fd - -',
  ],
  [
    'fields of the values of a 32-bit dump, sign-extended',
    'ACME_ASSERTED (7e)\nIt failed.\nArguments:\nArg1: c0000420, code\nArg2: 82b3da61, address\n\nBUGCHECK_P1: ffffffffc0000420\nBUGCHECK_P2: ffffffff82b3da61',
    '0x7e ACME_ASSERTED 0xc0000420 0x82b3da61 - -',
  ],
  [
    'code before name, above chosen fields',
    '0x116 ACME_TDR_FAILURE\n\n- `IMAGE_NAME: acmegfx.sys`\n- `FAILURE_BUCKET_ID: 0x116_IMAGE_acmegfx.sys`',
    '0x116 ACME_TDR_FAILURE',
  ],
  [
    'code before name behind the word, before a trap',
    '- Windows then bugchecked `0x116 ACME_TDR_FAILURE`; the next boot saw `0x8 DOUBLE_FAULT`.\n\n* `IMAGE_NAME: acmegfx.sys`\n* `FAILURE_ID_HASH: {1}`',
    '0x116 ACME_TDR_FAILURE',
  ],
  [
    'fields, and not of the status above them',
    '0xc0000005 STATUS_ACCESS_VIOLATION\n0x8 DOUBLE_FAULT\nIMAGE_NAME:  acmegfx.sys\nMODULE_NAME: acmegfx\nBUGCHECK_STR:  0x7E',
    '0x7e -',
  ],
  [
    'the output, and not of the earlier stop in a sentence above it',
    'Last week it bugchecked 0x116 ACME_TDR_FAILURE. Now:\nBUGCHECK_CODE:  50\nIMAGE_NAME:  acmegfx.sys\nMODULE_NAME: acmegfx',
    '0x50 -',
  ],
  [
    'a blue screen that names the stop above its advice',
    'A problem has been detected and Windows has been shut down.\n\nACME_NOT_LESS_OR_EQUAL\n\nIf this is the first time, restart.\n\nTechnical information:\n\n*** STOP: 0x000000D1 (0x00000008,0x00000002,0x00000000,0xF86B5A89)',
    '0xd1 ACME_NOT_LESS_OR_EQUAL 0x8 0x2 0x0 0xf86b5a89',
  ],
  [
    'a blue screen that names the stop behind the values',
    '*** STOP: 0x0000000A (0x00000014, 0x00000002,\n0x00000000, 0xF1583318) ACME_NOT_LESS_OR_EQUAL\n*** Address f1583318 has base at f1580000 - acmeflt.sys',
    '0xa ACME_NOT_LESS_OR_EQUAL 0x14 0x2 0x0 0xf1583318',
  ],
  [
    'a blue screen that names the stop in the next line',
    'You may see this message:\n\n   STOP 0x0000004e (0x00000007, 0x00007abf, 0x0000f17e,\n   0x00000000)\n   ACME_LIST_CORRUPT',
    '0x4e ACME_LIST_CORRUPT 0x7 0x7abf 0xf17e 0x0',
  ],
  ['a stop and its name in a sentence', 'It shows STOP: 0x0000007B ACME_BOOT_DEVICE at boot.', '0x7b ACME_BOOT_DEVICE'],
  [
    'the memory of KiBugCheckData, 64 bits wide',
    '2: kd> dq nt!KiBugCheckData L5\nfffff803`1b2c3d40  00000000`0000000a 00000000`00000010\nfffff803`1b2c3d50  00000000`00000002 00000000`00000000\nfffff803`1b2c3d60  fffff801`2f6d94fd\n2: kd> r',
    '0xa - 0x10 0x2 0x0 0xfffff8012f6d94fd',
  ],
  [
    'the memory of KiBugCheckData with a symbol',
    '2: kd> dps nt!KiBugCheckData L5\nfffff803`1b2c3d40  00000000`000000d1\nfffff803`1b2c3d48  00000000`00000010\nfffff803`1b2c3d50  00000000`00000002\nfffff803`1b2c3d58  00000000`00000000\nfffff803`1b2c3d60  fffff801`2f6d94fd acmeflt!AcmeSend+0x1d',
    '0xd1 - 0x10 0x2 0x0 0xfffff8012f6d94fd',
  ],
  [
    'the memory of KiBugCheckData, 32 bits wide, its command echoed',
    '0: kd> dd kibugcheckdata l5\ndd kibugcheckdata l5\n8073b340  0000000a 00000010 00000002 00000000\n8073b350  fb35c918',
    '0xa - 0x10 0x2 0x0 0xfb35c918',
  ],
  [
    'the array KiBugCheckData',
    '0: kd> dx nt!KiBugCheckData\nnt!KiBugCheckData                 [Type: unsigned __int64 [5]]\n    [0]              : 0xd1 [Type: unsigned __int64]\n    [1]              : 0x10 [Type: unsigned __int64]\n    [2]              : 0x2 [Type: unsigned __int64]\n    [3]              : 0x0 [Type: unsigned __int64]\n    [4]              : 0xfffff8012f6d94fd [Type: unsigned __int64]',
    '0xd1 - 0x10 0x2 0x0 0xfffff8012f6d94fd',
  ],
  [
    'the debugger of Windows NT 3.5',
    'BugCheckCode . . . . .0x0000000a\nBugCheckParameter1 . .0x00000000\nBugCheckParameter2 . .0x000000ff\nBugCheckParameter3 . .0x00000001\nBugCheckParameter4 . .0x80137989',
    '0xa - 0x0 0xff 0x1 0x80137989',
  ],
  [
    'a problem signature of Reliability Monitor',
    'Problem signature\nProblem Event Name:\tLiveKernelEvent\nCode:\t141\nParameter 1:\tffffe50d4f8d2190\nParameter 2:\tfffff80012345678\nParameter 3:\t0\nParameter 4:\t1c04\nOS version:\t10_0_26100',
    '0x141 - 0xffffe50d4f8d2190 0xfffff80012345678 0x0 0x1c04',
  ],
  [
    'a problem signature of the event log in Chinese',
    '事件名称: LiveKernelEvent\n响应: 不可用\nCab ID: 0\n\n问题签名:\nP1: 141\nP2: ffff9a8e5b0d2010\nP3: fffff8046bb4f3b0\nP4: 0\nP5: 2ac4\nP6: 10_0_22631',
    '0x141 - 0xffff9a8e5b0d2010 0xfffff8046bb4f3b0 0x0 0x2ac4',
  ],
  [
    'event 1001 whose values somebody left out',
    'Message : The computer has rebooted from a bugcheck. The bugcheck was: 0x00000116 (...). A dump was saved in: C:\\a.dmp.',
    '0x116 -',
  ],
  [
    "BlueScreenView's list in German",
    'Dump-Datei        : 051621-9000-01.dmp\nFehlerprüfstring  : ACME_CORRUPTED_POOL\nFehlerprüfcode    : 0x000000d0\nParameter 1       : 0x786f6273\nParameter 2       : 0x00000006\nParameter 3       : 0x00000000\nParameter 4       : 0x00000000\nVerursachender Treiber: acmeflt.sys',
    '0xd0 ACME_CORRUPTED_POOL 0x786f6273 0x6 0x0 0x0',
  ],
  [
    'the event of a Hyper-V host about its guest',
    "'VM 1' has encountered a fatal error.  The guest operating system reported that it failed with the following error codes: ErrorCode0: 0x9F, ErrorCode1: 0x3, ErrorCode2: 0xFFFFE001C0A4F060, ErrorCode3: 0xFFFFF801F4FBBB08, ErrorCode4: 0xFFFFE001C23F2010.  PreOSId: 0.",
    '0x9f - 0x3 0xffffe001c0a4f060 0xfffff801f4fbbb08 0xffffe001c23f2010',
  ],
  [
    'the details of that event, with what somebody took the values for',
    'VmErrorCode0 0x139 _(ACME_CHECK_FAILURE)_\nVmErrorCode1 0x3a\nVmErrorCode2 0xffffbf8e4645efd0\nVmErrorCode3 0xffffbf8e4645ef28\nVmErrorCode4 0x0',
    '0x139 ACME_CHECK_FAILURE 0x3a 0xffffbf8e4645efd0 0xffffbf8e4645ef28 0x0',
  ],
  [
    'a field with the name behind its code',
    'BUGCHECK_CODE: 0x000000D1 (ACME_NOT_LESS_OR_EQUAL)\nBUGCHECK_P1: ffff9885efd17b50  (Memory address)\nBUGCHECK_P2: 0x2                (IRQL)',
    '0xd1 ACME_NOT_LESS_OR_EQUAL 0xffff9885efd17b50 0x2 - -',
  ],
  [
    'a summary of ones own',
    'Bugcheck Code: 0x3B (ACME_SERVICE_EXCEPTION)\nFaulting Module: acmeflt.sys',
    '0x3b ACME_SERVICE_EXCEPTION',
  ],
  [
    'a header alone above the prompt of the stack',
    `ACME_THREAD_EXCEPTION_NOT_HANDLED_M (1000007e)\n\n5: kd> kn\n00 ${ROW.split(' : ')[0]} acmeflt!AcmeSend+0x24\n01 ${ROW.split(' : ')[0]} nt!PspSystemThreadStartup+0x58`,
    '0x1000007e ACME_THREAD_EXCEPTION_NOT_HANDLED_M',
  ],
  [
    'a header within a sentence, above its arguments',
    'The BSOD class: ACME_HAS_LOCKED_PAGES (76)\nCaused by a driver.\nArguments:\nArg1: 0000000000000000, Locked pages.\nArg2: ffffc58f6857d080, Process address.',
    '0x76 ACME_HAS_LOCKED_PAGES 0x0 0xffffc58f6857d080 - -',
  ],
  [
    'fields in columns of ones own',
    'BUGCHECK_CODE:           7e   (ACME_THREAD_EXCEPTION)\nBUGCHECK_P1:             ffffffffc0000005   (ACCESS)\nIMAGE_NAME:              acmeflt.sys',
    '0x7e ACME_THREAD_EXCEPTION 0xffffffffc0000005 - - -',
  ],
  ['a sentence above a stack', `Server hit a Stop 0x1e in acmeflt:\n${ROW}\n${ROW}`, '0x1e -'],
  ['a sentence in Chinese above a stack', `今天又蓝屏 0x9f，堆栈如下：\n${ROW}\n${ROW}`, '0x9f -'],
  [
    'the stack, and not of the sentence above it',
    `Is this stop 0x9f?\n${ROW.replace('acmeflt+0x1f', 'nt!KeBugCheckEx+0x104').replace('00000000`00000001', '00000000`0000007f')}\n${ROW}`,
    '0x7f - 0x2 0x3 0x4 -',
  ],
  [
    'KeBugCheckEx below KeBugCheck2 without values',
    ROW.replace('acmeflt+0x1f', 'nt!KeBugCheck2+0x71e').replace('00000000`00000001 ', '00000000`00000000 ') +
      '\n' +
      ROW.replace('acmeflt+0x1f', 'nt!KeBugCheckEx+0x104').replace('00000000`00000001', '00000000`0000007f') +
      '\n' +
      ROW,
    '0x7f - 0x2 0x3 0x4 -',
  ],
];

for (const [name, text, expected] of PLACES) {
  test(`reads the stop code of ${name}`, () => {
    assert.equal(stopOf(text), expected);
  });
}

test("names the driver of BlueScreenView's row", () => {
  const text =
    'a.dmp 1/1/2025 ACME_STOP 0x0000001e ffffffffc0000005 fffff8012f6d94fd 0000000000000000 0000000000000001 acmeflt.sys acmeflt.sys+94fd';
  const [crash] = readCrashes([{ source: null, text }]).crashes;
  assert.deepEqual(
    crash?.facts.namedDrivers.map(({ image, by }) => [image, by]),
    [['acmeflt.sys', 'tool']],
  );
});

test('two greetings of different stops are two crashes', () => {
  const one = (args: string, site: string) =>
    `     BugCheck 50, {${args}}\n     kd> kn\n     00 f6a529a0 8051cc7f nt!KeBugCheckEx+0x1b\n     01 f6a52a00 805405d4 ${site}`;
  const { crashes } = readCrashes([
    {
      source: null,
      text: `${one('ffff0000, 1, 804f3b76, 0', 'acmevga+0x3329')}\n\nAnd on Windows 7:\n\n${one('fffe0000, 0, 82848b8e, 0', 'acmevga+0x1111')}`,
    },
  ]);
  assert.deepEqual(
    crashes.map(({ bugcheck, stack }) => [bugcheck?.args[0], stack?.frames[1]?.offset]),
    [
      ['0xffff0000', '0x3329'],
      ['0xfffe0000', '0x1111'],
    ],
  );
});

const SILENT: readonly [name: string, text: string][] = [
  [
    'a heading of an article',
    'SYSTEM_SERVICE_EXCEPTION (3b)\nThis page explains the stop code and what to do about it.',
  ],
  ['a list of stop codes', 'APC_INDEX_MISMATCH (1)\nDEVICE_QUEUE_NOT_BUSY (2)\nINVALID_AFFINITY_SET (3)'],
  [
    'a function call with four numbers',
    'memset 0x12345678 (0x00000001, 0x00000002, 0x00000003, 0x00000004) returned 0',
  ],
  [
    'a comment on the format of event 1001',
    '#  1001: "The bugcheck was: 0x000000ef (...)" (and the parameters)\n$code = $null',
  ],
  ['an address where the code stands', '*** STOP: 0xfffff801`46e94d10 is where it stopped'],
  ['one value of a stop, in a sentence', 'BUGCHECK_P1: c0000420\nis what the field looks like.'],
  ['a sentence that names code and name', '0x116 ACME_TDR_FAILURE is what it says.\nHow do I read it?'],
  [
    'a list of codes before names',
    '- 0x116 ACME_TDR_FAILURE\n- 0x117 ACME_TDR_TIMEOUT_DETECTED\n\nBugchecks 0x119 ACME_SCHEDULER_INTERNAL_ERROR too.',
  ],
  ['a question about a stop', 'How do I debug a Stop 0x1e in acmeflt.sys?'],
  ['a word with braces', 'Our tool BugCheck is {configured, by, default, here}.'],
];

for (const [name, text] of SILENT) {
  test(`makes no crash of ${name}`, () => {
    assert.deepEqual(readCrashes([{ source: null, text }]).crashes, []);
  });
}

test('the bucket of a problem signature may begin with the kind of the failure', () => {
  const signature = 'Problem Event Name:\tBlueScreen\nCode:\t3b\nParameter 1:\tc0000005\n\nBucket ID:\t';
  const bucketOf = (bucket: string) =>
    readCrashes([{ source: null, text: signature + bucket }]).crashes[0]?.failureBucket;
  assert.equal(bucketOf('AV_acmeflt!AcmeSend'), 'AV_acmeflt!AcmeSend');
  assert.equal(bucketOf('0x3B_acmeflt!AcmeSend'), '0x3B_acmeflt!AcmeSend');
  assert.equal(bucketOf('OLD_IMAGE_acmeflt.sys'), 'OLD_IMAGE_acmeflt.sys');
  assert.equal(bucketOf('1284650731'), null);
});

test('a stop that is told above fields of an analysis alone is theirs', () => {
  const fields = '\n* `MODULE_NAME: acmepwr`\n* `IMAGE_NAME: acmepwr.sys`';
  assert.equal(stopOf(`Stop 0x9f ACME_POWER_FAILED, from the dump:${fields}`), '0x9f ACME_POWER_FAILED');
  assert.equal(stopOf(`After the stop 0x9f and the stop 0x1e of last week:${fields}`), null);
});

test('takes no stop code from sentences that tell of two, or that stand below the output', () => {
  for (const text of [
    `After the stop 0x9f and the stop 0x1e of last week:\n${ROW}\n${ROW}`,
    `${ROW}\n${ROW}\nBefore that we had a BSOD 0x9f.`,
  ]) {
    assert.equal(stopOf(text), null);
  }
});
