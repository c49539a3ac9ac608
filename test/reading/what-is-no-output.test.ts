import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

/** What stands between pieces of output, and pieces of output that mean something else than they look like. */

const knowledge = loadKnowledge();

function read(text: string) {
  return diagnose([{ source: null, text }], knowledge).crashes;
}

const POWER = `DRIVER_POWER_STATE_FAILURE (9f)
Arguments:
Arg1: 0000000000000003, A device object has been blocking an Irp for too long a time
Arg2: ffffad8f6b1d4060, Physical Device Object of the stack
Arg3: fffff8013bb12850, nt!TRIAGE_9F_POWER
Arg4: ffffad8f77d7ab20, The blocked IRP
`;

test('a failure bucket that a report is titled with is read; one within a sentence is none', () => {
  const [titled] = read(`0x9F_3_POWER_DOWN_IMAGE_acmevpn.sys\n\n${POWER}`);
  assert.equal(titled?.crash.failureBucket, '0x9F_3_POWER_DOWN_IMAGE_acmevpn.sys');
  const [told] = read(`We often see 0x9F_3_POWER_DOWN_IMAGE_acmevpn.sys here\n\n${POWER}`);
  assert.equal(told?.crash.failureBucket, null);
});

test('a bucket is no file, the file that it ends in is one', () => {
  const [crash] = read(
    `${POWER}\nThe bucket is \`0x9F_3_acmecard_IMAGE_pci.sys\`. This indicates that the responsible driver is acmecard.sys.\n`,
  );
  const names = crash?.judgement.suspects.map(({ driver }) => driver) ?? [];
  assert.ok(!names.some((name) => name.includes('0x9f')), `${names}`);
  assert.ok(names.includes('acmecard.sys'), `${names}`);
});

test('a bucket in a sentence ends before the marks behind it', () => {
  const bucket = (line: string) => read(`${POWER}\n${line}\n`)[0]?.crash.failureBucket;
  assert.equal(
    bucket('FAILURE_BUCKET_ID: 0x133_ISR_acmegpio!unknown_function`. **Not** another'),
    '0x133_ISR_acmegpio!unknown_function',
  );
  assert.equal(bucket('FAILURE_BUCKET_ID:  AV_acmeflt!Acme::Send<int>'), 'AV_acmeflt!Acme::Send<int>');
  assert.equal(
    bucket('One sees it fail: "FAILURE_BUCKET_ID:0x5A_c0000428_IMAGE_acmeenc.sys".'),
    '0x5A_c0000428_IMAGE_acmeenc.sys',
  );
});

const SESSION = (process: string, place: string) => `(${process}): Access violation - code c0000005 (first chance)
First chance exceptions are reported before any exception handling.
eax=00000001 ebx=0028a0dc ecx=0984a7c0 edx=00006ff0 esi=0980a800 edi=00000100
eip=6ac4a701 esp=0028acc8 ebp=0028acf4 iopl=0         nv up ei pl nz na pe nc
cs=0023  ss=002b  ds=002b  es=002b  fs=0053  gs=002b             efl=00210206
acmeimg!${place}+0xe4:
6ac4a701 0fb711          movzx   edx,word ptr [ecx]       ds:002b:0984a7c0=????
0:000> kb
ChildEBP RetAddr  Args to Child
0028acf4 6ac495bd 0028a0dc ff837a84 00004000 acmeimg!${place}+0xe4
0028ad28 6ac4b117 0028a0dc 0028aa54 00002100 acmeimg!Extract+0xec
`;

test('an exception of another process begins another crash, one of another thread does not', () => {
  assert.equal(
    read(`${SESSION('7c1c.93b0', 'FillWords')}\nA similar crash:\n${SESSION('62a8.4d70', 'FillBytes')}`).length,
    2,
  );
  assert.equal(
    read(`${SESSION('7c1c.93b0', 'FillWords')}\nOnce more:\n${SESSION('7c1c.4d70', 'FillWords')}`).length,
    1,
  );
});

test('who allocated a block is not the stack of the crash', () => {
  const [first = '', second = ''] = SESSION('4c84.1e3c', 'Draw').split('0:000> kb');
  const heap = `0:000> !heap -p -a 13840368
    address 13840368 found in
    _DPH_HEAP_ROOT @ bd61000
    66d6a8d0 verifier!AVrfDebugPageHeapAllocate+0x00000240
    77304b26 ntdll!RtlDebugAllocateHeap+0x0000003c
    7725e3e6 ntdll!RtlpAllocateHeap+0x000000f6
    0e96acd9 acmeview!Main+0x00003ed9

`;
  const [crash] = read(`${first}${heap}0:000> kb${second}`);
  assert.deepEqual(
    crash?.crash.stack?.frames.map(({ function: name }) => name),
    ['Draw', 'Extract'],
  );
});

const LOOK = `kd> kvn
 # ChildEBP RetAddr  Args to Child
00 a3633ad8 95c9253a 00130000 002bfea0 95c101ce win32k!AcmeFlatten+0x28 (FPO: [Non-Fpo])
01 a3633ae4 95c101ce 00000001 00000294 fe763360 win32k!AcmeFlattenAll+0x23 (FPO: [0,0,4])
02 a3633a28 829ab173 0701062d 002bfea8 7721a364 win32k!NtGdiAcme+0x50 (FPO: [Non-Fpo])
`;
const STOPPED = `
*******************************************************************************
*                        Bugcheck Analysis                                    *
*******************************************************************************

BugCheck 50, {c8c4c1d0, 1, 8f18a72e, 2}
Probably caused by : win32k.sys ( win32k!AcmeFlatten+82 )

kd> kv
ChildEBP RetAddr  Args to Child
a03aa8fc 811a2816 00000050 c8c4c1d0 00000001 nt!KeBugCheckEx+0x19
a03aaa14 8f18a72e 00000001 c8c4c1d0 00000000 nt!KiTrap0E+0xdc (FPO: [0,0] TrapFrame @ a03aaa2c)
a03aabac 8f103c28 0124eba0 a03aabd8 8f248f79 win32k!AcmeFlatten+0x82 (FPO: [Non-Fpo])
`;

test('a listing before the machine was let run is not the stack of the stop that it came to', () => {
  const [crash] = read(`${LOOK}kd> g\n${STOPPED}`);
  assert.equal(crash?.crash.stack?.frames[0]?.function, 'KeBugCheckEx');
});

test('equations below a stack are those of source code', () => {
  const code = `${STOPPED}
     code = 0x96002404
     outlen = 0x0
     outbuf = 0xffff0000
`;
  const next = read(code)[0]?.judgement.nextCommands.map(({ command }) => command) ?? [];
  assert.ok(!next.some((command) => command.includes('0x96002404')), `${next}`);
});

test('a value that a site glued to the name of the next field ends before it', () => {
  const text = `EXCEPTION_PARAMETER1:  00000000EXCEPTION_PARAMETER2:  00000000 BUGCHECK_STR:  0x1E_0
DEFAULT_BUCKET_ID:  DRIVER_FAULT PROCESS_NAME:  System
SYMBOL_NAME:  acmesp+af5 FOLLOWUP_NAME:  MachineOwner MODULE_NAME:
acmespIMAGE_NAME:  acmesp.sys DEBUG_FLR_IMAGE_TIMESTAMP:  3cc859dd
`;
  const [crash] = read(text);
  assert.deepEqual([crash?.crash.module, crash?.crash.image], ['acmesp', 'acmesp.sys']);
});
