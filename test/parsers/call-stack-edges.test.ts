import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frames, stacks } from './stack-rows.ts';

const ROW =
  'ffffd001`7d53d918 fffff801`61ba2b4c : 00000000`000000d1 00000000`00000008 00000000`00000002 00000000`00000000 : acmeflt!Send+0x1';

test('leaves out a last row that was cut inside its arguments, and keeps one cut behind its columns', () => {
  const cut = 'ffffd001`7d53d918 fffff801`61ba2b4c : 00000000`000000d1 00000000`00000008 fffff801';
  assert.deepEqual(frames('k', `STACK_TEXT:\n${ROW}\n${ROW}\n${cut}`), ['acmeflt!Send+0x1', 'acmeflt!Send+0x1']);
  const k = '00 ffffd001`7d53d918 fffff801`61ba2b4c nt!KeBugCheckEx\n01 ffffd001`7d53d920 fffff801`61ba2b4c';
  assert.deepEqual(frames('k', k), ['nt!KeBugCheckEx', '?']);
});

test('what is left of a column that was cut is no module and no address', () => {
  const rows =
    '00 ffffd001`7d53d918 fffff801`61ba2b4c nt!KeBugCheckEx\n01 ffffd001`7d53d920 fffff801`61ba2b4d acmeflt+0x1';
  assert.deepEqual(frames('kn', `${rows}\n02 ffffd001\`7d53d960 fffff801\`61b`), ['nt!KeBugCheckEx', 'acmeflt+0x1']);
  const wide =
    '00 8dd9f5c0 832b78ad 00000050 fe112000 00000000 nt!KeBugCheckEx+0x1e\n01 8dd9f5f8 832b670b 00000000 fe112000 00000000 acmeflt+0x1';
  assert.deepEqual(frames('kb', `${wide}\n02 8dd9f620 832aff6f 00000000 fe11`), [
    'nt!KeBugCheckEx+0x1e',
    'acmeflt+0x1',
  ]);
});

test('one row with all its columns is a stack, one without arguments is none', () => {
  assert.deepEqual(frames(null, `${ROW}\n\nFOLLOWUP_IP: `), ['acmeflt!Send+0x1']);
  assert.deepEqual(frames(null, 'ffffd001`7d53d918 fffff801`61ba2b4c acmeflt!Send+0x1\n\nFOLLOWUP_IP: '), []);
});

test('rows that somebody left out are no stack of no frames', () => {
  assert.deepEqual(stacks('!analyze -v', 'STACK_TEXT:  \n[...]\n\nSTACK_COMMAND:  kb'), []);
  assert.equal(stacks('!analyze -v', 'STACK_TEXT:  \n\nSTACK_COMMAND:  kb').length, 1);
});

test('words of a page below the rows are no frames', () => {
  const row =
    '00 ffffd001`7d53d918 fffff801`61ba2b4c nt!KeBugCheckEx\n01 ffffd001`7d53d920 fffff801`61ba2b4c acmeflt+0x1';
  assert.deepEqual(frames('k', `${row}\nAdvertisement\nAdd Comment`), ['nt!KeBugCheckEx', 'acmeflt+0x1']);
});

test('the return address comes first in kb of x64, with its colons or without', () => {
  const text =
    'RetAddr            Args to Child            Call Site\nfffff807`2e312d12  00000000`00000001 00000000`00000002 00000000`00000003 00000000`00000004  nt!KeBugCheckEx';
  const [stack] = stacks('kb', text);
  assert.deepEqual(
    stack?.frames.map(({ childSp, returnAddress, args }) => [childSp, returnAddress, args.length]),
    [[null, '0xfffff8072e312d12', 4]],
  );
});

test('each thread of !us has a stack of its own', () => {
  const one = (thread: string) =>
    `1 thread [stats]: ${thread}\n    fffff8054d61fe76 nt!KiSwapContext+0x76\n    fffff8054d4cb3f5 acmeflt!AcmeWait+0xab5\n`;
  assert.deepEqual(
    stacks('!us acmeflt', `${one('ffffc983f2d47040')}\n${one('ffffc983f3fb4040')}`).map((stack) => stack.frames.length),
    [2, 2],
  );
});

