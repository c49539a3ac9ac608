import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

/** Stop codes and arguments that are shown, but not where `!analyze` prints them. */

const knowledge = loadKnowledge();

/** What is printed of the stop, and behind the bar what it is explained as. */
function stopOf(text: string): string {
  const [diagnosed, ...more] = diagnose([{ source: null, text }], knowledge).crashes;
  assert.deepEqual(more, [], 'one crash');
  const stop = diagnosed?.crash.bugcheck;
  const printed = [stop?.code, stop?.name, ...(stop?.args ?? [])].map((value) => value ?? '-').join(' ');
  return `${printed} | ${diagnosed?.bugcheck?.code ?? '-'}`;
}

const CALL = 'nt!KeBugCheckEx';
const ROW = (args: string, site: string) => `ffffb10a\`00000010 fffff801\`2f6d94fd : ${args} : ${site}`;

const SHOWN: readonly [name: string, text: string, expected: string][] = [
  [
    'a headline above a dump that was opened and not analysed',
    'Bugcheck 1E on call to StartAcme()\n\nLoading Dump File [C:\\Windows\\Minidump\\041419-6953-01.dmp]\nWindows 10 Kernel Version 17134 MP (8 procs) Free x64\nBuilt by: 17134.1.amd64fre.rs4_release.180410-1804\nMachine Name:\nKernel base = 0xfffff803`84e92000 PsLoadedModuleList = 0xfffff803`8523f2b0',
    '0x1e - | 0x1e',
  ],
  ['a bucket', 'FAILURE_BUCKET_ID:  0x119_5_DRIVER_FAULTED_acmegfx!unknown_function', '0x119 - | 0x119'],
  ['the bucket of a live dump', 'FAILURE_BUCKET_ID:  LKD_0x144_ENDPOINT_acmehub!Reset', '0x144 - | 0x144'],
  ['a bucket with the machine in front', 'BUCKET_ID:  X64_0x7f_8_acmestor+6941', '0x7f - | 0x7f'],
  [
    'a bucket above the call that repeats it: what the call passes is not printed as arguments',
    `FAILURE_BUCKET_ID:  0x133_DPC_acmenet!Poll\n\nSTACK_TEXT:\n${ROW('00000000`00000133 00000000`00000001 00000000`00001e00 fffff801`2f6d9400', CALL)}`,
    '0x133 - | 0x133',
  ],
  [
    'arguments whose values the call repeats',
    `Arguments:\nArg1: 0000000000000003\nArg2: ffffb10a00000030\nArg3: fffff8012f6d9400\nArg4: ffffb10a00000040\n\nSTACK_TEXT:\n${ROW('00000000`0000009f 00000000`00000003 ffffb10a`00000030 fffff801`2f6d9400', CALL)}`,
    '0x9f - 0x3 0xffffb10a00000030 0xfffff8012f6d9400 0xffffb10a00000040 | 0x9f',
  ],
  [
    'blanks before the colon',
    'BUGCHECK_CODE     : d1\nBUGCHECK_P1       : 48\nBUGCHECK_P2       : 2\nBUGCHECK_P3       : 0\nBUGCHECK_P4       : fffff8012f6d94fd',
    '0xd1 - 0x48 0x2 0x0 0xfffff8012f6d94fd | 0xd1',
  ],
  [
    'the register line of the call',
    'For analysis of this file, run !analyze -v\nnt!KeBugCheckEx:\nfffff801`2f6d9400 48894c2408      mov     qword ptr [rsp+8],rcx ss:0018:ffffb10a`00000010=0000000000000139\n3: kd> !analyze -v',
    '0x139 - | 0x139',
  ],
  [
    'a name in prose above the stack of an IDE',
    'PAGE_FAULT_IN_NONPAGED_AREA is what it says\n \tnt!KiPageFault+0x463\tC/C++/ASM\n>\tacmebox!Scan+0x1a7 [C:\\w\\box\\scan.c @ 71] \tC/C++/ASM\n \tacmebox!Run+0x22 [C:\\w\\box\\run.c @ 38] \tC/C++/ASM',
    '- PAGE_FAULT_IN_NONPAGED_AREA | 0x50',
  ],
  [
    'two names in prose above a stack: either may be the other crash',
    'PAGE_FAULT_IN_NONPAGED_AREA and SYSTEM_SERVICE_EXCEPTION are what it says\n \tnt!KiPageFault+0x463\tC/C++/ASM\n>\tacmebox!Scan+0x1a7 [C:\\w\\box\\scan.c @ 71] \tC/C++/ASM\n \tacmebox!Run+0x22 [C:\\w\\box\\run.c @ 38] \tC/C++/ASM',
    '- - | -',
  ],
  [
    'the function that raises it alone',
    '# Child-SP          RetAddr               Call Site\n00 ffffb10a`00000010 fffff801`2f6d94fd     nt!KeBugCheckEx\n01 ffffb10a`00000020 fffff801`2f6d9500     nt!PspCatchCriticalBreak+0x115\n02 ffffb10a`00000030 fffff801`2f6d9600     nt!PspTerminateAllThreads+0x2a1',
    '- - | 0xef',
  ],
  [
    'the handler that passes one stop on',
    ' # Call Site\n00 nt!KeBugCheckEx\n01 nt!KiBugCheckDispatch\n02 nt!KiSystemServiceHandler\n03 nt!RtlpExecuteHandlerForException\n04 acmefs!Lookup',
    '- - | 0x3b',
  ],
  [
    'the handler that may pass on either of two',
    ' # Call Site\n00 nt!KeBugCheckEx\n01 nt!KiBugCheckDispatch\n02 nt!KiPageFault\n03 acmefs!Lookup',
    '- - | -',
  ],
  [
    'the same handler amid a stack that shows another end',
    ' # Call Site\n00 nt!KeBugCheckEx\n01 acmefs!Stop\n02 nt!KiSystemServiceHandler\n03 acmefs!Lookup',
    '- - | -',
  ],
];

