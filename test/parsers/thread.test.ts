import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dpcs } from '#src/diagnosis/parsers/threads/dpcs.ts';
import { locks } from '#src/diagnosis/parsers/threads/locks.ts';
import { processHeader } from '#src/diagnosis/parsers/threads/process-header.ts';
import { threadHeader } from '#src/diagnosis/parsers/threads/thread-header.ts';
import { PROSE, sectionOf } from './section-of.ts';

function threads(command: string | null, text: string) {
  const section = sectionOf(command, text);
  const facts = threadHeader.accepts(section) ? (threadHeader.read(section).threads ?? []) : [];
  return facts.map((fact) => [fact.address, fact.process, fact.state]);
}

test('reads !thread with its owning process, not the one it visits', () => {
  const text = `THREAD ffffcb816348b040  Cid 0c58.4a1c  Teb: 0000000000000000 Win32Thread: 0000000000000000 WAIT: (Executive) KernelMode Non-Alertable
Owning Process            ffffcb81648980c0       Image:         acmeapp.exe
Attached Process          ffffcb81648980c8       Image:         other.exe`;
  assert.deepEqual(threads('!thread', text), [['0xffffcb816348b040', 'acmeapp.exe', 'WAIT: (Executive)']]);
});

test('reads the rows of MEX and of !running', () => {
  assert.deepEqual(
    threads(
      '!mex.t',
      'System (ffffda8ac4a63200) ffffda8ac6402080 4.d0 0s 8s.828 59916 Executive 0s Running on CPU 2\nthread ',
    ),
    [['0xffffda8ac6402080', 'System', 'Running on CPU 2']],
  );
  assert.deepEqual(
    threads(
      '!mex.running',
      'acmeapp.exe fac ffffc983ebd6e080 18cc 9 8 0 7857 922ms 250ms Running 0 UserRequest\nCSwitches',
    ),
    [['0xffffc983ebd6e080', 'acmeapp.exe', 'Running']],
  );
  assert.deepEqual(
    threads('!running', '  0  e0000000818f8000  e0000000818f9e50  e0000000866f12f0  ................\nthread '),
    [['0xe0000000818f9e50', null, 'Running']],
  );
});

test('reads the state where the row was wrapped', () => {
  const wrapped =
    'System (ffffda8ac4a63200) ffffda8ac6402080 4.d0 0s\n     59916 Executive 0s Running on CPU 2\nthread ';
  assert.deepEqual(threads('!mex.t', wrapped), [['0xffffda8ac6402080', 'System', 'Running on CPU 2']]);
});

test('reads the processes of !process 0 0', () => {
  const text =
    'PROCESS 80a02a60  Cid: 0002    Peb: 00000000  ParentCid: 0000\n    DirBase: 00006e05  ObjectTable: 80a03788\n    Image: System\nPROCESS 80986f40  Cid: 0012    Peb: 7ffde000  ParentCid: 0002\n    Image: acmeapp.exe';
  const section = sectionOf('!process 0 0', text);
  assert.ok(processHeader.accepts(section));
  assert.deepEqual(
    processHeader.read(section).threads?.map((fact) => [fact.process, fact.lines]),
    [
      ['System', [1, 3]],
      ['acmeapp.exe', [4, 5]],
    ],
  );
});

test('reads held locks with owner and waiters', () => {
  const text = `Resource @ nt!AcmeLock (0x80e97620)    Exclusively owned
    Contention Count = 12
     Threads: ff688da0-01<*> 
     Threads Waiting On Exclusive Access:
              ff687da0       ff686da0

Resource @ 0x80d8b0b0    Shared 1 owning threads
     Threads: 80ed0023-01<*> *** Actual Thread 80ed0020`;
  const section = sectionOf('!locks', text);
  assert.ok(locks.accepts(section));
  assert.deepEqual(locks.read(section).locks, [
    { address: '0x80e97620', owner: '0xff688da0', waiters: ['0xff687da0'], lines: [1, 5] },
    { address: '0x80d8b0b0', owner: '0x80ed0020', waiters: [], lines: [7, 8] },
  ]);
});

test('a thread that waits for itself is kept: a deadlock of one', () => {
  const row =
    'System    4 ffff9709ac20e040 dd8         1    0      0 Waiting 43s.296 WrFastMutex Owning Thread: ffff9709ac20e040 nt!ExAcquireFastMutex+0x122';
  const [lock] = locks.read(sectionOf('!WrFastMutex', row)).locks ?? [];
  assert.deepEqual([lock?.owner, lock?.waiters], ['0xffff9709ac20e040', ['0xffff9709ac20e040']]);
});

function routines(command: string | null, text: string) {
  const section = sectionOf(command, text);
  const facts = dpcs.accepts(section) ? (dpcs.read(section).routines ?? []) : [];
  return facts.map((fact) => [fact.command, fact.module, fact.function]);
}

test('reads queued routines of !dpcs, !timer and !ipi', () => {
  assert.deepEqual(routines('!dpcs', ' 0: Normal  : 0xfffff8000332ed00 0xfffff80003234c10 acmeflt!SendDpc'), [
    ['!dpcs', 'acmeflt', 'SendDpc'],
  ]);
  assert.deepEqual(routines('!timer', '238 fe4b5d78   9f92a3ac 00000000 [12/ 8/2000 10:59:22.873]  acmeflt+0x1234'), [
    ['!timer', 'acmeflt', null],
  ]);
  assert.deepEqual(routines(null, 'IPI State for Processor 0\n  Worker Routine:  nt!KiFlushTargetMultipleTb [Stale]'), [
    ['!ipi', 'nt', 'KiFlushTargetMultipleTb'],
  ]);
});

test('stays silent on prose', () => {
  assert.deepEqual(threads(null, PROSE), []);
  assert.deepEqual(threads(null, 'The mail thread (ffffda8ac4a63200) is long.'), []);
  assert.deepEqual(routines(null, PROSE), []);
  assert.equal(locks.accepts(sectionOf(null, PROSE)), false);
  assert.equal(processHeader.accepts(sectionOf(null, PROSE)), false);
});

test('a row of !running tells its thread, with the priority behind it or without', () => {
  const head = '       Prcbs             Current         (pri) Next            (pri) Idle\n';
  const idle = 'fffff8067a3d3400  ................';
  const shown = (row: string) => threads('!running', `${head}${row}`).map(([address]) => address);
  assert.deepEqual(shown(`  0    fffff8067a3c8180  ffffa5800cd61080 ( 8)                       ${idle}`), [
    '0xffffa5800cd61080',
  ]);
  assert.deepEqual(shown(`  1    fffff8067a3c8180  ffffa5800cd62080 (12) ffffa5800cd63080 (15) ${idle}`), [
    '0xffffa5800cd62080',
  ]);
  assert.deepEqual(shown('  2    fffff8067a3c8180  ffffa5800cd64080                   ................'), [
    '0xffffa5800cd64080',
  ]);
});
