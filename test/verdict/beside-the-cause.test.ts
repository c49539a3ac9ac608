import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, CRASH_TOP, stackText, THREAD_END } from './debugger-text.ts';
import { judged, verdictOf } from './verdict-of.ts';

/** Each pair: who only stands beside what failed, and the same driver where it is the one. */

const D1 = analyze('d1', ['ffffc40812345018', '2', '0', 'fffff80562341092']);
const SERVICE = analyze('3b', ['c0000005', 'fffff80562341092', 'ffff8a0c51b0e010', '0']);
const CALL = ['nt!KiSystemServiceCopyEnd+0x25'];
const DPC = ['nt!KiExecuteAllDpcs+0x2e7', 'nt!KiIdleLoop+0x9e'];

test('who is called on the fast path and calls on is a filter; who fails there itself is not', () => {
  const beside = [
    ['Ntfs!NtfsCopyReadA+0x1e2', 'FLTMGR!FltpFastIoRead+0x1a', 'acmeflt+0x2230', 'nt!NtReadFile+0x401', ...CALL],
    ['afd!AfdFastIoDeviceControl+0x1e2', 'acmeflt+0x2230', 'nt!IopXxxControlFile+0x401', ...CALL],
  ];
  for (const sites of beside) {
    assert.doesNotMatch(verdictOf(SERVICE + stackText(...sites)), /^acmeflt/);
  }
  assert.match(
    verdictOf(SERVICE + stackText('nt!memcpy+0x30', 'acmeflt+0x2230', 'nt!NtReadFile+0x401', ...CALL)),
    /^acmeflt\.sys /,
  );
});

test('packets that pass through a class extension of NDIS make its client a messenger, too', () => {
  const worker = ['tcpip!TcpMatchReceive+0x1ee', 'tcpip!FlReceiveNetBufferListChain+0x2b'];
  const way = [
    'ndis!ndisMTopReceiveNetBufferLists+0x1d0',
    'ndis!NdisMIndicateReceiveNetBufferLists+0x5d1',
    'netadaptercx!NxRxXlat::Indicate+0x120',
    'acmewifi+0x1200',
  ];
  assert.equal(verdictOf(D1 + stackText(...CRASH_TOP, ...worker, ...way, ...DPC)), 'unknown low');
  assert.match(verdictOf(D1 + stackText(...CRASH_TOP, ...way.slice(-1), ...DPC)), /^acmewifi\.sys /);
});

test('an APC is delivered to whoever waits; what it calls is not called by them', () => {
  const apc = ['nt!IopCompleteRequest+0x3f', 'nt!KiDeliverApc+0x1e2', 'nt!KiSwapThread+0x3a0'];
  const wait = ['nt!KeWaitForSingleObject+0x234', 'acmeflt+0x2230', ...THREAD_END];
  assert.equal(verdictOf(D1 + stackText(...CRASH_TOP, ...apc, ...wait)), 'unknown low');
  assert.match(verdictOf(D1 + stackText(...CRASH_TOP, ...wait)), /^acmeflt\.sys /);
});

const TICK = ['nt!KeBugCheckEx', 'nt!KeAccumulateTicks+0x3b1', 'nt!KeClockInterruptNotify+0x1c7'];

test('the processor that notices another one hang ran nothing wrong; the one that kept its own did', () => {
  const stack = stackText(...TICK, 'acmeflt+0x2230', ...THREAD_END);
  assert.doesNotMatch(verdictOf(analyze('101', ['18', '0', 'ffffb10f2c81a028', '3']) + stack), /^acmeflt/);
  assert.match(verdictOf(analyze('133', ['1', '1e00', 'fffff8031b000000', '0']) + stack), /^acmeflt\.sys /);
});

test('who touches what the disk does not give back did nothing but that', () => {
  const stack = stackText(
    'nt!KeBugCheckEx',
    'nt!MiWaitForInPageComplete+0x7',
    'nt!MmAccessFault+0x2a6',
    'nt!KiPageFault+0x35',
    'acmeflt+0x2230',
    ...THREAD_END,
  );
  assert.match(verdictOf(analyze('7a', ['4', 'ffffffffc000009d', '1', 'ffffc40812345018']) + stack), /^hardware /);
  assert.match(verdictOf(analyze('50', ['ffffc40812345018', '0', 'fffff80562341092', '2']) + stack), /^acmeflt\.sys /);
});

test('a null pointer in the lists of the pool is nobody’s own', () => {
  const stop = analyze('d1', ['8', '2', '0', 'fffff80562341092']);
  const rules = (top: string) =>
    judged(stop + stackText(...CRASH_TOP, top, 'acmeflt+0x2230', ...THREAD_END)).judgement.suspects.flatMap(
      ({ driver, evidence }) => (driver === 'acmeflt.sys' ? evidence.map(({ rule }) => rule) : []),
    );
  assert.ok(!rules('nt!ExDeferredFreePool+0x1f0').includes('null-dereference'));
  assert.ok(rules('nt!KeSetEvent+0x10').includes('null-dereference'));
});

