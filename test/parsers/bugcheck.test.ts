import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BugcheckFact } from '#src/diagnosis/facts.ts';
import { bugcheckCommand } from '#src/diagnosis/parsers/stop-code/bugcheck-command.ts';
import { bugcheckHeader } from '#src/diagnosis/parsers/stop-code/bugcheck-header.ts';
import { bugcheckInline } from '#src/diagnosis/parsers/stop-code/bugcheck-inline.ts';
import { bugcheckListed } from '#src/diagnosis/parsers/stop-code/bugcheck-listed.ts';
import { bugcheckName } from '#src/diagnosis/parsers/stop-code/bugcheck-name.ts';
import { event41 } from '#src/diagnosis/parsers/stop-code/event-41.ts';
import { PROSE, sectionOf } from './section-of.ts';

const PARSERS = [bugcheckHeader, bugcheckListed, event41, bugcheckCommand, bugcheckInline, bugcheckName];

function stops(text: string, command: string | null = null): BugcheckFact[] {
  const section = sectionOf(command, text);
  return PARSERS.flatMap((parser) => (parser.accepts(section) ? (parser.read(section).bugchecks ?? []) : []));
}

function show({ origin, code, name, args }: BugcheckFact): string {
  return [origin, code, name, args.join(' ')].join(' | ');
}

