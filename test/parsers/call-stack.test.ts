import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROSE } from './section-of.ts';
import { frames, stacks } from './stack-rows.ts';

const LAYOUTS: readonly { name: string; command: string | null; text: string }[] = [
  {
    name: 'STACK_TEXT of x64',
    command: '!analyze -v',
    text: `STACK_TEXT:
ffffd001\`7d53d918 fffff801\`61ba2b4c     : 00000000\`000000d1 00000000\`00000008 00000000\`00000002 00000000\`00000000 : nt!KeBugCheckEx
ffffd001\`7d53d920 fffff801\`3ed51f92     : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : nt!KiPageFault+0x463
ffffd001\`7d53d960 00000000\`00000000     : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : acmeflt+0x1f92`,
  },
  {
    name: 'STACK_TEXT of x64 without backticks',
    command: null,
    text: `STACK_TEXT:  
ffffd0017d53d918 fffff80161ba2b4c : 00000000000000d1 0000000000000008 0000000000000002 0000000000000000 : nt!KeBugCheckEx
ffffd0017d53d920 fffff8013ed51f92 : 0000000000000000 0000000000000000 0000000000000000 0000000000000000 : nt!KiPageFault+0x463
ffffd0017d53d960 0000000000000000 : 0000000000000000 0000000000000000 0000000000000000 0000000000000000 : acmeflt+0x1f92`,
  },
  {
    name: 'kb of x86',
    command: 'kb',
    text: `ChildEBP RetAddr  Args to Child              
a72ab9d4 88c8b8b6 000000d1 00000008 00000002 nt!KeBugCheckEx
WARNING: Stack unwind information not available. Following frames may be wrong.
a72aba14 82a39d9d 84d43630 87799b50 87799b50 nt!KiPageFault+0x463
a72aba2c 00000000 00000000 87799b50 87799bc0 acmeflt+0x1f92`,
  },
  {
    name: 'kb of x64, which has no stack pointer',
    command: 'kb',
    text: `RetAddr               : Args to Child                                                           : Call Site
fffff801\`61ba2b4c     : 00000000\`000000d1 00000000\`00000008 00000000\`00000002 00000000\`00000000 : nt!KeBugCheckEx
fffff801\`3ed51f92     : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : nt!KiPageFault+0x463
00000000\`00000000     : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : acmeflt+0x1f92`,
  },
  {
    name: 'kn with source lines',
    command: 'kn',
    text: ` # Child-SP          RetAddr           Call Site
00 ffffd001\`7d53d918 fffff801\`61ba2b4c nt!KeBugCheckEx [d:\\os\\ke\\amd64\\procstat.asm @ 122]
01 ffffd001\`7d53d920 fffff801\`3ed51f92 nt!KiPageFault+0x463 [d:\\os\\ke\\amd64\\trap.asm @ 931]
02 ffffd001\`7d53d960 00000000\`00000000 acmeflt+0x1f92`,
  },
  {
    name: 'kv with FPO data and a trap mark',
    command: 'kv',
    text: ` # ChildEBP RetAddr      Args to Child              
00 a72ab9d4 88c8b8b6     000000d1 00000008 00000002 nt!KeBugCheckEx (FPO: [5,0,0])
01 a72aba14 82a39d9d     84d43630 87799b50 87799b50 nt!KiPageFault+0x463 (FPO: [0,0] TrapFrame @ a72aba14)
02 a72aba2c 00000000     00000000 87799b50 87799bc0 acmeflt+0x1f92`,
  },
  {
    name: 'kf',
    command: 'kf',
    text: ` #   Memory  Child-SP          RetAddr               Call Site
00           ffffd001\`7d53d918 fffff801\`61ba2b4c     nt!KeBugCheckEx
01         8 ffffd001\`7d53d920 fffff801\`3ed51f92     nt!KiPageFault+0x463
02       1a0 ffffd001\`7d53d960 00000000\`00000000     acmeflt+0x1f92`,
  },
  {
    name: 'kp with parameters',
    command: 'kp',
    text: `Child-SP          RetAddr           Call Site
ffffd001\`7d53d918 fffff801\`61ba2b4c nt!KeBugCheckEx
ffffd001\`7d53d920 fffff801\`3ed51f92 nt!KiPageFault(void * address = 0xffffd001\`00000000, int kind = 0n1)+0x463
ffffd001\`7d53d960 00000000\`00000000 acmeflt+0x1f92`,
  },
  {
    name: '!mex.t',
    command: '!mex.t',
    text: `# Child-SP         Return           Call Site
0 ffffd0017d53d918 fffff80161ba2b4c nt!KeBugCheckEx
1 ffffd0017d53d920 fffff8013ed51f92 nt!KiPageFault+0x463
       TrapFrame @ ffffd0017d53d920
2 ffffd0017d53d960 0000000000000000 acmeflt+0x1f92`,
  },
  {
    name: 'rows of documentation that leave the addresses out',
    command: null,
    text: 'STACK_TEXT:\n... : nt!KeBugCheckEx ...\n... : nt!KiPageFault+0x463 ...\n... : acmeflt!Send+0x2 ...\n...',
  },
];

