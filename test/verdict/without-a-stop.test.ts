import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { buildReply } from '#src/reply/build-reply.ts';

/** Sessions on machines that run, and threads that wait: nothing of them is a crash, and nobody is accused. */

const knowledge = loadKnowledge();

function judged(text: string) {
  const pastes = [{ source: null, text }];
  const diagnosis = diagnose(pastes, knowledge);
  const [crash] = diagnosis.crashes;
  assert.ok(crash);
  const said = JSON.stringify(buildReply(diagnosis, pastes, 'en'));
  return { culprit: crash.judgement.verdict.culprit, kind: crash.judgement.failure.kind, ...crash.judgement, said };
}

const STACK = `1: kd> k
 # Child-SP          RetAddr               Call Site
00 ffffe18b\`804961f8 fffff802\`4e132032     quarkflt!QuarkRead
01 ffffe18b\`80496200 fffff802\`4e131616     nt!IofCallDriver+0x59
02 ffffe18b\`80496260 fffff802\`4e131716     nt!IopSynchronousServiceTail+0x8a
03 ffffe18b\`80496300 fffff802\`4e131816     nt!NtReadFile+0x8a
`;
const BROKEN_IN =
  'Break instruction exception - code 80000003 (first chance)\nnt!DbgBreakPointWithStatus:\nfffff804`2c7ffd10 cc              int     3\n';
const HIT = 'Breakpoint 3 hit\nquarkflt!QuarkRead:\nfffff807`065fb030 48895c2408      mov     qword ptr [rsp+8],rbx\n';
const BARE =
  '\nnt!NtCreateFile\nquarkflt!QuarkOpen+0x20\nnt!IofCallDriver+0x59\nnt!NtReadFile+0x8a\nnt!KiSystemServiceCopyEnd+0x25\n';

test('a driver in which somebody set a breakpoint did nothing', () => {
  for (const text of [HIT + STACK, `${BROKEN_IN}0: kd> g\n${HIT}${STACK}`, HIT + BARE]) {
    const { culprit, session, suspects, said } = judged(text);
    assert.deepEqual([culprit, session, suspects], ['unknown', true, []], text);
    assert.match(said, /nothing crashed in it/);
  }
});

test('what a session shows of a stop is no session any more', () => {
  const stop = '*** Fatal System Error: 0x000000d1\n                       (0x10,0x2,0x0,0xFFFFF807065FB040)\n';
  const text = `${HIT}1: kd> g\n\n${stop}\n${STACK.replace('1: kd> k', '0: kd> k')}`;
  assert.deepEqual([judged(text).session, judged(text).culprit], [undefined, 'quarkflt.sys']);
});

const WAITS = [
  'nt!KeWaitForSingleObject+0x1ff',
  'nt!KiSwapContext+0x76\nnt!KiSwapThread+0x190\nnt!KeWaitForSingleObject+0x1ff\nnt!ExAcquireResourceExclusiveLite+0x1a2',
  'ntoskrnl!KiCpuId+0xaa\nntoskrnl!ObfReferenceObject+0x792\nntoskrnl!KeWaitForMutexObject+0x1a3',
  '0\tntoskrnl.exe!KiCpuId+0xaa\n1\tntoskrnl.exe!KeWaitForMutexObject+0x1a3',
];

test('a thread that waits is no fault of whoever called the wait, and no lock that is not given back', () => {
  for (const wait of WAITS) {
    const text = `The window freezes. The stack of its thread:\n\n${wait}\nquarkfs+0x4410\nquarkfs+0x1200\nnt!IofCallDriver+0x59\nnt!NtCreateFile+0x79\n`;
    const { culprit, kind, nextCommands, said } = judged(text);
    assert.deepEqual([culprit, kind], ['unknown', 'waiting-thread'], wait);
    assert.equal(nextCommands[0]?.command, wait.includes('Resource') ? '!locks' : '!thread', wait);
    assert.match(said, /nothing in it says that Windows stopped/);
  }
});

test('nor where only the header of the thread was pasted', () => {
  const text =
    'kd> !thread ffffe0002eed8600\nTHREAD ffffe0002eed8600  Cid 0650.0704  Teb: 000007fffffa6000 Win32Thread: 0000000000000000 WAIT: (Executive) KernelMode Non-Alertable\n    fffff880029d9598  NotificationEvent\nNot impersonating\n';
  assert.deepEqual([judged(text).culprit, judged(text).kind], ['unknown', 'waiting-thread']);
});

test('a wait that itself failed is a fault', () => {
  const rows = [
    'nt!KeBugCheckEx',
    'nt!KiBugCheckDispatch+0x69',
    'nt!KiPageFault+0x463',
    'nt!KeWaitForSingleObject+0x1ff',
    'quarkfs+0x4410',
    'nt!IofCallDriver+0x59',
  ];
  assert.equal(judged(rows.join('\n')).culprit, 'quarkfs.sys');
});

const OWNER = `0: kd> !locks
Resource @ 0xffffa58012345678    Exclusively owned
    NumberOfExclusiveWaiters = 1
     Threads: ffffc3d564932040-01<*>
     Threads Waiting On Exclusive Access:
              ffffc78838a33080

3: kd> !mex.t ffffc3d564932040
Process                   Thread                       CID       UserTime KernelTime ContextSwitches Wait Reason Time State
System (ffffc6d64f7eb040) ffffc3d564932040 (E|K|W|R|V) 4.6a4            0          0               1 Executive     0 Running on processor 3

# Child-SP         Return           Call Site
0 fffffa8c3e517350 fffff750f1607167 quarkflt+0x112f
1 fffffa8c3e517570 fffff4b9ec41bb94 nt!PspSystemThreadStartup+0x74
2 fffffa8c3e5175c0 0000000000000000 nt!KiStartSystemThread+0x51
`;

test('who owns a lock and works is accused of a stop, not of a machine that runs', () => {
  assert.equal(judged(OWNER).culprit, 'unknown');
  const stop = 'DPC_WATCHDOG_VIOLATION (133)\nArguments:\nArg1: 0000000000000001\nArg2: 0000000000001e00\n';
  assert.equal(judged(`${stop}${OWNER}`).culprit, 'quarkflt.sys');
});

test('a listing alone leaves nothing to be explained', () => {
  const listing = `Unloaded modules:
fffff806\`85700000 fffff806\`8571c000   dam.sys
    Timestamp: unavailable (00000000)
`;
  assert.deepEqual(judged(listing).remaining, []);
});