const FORMS: readonly { name: string; text: string; expected: string }[] = [
  {
    name: 'the header of !analyze',
    text: 'DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)\nAn attempt was made to access bad memory.\nArguments:\nArg1: fffff80000000008, memory referenced\nArg2: 0000000000000002, IRQL\nArg3: 0000000000000000, value 0 = read operation\nArg4: fffff8012f6d94fd, address which referenced memory',
    expected: 'analyze-header | 0xd1 | DRIVER_IRQL_NOT_LESS_OR_EQUAL | 0xfffff80000000008 0x2 0x0 0xfffff8012f6d94fd',
  },
  {
    name: 'a header whose underscores became blanks',
    text: 'PAGE FAULT IN NONPAGED AREA (50)\nInvalid system memory was referenced. Arguments:\nArg1: fffff80000000008, memory\nArg3: fffff8057b5694fd, address',
    expected: 'analyze-header | 0x50 | PAGE_FAULT_IN_NONPAGED_AREA | 0xfffff80000000008  0xfffff8057b5694fd ',
  },
  {
    name: 'arguments whose header was cut away',
    text: 'Arguments:\nArg1: 00000018940ffbe8\nArg2: 0000000000000003',
    expected: 'analyze-header |  |  | 0x18940ffbe8 0x3  ',
  },
  {
    name: 'a zero that has too many digits',
    text: 'ACME_STOP (fc)\nArg1: fffff8032addb290, x\nArg4: 0000000000000000000000, (reserved)',
    expected: 'analyze-header | 0xfc | ACME_STOP | 0xfffff8032addb290   0x0',
  },
  {
    name: '.bugcheck',
    text: 'Bugcheck code 000000D1\nArguments 00000000`00000008 00000000`00000002 00000000`00000000 fffff801`2f6d94fd',
    expected: 'bugcheck-command | 0xd1 |  | 0x8 0x2 0x0 0xfffff8012f6d94fd',
  },
  {
    name: "the debugger's greeting",
    text: 'BugCheck 1000008E, {c0000005, bf920e48, baf75b38, 0}',
    expected: 'bugcheck-command | 0x1000008e |  | 0xc0000005 0xbf920e48 0xbaf75b38 0x0',
  },
  {
    name: '!mex.di',
    text: 'Bugcheck: 139 (1D, FFFFB88F1487EC30, FFFFB88F1487EB88, 0)',
    expected: 'session-banner | 0x139 |  | 0x1d 0xffffb88f1487ec30 0xffffb88f1487eb88 0x0',
  },
  {
    name: 'the blue screen up to Windows 7',
    text: '*** STOP: 0x000000D1 (0x0000000C,0x00000002,0x00000000,0xF86B5A89)',
    expected: 'stop-screen | 0xd1 |  | 0xc 0x2 0x0 0xf86b5a89',
  },
  {
    name: 'what the kernel tells an attached debugger, arguments below',
    text: '*** Fatal System Error: 0x000000c4\n                       (0x0000000000020005,0xFFFFF88000E16F50,0x0000000000000000,0x0000000000000000)',
    expected: 'stop-screen | 0xc4 |  | 0x20005 0xfffff88000e16f50 0x0 0x0',
  },
  {
    name: 'a stop cut inside its last argument',
    text: '*** STOP: 0x000000D1 (0xFFFFC10A4D8E7038,0x0000000000000002,0x0000000000000000,0xFFFFF80A2\nC5D4A10)',
    expected: 'stop-screen | 0xd1 |  | 0xffffc10a4d8e7038 0x2 0x0 0xfffff80a2c5d4a10',
  },
  {
    name: 'event 1001',
    text: 'The computer has rebooted from a bugcheck.  The bugcheck was: 0x0000009f (0x0000000000000003, 0xffff8a0123456060, 0xfffff80412345678, 0xffff8a0198765010). A dump was saved in: C:\\Windows\\MEMORY.DMP.',
    expected: 'event-log | 0x9f |  | 0x3 0xffff8a0123456060 0xfffff80412345678 0xffff8a0198765010',
  },
  {
    name: 'event 1001 of Chinese Windows',
    text: '计算机已经从检测错误后重新启动。检测错误: 0x0000009f (0x3, 0x4, 0x5, 0x6)。',
    expected: 'event-log | 0x9f |  | 0x3 0x4 0x5 0x6',
  },
  {
    name: 'event 41, which counts in decimal',
    text: 'BugcheckCode 159\nBugcheckParameter1 0x3\nBugcheckParameter2 0xffff8a0123456060\nBugcheckParameter3 0x0\nBugcheckParameter4 0x1',
    expected: 'event-log | 0x9f |  | 0x3 0xffff8a0123456060 0x0 0x1',
  },
  {
    name: 'event 41 as XML',
    text: '<Data Name="BugcheckCode">209</Data>\n<Data Name="BugcheckParameter1">0x8</Data>',
    expected: 'event-log | 0xd1 |  | 0x8   ',
  },
  {
    name: 'a problem signature',
    text: '  BCCode:\td1\n  BCP1:\t0000000000000008\n  BCP2:\t0000000000000002'.replaceAll('\t', ' '),
    expected: 'event-log | 0xd1 |  | 0x8 0x2  ',
  },
  {
    name: 'BUGCHECK_CODE and BUGCHECK_P1',
    text: 'BUGCHECK_CODE:  19\n\nBUGCHECK_P1: 22\n\nBUGCHECK_P2: ffffbd06d46e0000\n\nBUGCHECK_P3: 1\n\nBUGCHECK_P4: 0',
    expected: 'analyze-fields | 0x19 |  | 0x22 0xffffbd06d46e0000 0x1 0x0',
  },
  {
    name: 'BlueScreenView',
    text: 'Bug Check String  : DRIVER_POWER_STATE_FAILURE\nBug Check Code    : 0x0000009f\nParameter 1       : 00000000`00000003\nParameter 2       : ffff8a01`23456060',
    expected: 'tool | 0x9f | DRIVER_POWER_STATE_FAILURE | 0x3 0xffff8a0123456060  ',
  },
  {
    name: 'WhoCrashed',
    text: 'Bugcheck code: 0xD1 (0x8, 0x2, 0x0, 0xFFFFF8012F6D94FD)',
    expected: 'tool | 0xd1 |  | 0x8 0x2 0x0 0xfffff8012f6d94fd',
  },
  {
    name: 'the blue screen since Windows 8',
    text: 'Stop code: DRIVER_IRQL_NOT_LESS_OR_EQUAL\nWhat failed: acmeflt.sys',
    expected: 'stop-screen |  | DRIVER_IRQL_NOT_LESS_OR_EQUAL | ',
  },
  {
    name: 'the same in blanks and with its code',
    text: 'Stop Code: MEMORY MANAGEMENT (0x1A)',
    expected: 'stop-screen | 0x1a | MEMORY_MANAGEMENT | ',
  },
  {
    name: 'the Chinese blue screen',
    text: '终止代码: DRIVER_POWER_STATE_FAILURE',
    expected: 'stop-screen |  | DRIVER_POWER_STATE_FAILURE | ',
  },
  { name: 'BUGCHECK_STR', text: 'BUGCHECK_STR:  0x9F_3_POWER_DOWN', expected: 'bucket | 0x9f |  | ' },
];

