import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import type { NextCommand } from '#src/diagnosis/verdict/verdict.ts';
import { analyze, stackText } from '../verdict/debugger-text.ts';

const knowledge = loadKnowledge();

function next(text: string): readonly NextCommand[] {
  return diagnose([{ source: null, text }], knowledge).crashes[0]?.judgement.nextCommands ?? [];
}

function commands(text: string): string[] {
  return next(text).map(({ command }) => command);
}

const EVENT = `Event ID:      1001
The computer has rebooted from a bugcheck.  The bugcheck was: 0x0000009f (0x0000000000000003, 0xffffaa8f1d2b3060, 0xfffff8026c07f850, 0xffffaa8f2c8c9010). A dump was saved in: C:\\Windows\\MEMORY.DMP.
`;

test('where an event alone names the dump, that is to be opened before anything is asked of it', () => {
  const [first, second] = next(EVENT);
  assert.equal(first?.command, '!analyze -v');
  assert.match(first?.why.en ?? '', /^Open the dump, C:\\Windows\\MEMORY\.DMP, first/);
  assert.match(first?.why.zh ?? '', /C:\\Windows\\MEMORY\.DMP/);
  assert.match(second?.command ?? '', /^!irp /);
});

test('a viewer that names the dump is no debugger either', () => {
  const viewer = `Dump File         : 112526-9843-01.dmp
Bug Check String  : DRIVER_IRQL_NOT_LESS_OR_EQUAL
Bug Check Code    : 0x000000d1
Parameter 1       : 00000000\`00000028
Parameter 2       : 00000000\`00000002
Parameter 3       : 00000000\`00000000
Parameter 4       : fffff807\`63a1b7c4
Caused By Driver  : acmewl6.sys
Caused By Address : acmewl6.sys+6b7c4
`;
  assert.match(next(viewer)[0]?.why.en ?? '', /^Open the dump, 112526-9843-01\.dmp, first/);
  assert.ok(!commands(viewer).includes('k'));
});

test('the error report of Windows is no opened dump either', () => {
  const report =
    'BCCode: d1\nBCP1: 0000000000000028\nBCP2: 0000000000000002\nBCP3: 0000000000000000\nBCP4: FFFFF8800ABCD123';
  assert.equal(commands(report)[0], '!analyze -v');
});

test('a dump that was opened is not asked to be opened; one that nobody names is, without a name', () => {
  const opened = `${EVENT}\n${analyze('9f', ['3', 'ffffaa8f1d2b3060', 'fffff8026c07f850', 'ffffaa8f2c8c9010'])}IMAGE_NAME:  pci.sys\n`;
  assert.ok(!commands(opened).includes('!analyze -v'), commands(opened).join());
  const [first] = next(EVENT.replace(/ A dump.*/, ''));
  assert.equal(first?.command, '!analyze -v');
  assert.match(first?.why.en ?? '', /or the newest file in/);
  assert.ok(next(EVENT.replace('MEMORY.DMP', '[x](http://evil).DMP')).every(({ why }) => !why.en.includes('evil')));
});

const CLOCK = [
  'nt!KeBugCheckEx',
  'nt!KeAccumulateTicks+0x16f2d2',
  'nt!KiUpdateRunTime+0x5d',
  'nt!KeClockInterruptNotify+0x2e3',
];
const DPCS = ['nt!KiExecuteAllDpcs+0x30e', 'nt!KiRetireDpcList+0x1f4', 'nt!KiIdleLoop+0x9e'];
const WATCHDOG = analyze('133', ['1', '1e00', 'fffff80520efb320', '0']);

test('a driver that waits for a spin lock sends to the other processors, once', () => {
  const waits = `${WATCHDOG}${stackText(...CLOCK, 'nt!KiInterruptDispatchNoLockNoEtw+0x37', 'nt!KxWaitForSpinLockAndAcquire+0x2b', 'nt!KeAcquireSpinLockAtDpcLevel+0x5d', 'acmegpu+0x1c2a3f', 'acmegpu+0x1b117f', ...DPCS)}`;
  assert.ok(commands(waits).includes('!running -it'), commands(waits).join());
  const runs = waits.replace(/nt!K\w+SpinLock\w*/g, 'nt!KeStallExecutionProcessor');
  assert.ok(!commands(runs).slice(0, 1).includes('!running -it'));
});

function waiting(...sites: readonly string[]): string {
  const rows = ['nt!KiSwapContext+0x76', 'nt!KiSwapThread+0x500', 'nt!KiCommitThreadWait+0x14f', ...sites];
  return ` # Child-SP          RetAddr               Call Site\n${rows
    .map((site, at) => `0${at} ffffb38c\`5f6f6c${at}8 fffff807\`30a29b69     ${site}`)
    .join('\n')}\n`;
}

test('what a thread waits for decides who is asked: locks are listed for resources alone', () => {
  assert.deepEqual(commands(waiting('nt!KeWaitForSingleObject+0x233', 'acmeusb+0x7c010')).slice(0, 2), [
    '!thread',
    '!stacks 2',
  ]);
  const resource = waiting(
    'nt!KeWaitForSingleObject+0x233',
    'nt!ExpWaitForResource+0x6f',
    'nt!ExAcquireResourceExclusiveLite+0x1dd',
    'Ntfs!NtfsAcquireFcb+0x41',
  );
  assert.deepEqual(commands(resource).slice(0, 2), ['!locks', '!stacks 2']);
});

const ROWS = (names: readonly string[]) =>
  `0: kd> kc\n # Call Site\n${names.map((name, at) => `0${at} ${name}`).join('\n')}\n`;

