import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, CRASH_TOP, POOL, stackText, TAG_SEARCH, THREAD_END } from './debugger-text.ts';
import { judged, verdictOf } from './verdict-of.ts';

const D1 = analyze('d1', ['ffffd30a52c1ee30', '2', '0', 'fffff80562341092']);
const NDIS = stackText(...CRASH_TOP, 'nwifi!PacketDone+0x68', 'ndis!ndisCallSendCompleteHandler+0x50', ...THREAD_END);
const OWN_CODE = stackText(...CRASH_TOP, 'acmeflt+0x1092', ...THREAD_END);

const POWER = analyze('9f', ['3', 'ffffa58007b13440', 'fffff2b72156c3d8', 'ffffa5800ab61bd0']);
const IRP = `0: kd> !irp ffffa5800ab61bd0
Irp is active with 3 stacks 2 is current (= 0xffffa5800ab61ce8)
 No Mdl: No System Buffer: Thread 00000000:  Irp stack trace.
     cmd  flg cl Device   File     Completion-Context
>[IRP_MJ_POWER(16), IRP_MN_SET_POWER(2)]
            0 e1 ffffa5800783f060 00000000 00000000-00000000    pending
	       \\Driver\\acmenic
			Args: 00016600 00000001 00000004 00000006
`;
const C4 = analyze('c4', ['2000', 'fffff80562341092', '0', '0']);
const RAISED = ['nt!KeBugCheckEx', 'nt!VerifierBugCheckIfAppropriate+0xfc', 'nt!VerifierExFreePoolWithTag+0x45'];

const CAPTURE = stackText(...CRASH_TOP, 'npcap+0x1092', 'ndis!ndisCallReceiveHandler+0x50', ...THREAD_END);

/** A thread that waits below these frames, as `!mex.t` prints it. */
function hang(...frames: readonly string[]): string {
  const wait = ['nt!KiSwapContext+0x76', 'nt!KiSwapThread+0x500', 'nt!KeWaitForSingleObject+0x233'];
  const rows = [...wait, ...frames, ...THREAD_END].map(
    (site, index) =>
      ` ${index.toString(16)} ffff9a1c2b3d4${(index * 0x60 + 0x100).toString(16)} fffff8011c2d1${(index + 0x100).toString(16)} ${site}`,
  );
  return `0: kd> !mex.t ffffb07c2d3e4f50
Process                   Thread                       CID       UserTime KernelTime ContextSwitches Wait Reason Time State
System (ffffb07c1a2b3c40) ffffb07c2d3e4f50 (E|K|W|R|V) 4.1b2c           0     1s.344           11042 WrPushLock  51ms Waiting

 # Child-SP         Return           Call Site
${rows.join('\n')}
`;
}

function lmvm(version: string): string {
  return `0: kd> lmvm npcap
start             end                 module name
fffff805\`62340000 fffff805\`6234a000   npcap    (no symbols)
    Loaded symbol image file: npcap.sys
    Image name: npcap.sys
    File version:     ${version}
`;
}