for (const { name, command, text } of LAYOUTS) {
  test(`reads ${name}`, () => {
    const [top, fault, third, ...more] = frames(command, text);
    assert.equal(top, 'nt!KeBugCheckEx');
    assert.equal(fault, 'nt!KiPageFault+0x463');
    assert.match(third ?? '', /^acmeflt(?:\+0x1f92|!Send\+0x2)$/);
    assert.deepEqual(more, []);
  });
}

test('reads kc with and without modules that have symbols', () => {
  const text = ' # Call Site\n00 nt!KeBugCheckEx\n01 acmewifi!CPort::Send\n02 Acmew08\n03 Acmew08';
  assert.deepEqual(frames('kc', text), ['nt!KeBugCheckEx', 'acmewifi!CPort::Send', 'Acmew08', 'Acmew08']);
});

test('keeps inline frames, compiler-made names, templates, unloaded modules and bare addresses', () => {
  const text = ` # Child-SP          RetAddr           Call Site
00 ffffd001\`7d53d918 fffff801\`61ba2b4c nt! ?? ::FNODOBFM::\`string'+0x4e2b8
01 (Inline Function) --------\`-------- acme!std::map<int,Foo *>::find+0x12
02 ffffd001\`7d53d960 fffff801\`61ba2b4c <Unloaded_acmeflt.sys>+0x1234
03 ffffd001\`7d53d9a0 00007ff8\`12345678 0xfffff801\`61ba2b4c`;
  assert.deepEqual(frames('k', text), [
    "nt! ?? ::FNODOBFM::`string'+0x4e2b8",
    'acme!std::map<int,Foo *>::find+0x12',
    '<Unloaded_acmeflt.sys>+0x1234',
    '0xfffff80161ba2b4c',
  ]);
  assert.deepEqual(
    stacks('k', text)[0]?.frames.map((frame) => frame.inline),
    [false, true, false, false],
  );
});

test('tells stack pointer, return address and arguments apart in each layout', () => {
  const columns = (command: string, text: string) => {
    const frame = stacks(command, text)[0]?.frames[0];
    return [frame?.childSp, frame?.returnAddress, frame?.args[0]];
  };
  const rest = ': 00000000`000000d1 00000000`00000008 00000000`00000002 00000000`00000000 : nt!KeBugCheckEx';
  assert.deepEqual(columns('kv', `Child-SP\nffffd001\`7d53d918 fffff801\`61ba2b4c ${rest}`), [
    '0xffffd0017d53d918',
    '0xfffff80161ba2b4c',
    '0xd1',
  ]);
  assert.deepEqual(
    columns('kb', `RetAddr : Args to Child : Call Site\nfffff801\`61ba2b4c ${rest}\nfffff801\`61ba2b4c ${rest}`),
    [null, '0xfffff80161ba2b4c', '0xd1'],
  );
});

test('notes where a trap frame was', () => {
  const marks = stacks(
    'kv',
    '00 a72ab9d4 88c8b8b6 nt!A+0x1 (FPO: [0,0] TrapFrame @ a72aba14)\n01 a72aba14 82a39d9d nt!B+0x2\n   TrapFrame @ a72aba14\n02 a72aba2c 00000000 nt!C+0x3',
  )[0]?.frames.map((frame) => frame.trapFrame);
  assert.deepEqual(marks, [true, true, false]);
});

