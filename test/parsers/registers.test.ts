import assert from 'node:assert/strict';
import { test } from 'node:test';
import { registers } from '#src/diagnosis/parsers/execution/registers.ts';
import { PROSE, sectionOf } from './section-of.ts';

const X64 = `rax=0000000000000018 rbx=ffffa10211223340 rcx=0000000000000000
rdx=fffff80411110000 rsi=0000000000000000 rdi=0000000000000001
rip=fffff80422223333 rsp=fffff98012345670 rbp=0000000000000080
 r8=0000000000000002  r9=0000000000000003 r10=0000000000000000
iopl=0         nv up ei pl zr na po nc
cs=0010  ss=0018  ds=002b  es=002b  fs=0053  gs=002b             efl=00010246`;

function readAll(command: string | null, text: string) {
  const section = sectionOf(command, text);
  return registers.accepts(section) ? (registers.read(section).registers ?? []) : [];
}

test('reads the registers of a trap frame, with the command that set them', () => {
  const [block, ...others] = readAll('.trap 0xfffff98012345678', `NOTE: The trap frame is partial.\n${X64}`);
  assert.equal(others.length, 0);
  assert.equal(block?.command, '.trap 0xfffff98012345678');
  assert.deepEqual(block?.lines, [2, 7]);
  assert.equal(block?.values.rip, '0xfffff80422223333');
  assert.equal(block?.values.rbx, '0xffffa10211223340');
  assert.equal(block?.values.r8, '0x2');
  assert.equal(block?.values.efl, '0x10246');
});

test('tells TRAP_FRAME from CONTEXT inside !analyze, and keeps two blocks apart', () => {
  const text = `TRAP_FRAME:  97e2b94c -- (.trap 0xffffffff97e2b94c)\n${X64}\nResetting default scope\nCONTEXT:  ffff -- (.cxr 0xffff)\n${X64}`;
  assert.deepEqual(
    readAll('!analyze -v', text).map((block) => [block.command, block.lines]),
    [
      ['TRAP_FRAME', [2, 7]],
      ['CONTEXT', [10, 15]],
    ],
  );
});

test('knows the frame of .frame /r, from the command or from the echoed row', () => {
  assert.equal(readAll('.frame /r 0x11', X64)[0]?.frame, 17);
  assert.equal(readAll('.frame /r 0n11', X64)[0]?.frame, 11);
  const echoed = `1f fffff980\`12345670 fffff804\`22223333 acmeflt!Send+0x12\n${X64}`;
  assert.equal(readAll('.frame /r', echoed)[0]?.frame, 31);
});

test('reads x86 and ARM64 registers', () => {
  const x86 =
    'eax=00000000 ebx=81cc80e0 ecx=81e55688 edx=00000000 esi=81cc8028\neip=f832035c esp=f8950e70 ebp=f8950e90';
  assert.equal(readAll('r', x86)[0]?.values.eip, '0xf832035c');
  const arm =
    ' x0=0000000000000000   x1=ffffa10211223340   x2=0000000000000010\n fp=ffff80001234 lr=fffff80411112222 sp=ffff800012345670\n pc=fffff80422223333 psr=60000144 -ZC- EL1';
  assert.equal(readAll('r', arm)[0]?.values.pc, '0xfffff80422223333');
});

test('reads what damage leaves: a lost line, a digit confused, one register asked for', () => {
  const cut = readAll('.trap ffff', X64.split('\n').slice(1, 3).join('\n').replace('efl', 'ef1'));
  assert.equal(cut[0]?.values.rip, '0xfffff80422223333');
  assert.equal(cut[0]?.values.rax, undefined);
  assert.equal(readAll('r rcx', 'rcx=0000000000000004')[0]?.values.rcx, '0x4');
});

test('stays silent on prose and on a single equation', () => {
  assert.deepEqual(readAll(null, PROSE), []);
  assert.deepEqual(readAll(null, 'the loop ends when cx=5'), []);
});