for (const { name, text, expected } of FORMS) {
  test(`reads ${name}`, () => {
    assert.deepEqual(stops(text).map(show), [expected]);
  });
}

test('takes over what the paste says of each argument, also over several lines', () => {
  const [stop] = stops(
    'POWER_ACME (9f)\nArguments:\nArg1: 00000004, The power transition timed out waiting to\n        synchronize with Pnp.\nArg2: 00000258, Timeout in seconds.',
  );
  assert.deepEqual(stop?.argTexts, [
    'The power transition timed out waiting to synchronize with Pnp.',
    'Timeout in seconds.',
    '',
    '',
  ]);
  assert.deepEqual(stop?.lines, [1, 5]);
});

test('reads arguments that somebody lists as code, without a colon or with one', () => {
  const [stop] = stops('- Arg1 `0x3`\n- Arg3 `0xC000009A STATUS_ACME`\n* Arg4: `0xffff8a0123456060`');
  assert.deepEqual(stop?.args, ['0x3', null, '0xc000009a', '0xffff8a0123456060']);
  assert.equal(stop?.argTexts[2], 'STATUS_ACME');
  assert.deepEqual(stops('Arg1 `8` of our own function'), []);
});

test('two headers are two stops', () => {
  const text = 'A_B (1e)\nArg1: 0000000000000001, x\nC_D (d1)\nArg1: 0000000000000002, y';
  assert.deepEqual(
    stops(text).map(({ code, args }) => [code, args[0]]),
    [
      ['0x1e', '0x1'],
      ['0xd1', '0x2'],
    ],
  );
});

const SILENT: readonly { name: string; text: string }[] = [
  { name: 'prose', text: PROSE },
  {
    name: 'codes in a chat',
    text: '第二次为 bugcheck 为 0XD1 的蓝屏\nWe saw DRIVER_POWER_STATE_FAILURE (9f) and bugcheck 1e last week.',
  },
  { name: 'a list of names with codes', text: 'DRIVER_POWER_STATE_FAILURE (9f)\nMEMORY_MANAGEMENT (1a)' },
  { name: 'event 41 after a power loss', text: 'BugcheckCode 0\nBugcheckParameter1 0x0' },
  { name: 'BUGCHECK_STR of an application', text: 'BUGCHECK_STR:  80000003' },
  { name: 'a sentence on stopping', text: 'Please stop: 3 machines are affected.' },
];

for (const { name, text } of SILENT) {
  test(`sees no stop code in ${name}`, () => {
    const printed = stops(text).filter(({ origin }) => origin !== 'words');
    assert.deepEqual(printed, []);
  });
}

test('what follows a reserved argument is about the whole stop', () => {
  const [stop] = stops(
    'REFERENCE_BY_POINTER (18)\nArguments:\nArg1: 0000000000000000, Object type\nArg2: ffff970780ddf000, Object\nArg3: 0000000000000010, Reserved\nArg4: ffff970780ddef21, Reserved\n\tThe reference count of an object is illegal.',
  );
  assert.equal(stop?.argTexts[3], 'Reserved');
});
