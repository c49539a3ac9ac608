import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, CRASH_TOP, POOL, stackText, TAG_SEARCH, THREAD_END } from './debugger-text.ts';
import { judged, verdictOf } from './verdict-of.ts';

const ZW = ['nt!KiSystemServiceCopyEnd+0x25', 'nt!KiServiceLinkage'];
const IN_A_CALLBACK = ['acmeedr+0x4411', 'nt!PspCallProcessNotifyRoutines+0x213', 'nt!NtCreateUserProcess+0xc0'];

test('who made the memory manager look at its damaged tables is no suspect, who handed a service a bad pointer is', () => {
  const tables = analyze('1a', ['41201', 'ffffb40812345010', '8100000012345', 'ffffb408123455e0']);
  const looked = stackText('nt!KeBugCheckEx', 'nt!MiGetPageProtection+0x1a', 'nt!NtQueryVirtualMemory+0x25', ...ZW);
  assert.equal(verdictOf(tables + looked.trimEnd() + rows(...IN_A_CALLBACK)), 'unknown low');
  const pointer = analyze('50', ['ffffd08412340000', '0', 'fffff80312341111', '2']);
  const handed = stackText(...CRASH_TOP, 'nt!ObpLookupObjectName+0x31', 'nt!NtOpenFile+0x58', ...ZW, ...IN_A_CALLBACK);
  assert.match(verdictOf(pointer + handed), /^acmeedr\.sys /);
});

test('who waits for a spin lock, or completes a request a second time, is named with less', () => {
  const stop = (code: string) => analyze(code, ['ffffd08412340008', '2', '0', 'fffff80312341111']);
  const waits = stackText(...CRASH_TOP, 'nt!KeAcquireSpinLockRaiseToDpc+0x55', 'acmenic+0x2132', ...THREAD_END);
  const calls = stackText(...CRASH_TOP, 'nt!KeSetTimerEx+0x55', 'acmenic+0x2132', ...THREAD_END);
  const score = (text: string) => judged(text).judgement.suspects.find(({ driver }) => driver === 'acmenic.sys')?.score;
  const late = analyze('133', ['0', '501', '500', '0']);
  assert.ok((score(late + waits) ?? 1) < (score(late + calls) ?? 0));
  // Where memory was touched wrongly nobody waited: the lock was not where the driver said.
  assert.equal(score(stop('d1') + waits), score(stop('d1') + calls));
  const said = judged(stop('d1') + waits).judgement;
  assert.ok(!/ waits for a spin lock /.test(said.suspects[0]?.evidence[0]?.text.en ?? ''));
  assert.ok(said.nextCommands.every(({ command }) => !command.startsWith('!running')));
  assert.ok((score(stop('44') + calls) ?? 1) < (score(stop('d1') + calls) ?? 0));
});

test('names that are only the nearest exported ones make their caller less sure', () => {
  const stop = analyze('d1', ['ffffd08412340008', '2', '0', 'fffff80312341111']);
  const stack = stackText(...CRASH_TOP, 'nt!setjmpex+0x7c69', 'acmenic+0x2132', ...THREAD_END);
  const loaded = '*** ERROR: Symbol file could not be found.  Defaulted to export symbols for ntkrnlmp.exe - \n';
  const [named, exported] = [stop + stack, stop + loaded + stack].map((text) => judged(text).judgement.verdict);
  assert.equal(named?.culprit, exported?.culprit);
  assert.ok((exported?.probability ?? 1) < (named?.probability ?? 0));
});

/** More call sites below a stack. */
function rows(...sites: readonly string[]): string {
  const [, ...more] = stackText(...sites)
    .trimEnd()
    .split('\n');
  return `\n${more.join('\n')}\n`;
}

const FAULT = analyze('d1', ['ffffc40812345018', '2', '0', 'fffff80562341092']);

test('a block of the pool accuses its owner only where something of the crash points into it', () => {
  const own = FAULT + stackText(...CRASH_TOP, 'quincenet+0x2092', ...THREAD_END);
  assert.equal(verdictOf(own), 'quincenet.sys medium');
  assert.equal(verdictOf(own + POOL + TAG_SEARCH), 'quincenet.sys medium');
  assert.match(verdictOf(own.replace('ffffc40812345018', 'ffffd30a52c1ee18') + POOL + TAG_SEARCH), /^acmeflt\.sys /);
});

test('nor does a block that no argument points into, where the code above the arguments is cut off', () => {
  const cut = FAULT.slice(FAULT.indexOf('Arguments:'));
  assert.equal(verdictOf(cut + POOL + TAG_SEARCH), 'unknown low');
  assert.match(verdictOf(cut.replace('ffffc40812345018', 'ffffd30a52c1ee18') + POOL + TAG_SEARCH), /^acmeflt\.sys /);
});