test('stacks that the verifier logged are of another time; its tables are no stacks', () => {
  const log =
    'Pool block a2b1ce98, Size 00000168, Thread a2b1ce98\n808f1be6 acmenet!AcmeFree+0x39\n808f11c1 nt!ExFreePool+0x47';
  assert.deepEqual(
    stacks('!verifier 80', log).map((stack) => stack.isCallChain),
    [false],
  );
  const table =
    'PoolAddress  SizeInBytes    Tag       CallersAddress\nfffff9800157efc0     0x0000003c     Acme      fffff88002c62963\nfffff9800146afc0     0x00000034     Acme      fffff88002c62963';
  assert.deepEqual(stacks(null, table), []);
});

test('reads the rows of dx and of the stack window', () => {
  const text =
    '[0x0]   nt!KeBugCheckEx   0xffffce89fe14e3e8   0xfffff8060fc2bfa9   \n[0x1]   acmefs!RtlFailFast+0x5() [C:\\Program Files (x86)\\wdm.h @ 11545]   0xffffce89fe14e8a0   0xfffff8064d06ab48   \n[0x2]   acmefs!InsertTailList+0xe(_LIST_ENTRY * Head = 0xffff8205007face8)   0xffffce89fe14e8a0   0xfffff8064d06ab48';
  assert.deepEqual(frames(null, text), ['nt!KeBugCheckEx', 'acmefs!RtlFailFast+0x5', 'acmefs!InsertTailList+0xe']);
  const [stack] = stacks(null, text);
  assert.deepEqual(
    stack?.frames.map(({ childSp }) => childSp),
    ['0xffffce89fe14e3e8', '0xffffce89fe14e8a0', '0xffffce89fe14e8a0'],
  );
});

test('reads rows whose addresses were blackened, without an offset of blocks', () => {
  const text =
    '00 ████████████████ ████████`███████ nt!KeBugCheckEx\n01 ████████████████ ████████`███████ nt!KiBugCheckDispatch+0x██\n02 ████████████████ ████████`███████ acmecap+0x72ef - the driver was running';
  assert.deepEqual(frames(null, text), ['nt!KeBugCheckEx', 'nt!KiBugCheckDispatch', 'acmecap+0x72ef']);
});

test('reads rows whose arguments were left out in brackets', () => {
  const text =
    'STACK_TEXT:\nffff8803`2a71f280 fffff801`795c75c1 : [...] : nt!PspCatchCriticalBreak+0xa9\nffff8803`2a71f320 fffff801`79439fc0 : [...] : acmesvc!Kill+0x1f';
  assert.deepEqual(frames(null, text), ['nt!PspCatchCriticalBreak+0xa9', 'acmesvc!Kill+0x1f']);
});

test('takes no row for a frame that prose below the stack quotes again', () => {
  const rows =
    '8a1e89a4 82ab5a8c 865419e0 00000000 00010000 nt!RtlInitUnicodeString+0x1b\n8a1e89f4 884e40d7 855ffc00 00000003 41414141 nt!IopfCompleteRequest+0x281\n8a1e8a18 884e428f 871f7f68 871f7fd8 871f7f68 acmeflt+0x20d7';
  const prose =
    'We see that it completes the request:\n8a1e89f4 884e40d7 855ffc00 00000003 41414141 nt!IopfCompleteRequest+0x281';
  assert.equal(frames(null, `Stack trace:\n${rows}\n\n${prose}`).length, 3);
});

test('the interrupt table is no stack', () => {
  const row = 'fffff8012f6d94fd nt!KiPageFault';
  assert.deepEqual(stacks('!idt', `Dumping IDT: fffff8012f6d0000\n\n${row}\n${row}\n${row}`), []);
});

test('reads a name that begins with its calling convention in the line below its columns', () => {
  const below = 'fe8c8d8c fc61660a fc6186a4 804054a0 fed82008\nNT!@ExfInterlockedInsertTailList@12+0xd';
  const rows = `ChildEBP RetAddr  Args to Child\n${below}\nfe8c8d9c fc61052c fed57ce8 fee15108 fee15108 acmeflt!Add+0x40`;
  assert.deepEqual(frames('kb', rows), ['NT!@ExfInterlockedInsertTailList@12+0xd', 'acmeflt!Add+0x40']);
});

test('reads a row that an arrow marks', () => {
  const row = 'f88daeb4 bae829f2 00000000 00000000 8290cd60 acmeflt!Send+0x150';
  assert.deepEqual(frames('kb', `${row}\n=> ${row}\n--> ${row}`), Array(3).fill('acmeflt!Send+0x150'));
});
