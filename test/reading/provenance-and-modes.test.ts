import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PARSERS } from '#src/diagnosis/parsers/index.ts';
import type { Parser } from '#src/diagnosis/parsers/parser.ts';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';

test('cites the line of each argument, and that line for what is missing or damaged', () => {
  const text =
    'ACME_STOP (d1)\nIt stopped.\nArguments:\nArg1: fffffffffffffe8, memory referenced\nArg2: 0000000000000002, IRQL\nArg4: fffff8012f6d94fd, address\n\nPROCESS_NAME:  System';
  const { crashes, warnings } = readCrashes([{ source: null, text }]);
  assert.deepEqual(crashes[0]?.bugcheck?.argLines, [[4, 4], [5, 5], null, [6, 6]]);
  assert.deepEqual(
    [crashes[0]?.facts.damages, crashes[0]?.facts.cuts].map((list) => list?.map(({ what, lines }) => [what, lines])),
    [
      [['Arg1', [4, 4]]],
      [
        ['Arg3', [5, 5]],
        ['!analyze -v', [8, 8]],
      ],
    ],
  );
  assert.deepEqual(
    warnings.map(({ line }) => line),
    [4, 5, 8],
  );
});

test('an argument that only another place prints cites that place', () => {
  const text =
    'ACME_STOP (d1)\nArguments:\nArg1: 0000000000000048, memory\nArg2: 0000000000000002, IRQL\n\nBUGCHECK_CODE:  d1\nBUGCHECK_P1: 48\nBUGCHECK_P2: 2\nBUGCHECK_P3: 0\nBUGCHECK_P4: fffff8012f6d94fd\n';
  const [crash] = readCrashes([{ source: null, text }]).crashes;
  assert.deepEqual(crash?.bugcheck?.argLines, [
    [3, 3],
    [4, 4],
    [9, 9],
    [10, 10],
  ]);
});

test('a parser that breaks is a warning that names it and its lines, and hides nothing else', () => {
  const broken: Parser = {
    command: '!acme',
    marks: [],
    accepts: (section) => section.command === '!acme',
    read: () => {
      throw new Error('not understood');
    },
  };
  const text =
    'kd> .bugcheck\nBugcheck code 000000D1\nArguments 00000048 00000002 00000000 f86b5a89\nkd> !acme\nf86b5a89 x';
  const { crashes, warnings } = readCrashes([{ source: null, text }], [broken, ...PARSERS]);
  assert.equal(crashes[0]?.bugcheck?.code, '0xd1');
  assert.deepEqual(
    warnings.map(({ line }) => line),
    [4],
  );
  assert.match(warnings[0]?.text.en ?? '', /lines 4-5.*!acme/);
  assert.match(warnings[0]?.text.zh ?? '', /4-5.*!acme/);
});

test('Chinese warnings use full-width punctuation', () => {
  const text = 'ACME_STOP (d1)\nArguments:\nArg1: fffffffffffffe8, memory referenced\nArg2: 0000000000000002, IRQL\n';
  const { warnings } = readCrashes([
    { source: null, text },
    { source: 'long', text: `${'x'.repeat(999)}\n`.repeat(9000) },
  ]);
  assert.ok(warnings.length > 3);
  for (const { text: said } of warnings) {
    assert.doesNotMatch(said.zh, /[\u4e00-\u9fff] ?[,:;?!]|[,:;?!] ?[\u4e00-\u9fff]/);
  }
});

const MODES: readonly [name: string, text: string, kind: string][] = [
  [
    'registers of user mode',
    'eax=00000000 ebx=000e3e04 ecx=fffffff8 edx=fffffffc esi=000e3e00 edi=00000004\neip=7c84cca2 esp=00aaf9ac ebp=00aaf9d4 iopl=0 nv up ei pl nz ac po cy\ncs=001b  ss=0023  ds=0023  es=0023  fs=003b  gs=0000 efl=00010213',
    'user',
  ],
  [
    'registers of the kernel',
    'eax=00000000 ebx=000e3e04 ecx=fffffff8 edx=fffffffc esi=000e3e00 edi=00000004\neip=8c84cca2 esp=8caaf9ac ebp=8caaf9d4 iopl=0 nv up ei pl nz ac po cy\ncs=0008  ss=0010  ds=0023  es=0023  fs=0030  gs=0000 efl=00010213',
    'kernel',
  ],
  [
    'a stack of an application',
    'STACK_TEXT:\n00aaf9d4 7c83cfd7 00000b3c 00000004 00000000 ntdll!RtlWait+0xdf\n00aaf9f4 4ab82f4a 000e3e00 00aafbec 00000000 acmeapp!Main+0x25',
    'user',
  ],
  [
    'a stack that enters an application',
    'STACK_TEXT:\na03ab494 8111c87d 00000003 c17b60e1 cccccccc nt!KiFastCallEntry+0x12c\n0016fcf4 76b1552b 0124147f 1c010779 00000040 ntdll!KiFastSystemCallRet',
    'kernel',
  ],
  [
    'an exception and the instruction of an application',
    '(1f3c.2a8): Access violation - code c0000005 (first/second chance not available)\nacmelib!Parse+0x17:\n00007ffa`1b2c3d47 8b01            mov     eax,dword ptr [rcx] ds:00000000`00000000=????????',
    'user',
  ],
  [
    'an exception and the instruction of a driver',
    'Access violation - code c0000005 (!!! second chance !!!)\nacmeflt!Parse+0x17:\nfffff804`1b2c3d47 8b01            mov     eax,dword ptr [rcx] ds:002b:00000000`00000000=????????',
    'kernel',
  ],
];

for (const [name, text, kind] of MODES) {
  test(`${name} without a prompt: ${kind}`, () => {
    assert.deepEqual(
      readCrashes([{ source: null, text }]).crashes.map((crash) => crash.kind),
      [kind],
    );
  });
}

test('the banner of a kernel session alone is debugger output', () => {
  const text =
    'Windows 10 Kernel Version 19041 MP (8 procs) Free x64\nKernel base = 0xfffff803`7b210000 PsLoadedModuleList = 0xfffff803`7b4e9850';
  assert.deepEqual(
    readCrashes([{ source: null, text }]).crashes.map(({ kind, mentions }) => [kind, mentions]),
    [['kernel', [[2, 2]]]],
  );
});