test('the comment below a block that nobody asked about is no owner', () => {
  const page = `
0: kd> !pool ffffc40812345120
Pool page ffffc40812345120 region is Nonpaged pool
 ffffc40812345000 size:  120 previous size:    0  (Allocated)  Acm1
\t\tPooltag Acm1 : acmeflt, Binary : acmeflt.sys
*ffffc40812345120 size:   80 previous size:  120  (Allocated) *Even
`;
  assert.equal(verdictOf(analyze('19', ['20', '0', '0', '0']) + page), 'unknown low');
});

test('what another processor was at is no fault', () => {
  const running = `
0: kd> !running -t
  2    fffff90f20000000  fffff90f20000100 (12)                       fffff90f20000200  ................

 # Child-SP          RetAddr               Call Site
00 fffff90f\`20000000 fffff803\`12345555     acmeflt+0x1092
01 fffff90f\`20000060 fffff803\`12346666     nt!IopProcessWorkItem+0x135
02 fffff90f\`200000c0 fffff803\`12347777     nt!PspSystemThreadStartup+0x55
03 fffff90f\`20000120 00000000\`00000000     nt!KiStartSystemThread+0x34
`;
  assert.equal(verdictOf(FAULT + running), 'unknown low');
});

test('who asked Windows for something from a callback is not the fault of a service far inside', () => {
  const asked = [
    'nt!KiSystemServiceCopyEnd+0x28',
    'nt!KiServiceLinkage',
    'acmeflt+0x1092',
    'nt!PspCallProcessNotifyRoutines+0x213',
    'nt!NtCreateUserProcess+0xddb',
    'nt!KiSystemServiceCopyEnd+0x28',
  ];
  const fault = analyze('50', ['ffffc40812345018', '0', 'fffff80562341092', '2']);
  const inside = ['nt!MiDeleteVaTail+0x9c1', 'nt!MiDeleteVad+0x1f1', 'nt!NtUnmapViewOfSection+0x35'];
  assert.equal(verdictOf(fault + stackText(...CRASH_TOP, ...inside, ...asked)), 'unknown low');
  assert.match(verdictOf(fault + stackText(...CRASH_TOP, 'nt!NtUnmapViewOfSection+0x35', ...asked)), /^acmeflt\.sys /);
});

test('a minifilter that lets a request go on hands on what another one asked for', () => {
  const resumed = ['FLTMGR!FltCompletePendedPreOperation+0x15a', 'acmeflt+0x1092', 'nt!ExpWorkerThread+0x105'];
  const below = ['Ntfs!NtfsCommonWrite+0x12', 'nt!IofCallDriver+0x55', 'FLTMGR!FltpPassThroughInternal+0x90'];
  assert.equal(verdictOf(FAULT + stackText(...CRASH_TOP, ...below, ...resumed, ...THREAD_END)), 'unknown low');
});

test('a machine check comes at any instruction: who ran then is nobody', () => {
  const record = analyze('124', ['0', 'ffffb20a3dc4e028', 'fa000000', '400405']);
  const stack = ['nt!KeBugCheckEx', 'nt!HalpMceHandler+0x84', 'nt!KxMcheckAbort+0x6c', 'nt!KiMcheckAbort+0x2e7'];
  assert.equal(verdictOf(record + stackText(...stack, 'acmegpu+0x11c20', ...THREAD_END)), 'hardware high');
});

test('the parameters of an access violation that the stop prints tell where', () => {
  const stop = (how: string, where: string) =>
    analyze('1e', ['ffffffffc0000005', 'fffff80562341092', how, where]) +
    stackText(
      'nt!KeBugCheckEx',
      'nt!KiDispatchException+0x1b1',
      'nt!KiPageFault+0x43c',
      'acmegpu+0x2092',
      ...THREAD_END,
    );
  assert.equal(verdictOf(stop('0', '28')), 'acmegpu.sys high');
  assert.equal(verdictOf(stop('0', 'ffffc40812345018')), 'acmegpu.sys medium');
  assert.equal(verdictOf(stop('0', 'ffffffffffffffff')), 'acmegpu.sys medium');
});

test('the processor that noticed makes nobody of its own stack a lead', () => {
  const noticed = stackText(
    'nt!KeBugCheckEx',
    'nt!KeAccumulateTicks+0x3b1',
    'nt!KeClockInterruptNotify+0x1c7',
    'acmeflt+0x2230',
    'nt!KiSystemServiceCopyEnd+0x25',
  );
  const { suspects } = judged(analyze('101', ['18', '0', 'ffffb10f2c81a028', '3']) + noticed).judgement;
  assert.deepEqual(
    suspects.filter(({ driver }) => driver === 'acmeflt.sys'),
    [],
  );
});