test('a full stack names nobody for having called what lies above, whichever component it is', () => {
  const stop = analyze('7f', ['8', '0', '0', '0']);
  const sites = ['Ntfs!NtfsCommonCreate+0x2', 'FLTMGR!FltpDispatch+0xb6', 'acmeflt+0x1230', 'nt!IofCallDriver+0x55'];
  const full = ['nt!KeBugCheckEx', 'nt!KiBugCheckDispatch+0x69', 'nt!KiDoubleFaultAbort+0x2c3'];
  assert.equal(verdictOf(stop + stackText(...full, ...sites)), 'unknown low');
});

test('names that are only the nearest exported ones name nobody with more than low', () => {
  const loaded = '*** ERROR: Symbol file could not be found.  Defaulted to export symbols for ntkrnlmp.exe - \n';
  const stack = stackText('nt!FsRtlFreeFileLock+0x5e3', 'nt!ObOpenObjectByName+0x1a20', 'acmeflt+0x1230', ...CALL);
  assert.doesNotMatch(verdictOf(SERVICE + loaded + stack), /medium|high/);
});

test('a stop that only its bucket shows runs the rules of the stop', () => {
  const bucket = (value: string) => verdictOf(`FAILURE_BUCKET_ID:  ${value}\n\nBUCKET_ID:  ${value}\n`);
  assert.match(bucket('0x124_0_GenuineIntel_PROCESSOR_CACHE_IMAGE_GenuineIntel.sys'), /^hardware /);
  assert.match(bucket('0x9F_3_acmegfx_IMAGE_pci.sys'), /^acmegfx\.sys /);
});

test('who is blamed for another machine, or was taken away without an end of it, is not blamed here', () => {
  const stop = analyze('133', ['1', '1e00', 'fffff8031b000000', '0']);
  for (const said of [
    'Two years ago the old laptop had blue screens with acmeflt.sys.',
    '两年前另一台旧电脑蓝屏的元凶是 acmeflt.sys。',
    'Auf einem anderen Rechner war acmeflt.sys schuld.',
    'We already uninstalled acmeflt.sys and the crashes go on.',
    '我们已经卸载了 acmeflt.sys，但仍然蓝屏。',
  ]) {
    assert.equal(verdictOf(`${stop}\n\n${said}\n`), 'unknown low', said);
  }
  assert.equal(verdictOf(`${stop}\n\nThe machine crashes because of acmeflt.sys since Monday.\n`), 'acmeflt.sys low');
});

test('symbols that a cut analysis looked for name a driver where a request is held, not where time ran out', () => {
  const cut = (code: string, args: readonly string[]) =>
    verdictOf(`${analyze(code, args)}Unable to load image acmehub.sys, Win32 error 0n2\n\nKEY_VALUES_STRING: 1\n`);
  assert.equal(cut('9f', ['3', 'ffffb90bb8bab840', 'fffff8031a272750', 'ffffb90bafb99560']), 'acmehub.sys low');
  assert.equal(cut('133', ['1', '1e00', 'fffff8031b000000', '0']), 'unknown low');
});

test('who touches memory whose page tables are damaged is no suspect, though its own instruction failed', () => {
  const stack = stackText(
    'nt!KeBugCheckEx',
    'nt!MmAccessFault+0x400',
    'nt!KiPageFault+0x38b',
    'acmeflt+0x1230',
    ...THREAD_END,
  );
  assert.doesNotMatch(verdictOf(analyze('1a', ['61941', '7ffe0000', 'd', 'ffff8a0c51b0e010']) + stack), /^acmeflt/);
  assert.match(verdictOf(analyze('50', ['ffffc40812345018', '0', 'fffff80562341092', '2']) + stack), /^acmeflt\.sys /);
});

test('a hook between does not hide the driver that called the service itself', () => {
  const call = ['nt!ObReferenceObjectByHandle+0x25', 'nt!NtQueryValueKey+0x2'];
  const asked = [...CALL, 'nt!KiServiceLinkage', 'acmeflt+0x1230', ...THREAD_END];
  const stop = analyze('50', ['ffffd08412340000', '0', 'fffff80562341092', '2']);
  for (const hook of [[], ['acmehook+0x1234']]) {
    assert.match(verdictOf(stop + stackText(...CRASH_TOP, ...call, ...hook, ...asked)), /^acmeflt\.sys /);
  }
});

test('the driver that rests the processor is not at fault for what met it there', () => {
  const idle = ['nt!PpmIdleX+0x1', 'intelppm!MWaitIdle+0x18', 'nt!PoIdle+0x33a', 'nt!KiIdleLoop+0x44'];
  assert.equal(
    verdictOf(analyze('d1', ['8', 'ff', '0', 'fffff80562341092']) + stackText(...CRASH_TOP, ...idle)),
    'unknown low',
  );
});