/** Removing the decisive evidence must turn the verdict into `unknown` or lower its confidence. */
const MUTATIONS: readonly { name: string; whole: string; without: string; verdict: string; after: string }[] = [
  {
    name: 'the search for the pool tag',
    whole: D1 + NDIS + POOL + TAG_SEARCH,
    without: D1 + NDIS + POOL,
    verdict: 'acmeflt.sys high',
    after: 'unknown low',
  },
  {
    name: 'the frame of the driver',
    whole: D1 + OWN_CODE,
    without: D1 + stackText(...CRASH_TOP, ...THREAD_END),
    verdict: 'acmeflt.sys medium',
    after: 'unknown low',
  },
  {
    name: 'the hardware stop code',
    whole: analyze('124', ['0', 'ffffa58007cf4030', 'b2000000', '800400']),
    without: analyze('d1', ['ffffa58007cf4030', '2', '0', 'fffff80562341092']),
    verdict: 'hardware high',
    after: 'unknown low',
  },
  {
    name: 'the blocked IRP',
    whole: POWER + IRP,
    without: POWER,
    verdict: 'acmenic.sys high',
    after: 'unknown low',
  },
  {
    name: "the caller of the verifier's routine",
    whole: C4 + stackText(...RAISED, 'acmeflt!Cleanup+0x10', ...THREAD_END),
    without: C4 + stackText(...RAISED, ...THREAD_END),
    verdict: 'acmeflt.sys high',
    after: 'unknown low',
  },
  {
    name: 'the callback that is being taken away',
    whole: hang('nt!CmUnRegisterCallback+0xfc', 'acmereg!OnKey+0x112', 'nt!CmpCallCallBacksEx+0x1c8'),
    without: hang('nt!ExWaitForWork+0xfc', 'acmereg!OnKey+0x112', 'nt!CmpCallCallBacksEx+0x1c8'),
    verdict: 'acmereg.sys medium',
    after: 'unknown low',
  },
  {
    // Invented dump; the driver is a real one, as only the public table knows versions.
    name: 'the version that is publicly known to stop so',
    whole: D1 + CAPTURE + lmvm('5.1.83.1022'),
    without: D1 + CAPTURE + lmvm('5.1.80.612'),
    verdict: 'npcap.sys high',
    after: 'npcap.sys medium',
  },
];

for (const { name, whole, without, verdict, after } of MUTATIONS) {
  test(`a verdict falls without ${name}`, () => {
    assert.equal(verdictOf(whole), verdict);
    assert.equal(verdictOf(without), after);
  });
}

test('a pool tag that two drivers use proves neither', () => {
  const rival = 'otherlwf 1             0.0.0.0 07/01/2019 16:59:12 \\SystemRoot\\system32\\DRIVERS\\otherlwf.sys\n';
  assert.equal(verdictOf(D1 + NDIS + POOL + TAG_SEARCH), 'acmeflt.sys high');
  assert.equal(verdictOf(D1 + NDIS + POOL + TAG_SEARCH + rival), 'unknown low');
});

test('two third parties equally near are a tie, which accuses nobody', () => {
  const irp = (driver: string) => `0: kd> !devstack ffffa58007b13440
  !DevObj           !DrvObj            !DevExt           ObjectName
  ffffa5800783f060  \\Driver\\${driver}     ffffa5800783f1b0
`;
  const power = analyze('9f', ['3', 'ffffa58007b13440', 'fffff2b72156c3d8', 'ffffa5800ab61bd0']);
  assert.equal(verdictOf(power + irp('acmeone')), 'acmeone.sys low');
  assert.equal(verdictOf(power + irp('acmeone') + irp('acmetwo')), 'unknown low');
});

test('a request other than the blocked one accuses nobody, and the blocked one is asked for', () => {
  const elsewhere = POWER.replace('ffffa5800ab61bd0', 'ffffa58001234567') + IRP;
  const stack = `0: kd> !devstack ffffa58007b13440
  !DevObj           !DrvObj            !DevExt           ObjectName
  ffffa5800783f060  \\Driver\\acmeone     ffffa5800783f1b0
`;
  assert.equal(verdictOf(elsewhere), 'unknown low');
  assert.equal(verdictOf(elsewhere + stack), 'unknown low');
  const { nextCommands } = judged(elsewhere).judgement;
  assert.ok(nextCommands.some(({ command }) => command === '!irp 0xffffa580`01234567'));
});

test('requests at two drivers, one of which may wait for the other, accuse neither', () => {
  const further = IRP.replaceAll('ffffa5800ab61bd0', 'ffffa5800ab77bd0').replace('acmenic', 'acmebus');
  assert.equal(verdictOf(POWER + IRP), 'acmenic.sys high');
  assert.equal(verdictOf(POWER + IRP + further), 'unknown low');
});