test('of a full stack that is cut the sizes of all frames are asked for, of another one the rest', () => {
  const below = ['acmefs!Walk', 'acmefs!Open'];
  assert.equal(commands(ROWS(['nt!KeBugCheckEx', 'nt!KiDoubleFaultAbort', ...below]))[0], 'kf 100');
  assert.ok(!commands(ROWS(['nt!KeBugCheckEx', 'nt!KiPageFault', ...below])).includes('kf 100'));
});

const ENDED = 'nt!KeBugCheckEx nt!PspCatchCriticalBreak nt!NtTerminateProcess nt!KiSystemServiceCopyEnd'.split(' ');

test('who ended a process that Windows needs is asked for by its module', () => {
  const way = ['ntdll!NtTerminateProcess', 'KERNELBASE!TerminateProcess'];
  const [ended] = next(ROWS([...ENDED, ...way, 'acmeclean!Sweep'])).filter(
    ({ command }) => command === 'lmvm acmeclean',
  );
  assert.match(ended?.why.en ?? '', /^acmeclean!Sweep asked for the end of the process/);
});

test('nobody is asked for where Windows ended itself, or a heap found damage', () => {
  const ends = [
    ['ntdll!NtTerminateProcess', 'smss!SmpTerminate'],
    ['ntdll!RtlpLogHeapFailure', 'ntdll!RtlFreeHeap', 'acmeclean!Sweep'],
    ['ntdll!ZwTerminateProcess'],
  ];
  for (const end of ends) {
    assert.deepEqual(
      commands(ROWS([...ENDED, ...end])).filter((one) => one.startsWith('lmvm')),
      [],
      end.join(' '),
    );
  }
});

test('an instruction that no processor has asks for no other version of the driver', () => {
  const stop = (instruction: string) =>
    `SYSTEM_THREAD_EXCEPTION_NOT_HANDLED (7e)\nArguments:\nArg1: ffffffffc000001d\nArg2: fffff80562341092\nArg3: ffff8a0c51b0e7c8\nArg4: ffff8a0c51b0e010\n\nFAULTING_IP:\nacmeflt+1092\nfffff805\`62341092 ${instruction}\n\nIMAGE_NAME:  acmeflt.sys\n`;
  const steps = (text: string) =>
    diagnose([{ source: null, text }], knowledge).crashes[0]?.judgement.recommendations.map(({ id }) => id) ?? [];
  assert.ok(steps(stop('f3480fb8c1      popcnt  rax,rcx')).includes('older-driver-for-this-processor'));
  assert.ok(!steps(stop('0f0b            ud2')).includes('older-driver-for-this-processor'));
});

test('a block that was shown alone is asked for its owner, unless its tag is known', () => {
  const block = (tag: string, owner: string) => `2: kd> !pool ffffd28a41c77a30 2
Pool page ffffd28a41c77a30 region is Nonpaged pool
*ffffd28a41c77a00 size:  140 previous size:    0  (Allocated) *${tag}
\t\t${owner}`;
  assert.ok(commands(block('QZF', 'Owning component : Unknown (update pooltag.txt)')).includes('!mex.tag QZF'));
  assert.ok(!commands(block('Irp', 'Pooltag Irp  : Io, IRP packets')).some((one) => one.includes('Irp')));
  assert.ok(!commands(block('QZF', 'Pooltag QZF  : Acme filter, Binary : acmeflt.sys')).includes('!mex.tag QZF'));
});

test('where an argument is a routine of the driver, its symbol is asked for before the stack', () => {
  const stop = analyze('e1', ['fffff80111112230', '2', 'ffffb10a00000040', 'ffffb10a00000090']);
  const [first] = next(stop);
  assert.equal(first?.command, 'ln 0xfffff801`11112230');
  assert.match(first?.why.en ?? '', /names the driver/);
  const asked =
    '\n0: kd> ln fffff801`11112230\n(fffff801`11112200)   nt!CcWorker+0x30   |  (fffff801`11113000)   nt!CcRead\n';
  assert.ok(!commands(`${stop}${asked}`).some((command) => command.startsWith('ln ')));
});

test('one form of the stack is enough', () => {
  const stacks = commands(analyze('3b', ['c0000005', 'fffff80111112230', 'ffffb10a00000040', '0'])).filter((command) =>
    /^k[bvn]?$/.test(command),
  );
  assert.equal(stacks.length, 1);
});