for (const [name, text, expected] of SHOWN) {
  test(`reads the stop of ${name}`, () => {
    assert.equal(stopOf(text), expected);
  });
}

const ARGUMENTS: readonly [name: string, text: string, expected: string][] = [
  [
    'cells of a table, blank lines between',
    'SYSTEM_SERVICE_EXCEPTION (3b)\n\nName\tValue\n\n\nArg1\t0xC0000005\tthe exception\n\n\nArg2\tfffff8012f6d94fd\twhere\n\n\nArg3\t0xFFFFB10A00000040\tthe context\n\n\nArg4\t0x0\t-\n\nSTACK_TEXT:\n',
    '0xc0000005 0xfffff8012f6d94fd 0xffffb10a00000040 0x0',
  ],
  [
    'a table with bars',
    'BUGCHECK_STR:  0xD1\n\n| Arg1 | 0x48 | memory |\n| Arg2 | 0x2 | IRQL |\n| Arg3 | 0x1 | write |\n| Arg4 | 0xfffff8012f6d94fd | code |',
    '0x48 0x2 0x1 0xfffff8012f6d94fd',
  ],
  [
    'a list in bold with remarks',
    'BUGCHECK_STR:  0x50\n\n**Parameter 1**: 0xffffb10a00000040 <- not mapped\n**Parameter 2**: 0x0 <- a read\n**Parameter 3**: 0xfffff8012f6d94fd <- ours\n**Parameter 4**: 0x2',
    '0xffffb10a00000040 0x0 0xfffff8012f6d94fd 0x2',
  ],
  [
    'a value in the line below its label',
    'CRITICAL_STRUCTURE_CORRUPTION (109)\nArguments: Arg1: a3a00000000000e5, Reserved Arg2: b3b7000000000368, Reserved Arg3:\nfffff8012f6d94fd, Failure type dependent information Arg4: 0000000000000001,\nType of corrupted region',
    '0xa3a00000000000e5 0xb3b7000000000368 0xfffff8012f6d94fd 0x1',
  ],
  [
    'a title',
    'BSOD 50: ffffb10a00000040,0,fffff8012f6d94fd,2 when the scanner starts',
    '0xffffb10a00000040 0x0 0xfffff8012f6d94fd 0x2',
  ],
  [
    'a list below the system error, marks parted by a formatter',
    '* **Fatal System Error : 0x0000007e\n(0xFFFFFFFFC0000005, 0xFFFFF8012F6D94FD, 0xFFFFB10A00000010, 0xFFFFB10A00000020)',
    '0xffffffffc0000005 0xfffff8012f6d94fd 0xffffb10a00000010 0xffffb10a00000020',
  ],
  [
    'points with one value each below the system error',
    '* **Fatal System Error: 0x00000139**\n  * 0x0000000000000003\n  * 0xFFFFB10A00000010\n  * 0xFFFFB10A00000020\n  * 0x0000000000000000',
    '0x3 0xffffb10a00000010 0xffffb10a00000020 0x0',
  ],
  [
    'a remark behind the code',
    'BUGCHECK_CODE:  13a   (arg1 0x12, heap corruption)\nPROCESS_NAME:  acmesvc.exe',
    '0x12 - - -',
  ],
];

for (const [name, text, expected] of ARGUMENTS) {
  test(`reads the arguments of ${name}`, () => {
    assert.equal(
      stopOf(text)
        .replace(/^\S+ \S+ /, '')
        .replace(/ \| .*/, ''),
      expected,
    );
  });
}

const NO_STOP: readonly [name: string, text: string][] = [
  ['a table of what arguments mean', 'Arg1 0x0 a page that is not there\nArg2 0x1 a write\nArg3 0x2 reserved'],
  [
    'a page of documentation',
    'Parameter 1: 0x1\nParameter 2: the address\nParameter 3: 0x0\n\nCause: a driver waited too long.',
  ],
  ['one argument in a sentence', 'Arg1 0xfffff8012f6d94fd is what they ask about in the course.'],
];

for (const [name, text] of NO_STOP) {
  test(`makes no stop of ${name}`, () => {
    assert.deepEqual(diagnose([{ source: null, text }], knowledge).crashes, []);
  });
}