test('a filter that passed the request on makes the file system below it less sure', () => {
  const fs = ['nt!FsRtlUninitializeOplock+0x22', 'acmefs+0x1092', 'nt!IofCallDriver+0x55', 'FLTMGR!FltpDispatch+0xd1'];
  const alone = stackText(...CRASH_TOP, ...fs, 'nt!IofCallDriver+0x55', ...THREAD_END);
  const filtered = stackText(...CRASH_TOP, ...fs, 'nt!IofCallDriver+0x55', 'otherflt+0x2a10', ...THREAD_END);
  assert.equal(verdictOf(D1 + alone), 'acmefs.sys medium');
  assert.equal(verdictOf(D1 + filtered), 'acmefs.sys low');
});

test('a stack that was pasted bare is taken for that of the crash, with less certainty', () => {
  const rows = stackText('acmeflt+0x2092', 'acmeflt+0x1a10', ...THREAD_END).replace(/^STACK_TEXT.*\n/, '');
  assert.equal(verdictOf(rows), 'acmeflt.sys medium');
  assert.equal(verdictOf(`0: kd> k\n${rows}`), 'unknown low');
  const waits = stackText(
    'nt!KiSwapContext+0x76',
    'nt!KeWaitForSingleObject+0x233',
    'acmeflt!Wait+0x10',
    ...THREAD_END,
  );
  assert.equal(verdictOf(waits.replace(/^STACK_TEXT.*\n/, '')), 'unknown low');
});

test('symbols missed for two files of a display driver name neither', () => {
  const missed = (image: string) => `Unable to load image ${image}, Win32 error 0n2\n`;
  const stop = 'BugCheck EA, {887f8a48, 88fe9478, 89082168, 1}\n';
  assert.equal(verdictOf(missed('nv4_disp.dll') + stop), 'nv4_disp.dll low');
  assert.equal(verdictOf(missed('nv4_disp.dll') + missed('ati2dvag.dll') + stop), 'unknown low');
});

test('a transport far below the fault is not accused', () => {
  const far = stackText(
    ...CRASH_TOP,
    'nwifi!PacketDone+0x68',
    'ndis!NdisMSendNetBufferListsComplete+0x50',
    'wdiwifi!CPort::Complete+0x1e',
    'acmewifi',
    ...THREAD_END,
  );
  assert.equal(verdictOf(D1 + far), 'unknown low');
});

test('who only woke a thread is not accused where the scheduler fails over it', () => {
  const woke = (...scheduler: readonly string[]) =>
    analyze('50', ['ffffc40812345000', '0', 'fffff80562341092', '2']) +
    stackText(...CRASH_TOP, ...scheduler, 'nt!KeSetEvent+0x11a', 'acmeflt+0x1092', ...THREAD_END);
  assert.equal(
    verdictOf(woke('nt!KiSetSchedulerAssistPriority', 'nt!KiDeferredReadySingleThread+0x9af')),
    'unknown low',
  );
  assert.equal(verdictOf(woke()), 'acmeflt.sys medium');
});

test('the verdict says where it contradicts the debugger', () => {
  const blame = 'MODULE_NAME: nt\n\nIMAGE_NAME:  ntkrnlmp.exe\n\n';
  const { verdict } = judged(D1 + blame + NDIS + POOL + TAG_SEARCH).judgement;
  assert.match(verdict.againstAnalyze?.names.en ?? '', /names ntkrnlmp\.exe; we name acmeflt\.sys/);
  assert.match(verdict.againstAnalyze?.names.zh ?? '', /指向 ntkrnlmp\.exe/);
  assert.equal(judged(D1 + OWN_CODE).judgement.verdict.againstAnalyze, null);
});

test('the trace names every rule and what it lacked', () => {
  const { trace } = judged(D1).judgement;
  const pool = trace.find(({ rule }) => rule === 'pool-tag-owner');
  assert.deepEqual(pool, { rule: 'pool-tag-owner', end: 'lacked', facts: ['tagOwners'] });
  assert.ok(trace.every(({ end }) => end !== 'failed'));
});