test('puts names that strayed from their rows back, and rows into the order of their numbers', () => {
  const text = `# Child-SP RetAddr Call Site
02 ffff8401\`32bdfcf0 fffff801\`3ed5d66d
00 ffff8401\`32bdd808 fffff801\`40745107 nt!KeBugCheckEx+0x0
01 ffff8401\`32bdfce8 fffff801\`3ed59513 0x3200360035

acmeflt!SendDone+0x4b
03 ffff8401\`32bdfd30 fffff801\`43b766a3
                         ndis!ndisCallSendCompleteHandle
r + 0x33`;
  assert.deepEqual(frames('k', text), [
    'nt!KeBugCheckEx+0x0',
    '0x3200360035',
    'acmeflt!SendDone+0x4b',
    'ndis!ndisCallSendCompleteHandler+0x33',
  ]);
  assert.deepEqual(stacks('k', text)[0]?.frames[3]?.lines, [7, 9]);
});

test('a name at the end of a row that has one belongs to the next row', () => {
  const text = `00 ffff8401\`32bdeb70 fffff801\`404d9c24 nt!RtlDispatch+0x430 nt!KiDispatch+0x144
01 ffff8401\`32bdf2c0 fffff801\`4067c9c2
02 ffff8401\`32bdf970 fffff801\`40678cae nt!KiExceptionDispatch+0xc2`;
  assert.deepEqual(frames('k', text), ['nt!RtlDispatch+0x430', 'nt!KiDispatch+0x144', 'nt!KiExceptionDispatch+0xc2']);
});

test('raw stack memory is no call chain', () => {
  const [dump] = stacks(
    'dps rsp',
    'ffffd001`7d53d918  fffff801`61ba2b4c acmeflt+0x12\nffffd001`7d53d920  fffff801`61ba2b50 nt!X+0x1',
  );
  assert.equal(dump?.isCallChain, false);
});

test('two stacks of one section stay two', () => {
  const one = 'Child-SP RetAddr Call Site\nffffd001`7d53d918 fffff801`61ba2b4c nt!A+0x1\n';
  assert.equal(stacks('!process 0 1f', `${one}\nTHREAD text\n${one}`).length, 2);
});

const SILENT: readonly { name: string; command: string | null; text: string }[] = [
  { name: 'prose', command: null, text: PROSE },
  {
    name: 'rows of lm',
    command: 'lm',
    text: 'fffff806`bcb00000 fffff806`bcb23000   acmeahci   (deferred)\nfffff806`bcb30000 fffff806`bcbaa000   acmeport   (no symbols)',
  },
  {
    name: 'the same rows without the command',
    command: null,
    text: 'fffff806`bcb00000 fffff806`bcb23000   acmeahci   (deferred)\nfffff806`bcb30000 fffff806`bcbaa000   acmeport   (no symbols)',
  },
  {
    name: 'pool rows',
    command: null,
    text: ' e1001000 size:   40 previous size:    0  (Allocated)  MmDT\n*e1001050 size:   10 previous size:   10  (Allocated) *Acme',
  },
  {
    name: 'an IRP',
    command: null,
    text: ' [  3, 0]   0  0 82ac2020 8e879410 00000000-00000000\n               \\FileSystem\\Ntfs\n                        Args: 00007000 00000000 00018400 00000000',
  },
  {
    name: 'a Java trace',
    command: null,
    text: 'java.lang.IllegalStateException: no\n\tat com.acme.Foo.bar(Foo.java:12)\n\tat com.acme.Main.main(Main.java:3)',
  },
  {
    name: 'a Linux oops',
    command: null,
    text: 'Call Trace:\n [<ffffffff8105d2d1>] warn_slowpath_common+0x61/0x80\n [<ffffffff8105d345>] warn_slowpath_null+0x15/0x20',
  },
  {
    name: 'the frame that .frame shows',
    command: '.frame /r 2',
    text: '02 ffff8401`32bdfcf0 fffff801`3ed5d66d acmeflt!SendDone+0x4b\nrax=0000003200360035 rbx=ffffda8ad44db938',
  },
  {
    name: 'a hex dump',
    command: 'dd 808A7B0C',
    text: '808a7b08  f9949215 81861788 00000026 00000000\n808a7b18  f9949215 81861788 00000026 00000000',
  },
];

for (const { name, command, text } of SILENT) {
  test(`sees no stack in ${name}`, () => {
    assert.deepEqual(stacks(command, text), []);
  });
}
