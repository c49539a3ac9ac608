import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instruction } from '#src/diagnosis/parsers/execution/instruction.ts';
import { PROSE, sectionOf } from './section-of.ts';

function readAll(command: string | null, text: string) {
  const section = sectionOf(command, text);
  return instruction.accepts(section) ? (instruction.read(section).instructions ?? []) : [];
}

test('reads the faulting instruction below the registers with the memory it touched', () => {
  const text = `rax=0000000000000000 rbx=0000000000000000 rcx=0000000000000000
rip=fffff80422223333 rsp=fffff98012345670 rbp=0000000000000080
acmeflt!AcmeSend+0x43:
fffff804\`22223333 488b4018        mov     rax,qword ptr [rax+18h] ds:002b:00000000\`00000018=????????????????`;
  assert.deepEqual(readAll('.trap 0xfffff98012345678', text), [
    {
      address: '0xfffff80422223333',
      symbol: 'acmeflt!AcmeSend+0x43',
      symbolLines: [3, 3],
      bytes: '488b4018',
      text: 'mov rax,qword ptr [rax+18h]',
      touches: { address: '0x18', readable: false },
      atFault: true,
      lines: [4, 4],
    },
  ]);
});

test('tells FAULTING_IP from FOLLOWUP_IP and gives offsets their prefix', () => {
  const text = `FAULTING_IP: 
acmeflt+26c3
8d0db2c3 66833e02        cmp     word ptr [esi],2

FOLLOWUP_IP: 
acmeflt!Next+1f [d:\\src\\acme\\next.c @ 12]
8d0db3c3 85c0            test    eax,eax`;
  assert.deepEqual(
    readAll('!analyze -v', text).map((row) => [row.symbol, row.atFault, row.address]),
    [
      ['acmeflt+0x26c3', true, '0x8d0db2c3'],
      ['acmeflt!Next+0x1f', false, '0x8d0db3c3'],
    ],
  );
});

test('reads rows of ub, none of them at fault, the label only for the first', () => {
  const text =
    'acmeflt+0x100:\nfffff804`22220100 cc              int     3\nfffff804`22220101 48ff254d2deaff  jmp     qword ptr [acmeflt+0x6e (fffff804`2222006e)]';
  const rows = readAll('ub fffff80422220108', text);
  assert.deepEqual(
    rows.map((row) => [row.symbol, row.atFault]),
    [
      ['acmeflt+0x100', false],
      [null, false],
    ],
  );
});

test('the stop itself is no fault of the code that stands there', () => {
  const text =
    'rax=0 rbx=0 rcx=0000000000000004 rip=fffff80422223333\nnt!KeBugCheckEx:\nfffff804`22223333 48894c2408      mov     qword ptr [rsp+8],rcx ss:0018:fffff980`12345678=0';
  assert.equal(readAll('r', text)[0]?.atFault, false);
});

test('reads unreadable code, a torn operand line and a row glued to the registers', () => {
  const torn = 'acmeflt!Send+0x35:\n82c83603 c60000 mov byte ptr [eax],0\n   ds:0023:7fff0000=??';
  assert.deepEqual(readAll('.trap 0', torn)[0]?.touches, { address: '0x7fff0000', readable: false });
  assert.deepEqual(readAll('.trap 0', torn)[0]?.lines, [2, 3]);
  const glued = 'cs=0010 ss=0018 efl=00000282 acmeflt!Send+0x4b: fffff804`22223333 4883eb18 sub rbx,18h';
  assert.deepEqual(
    readAll('.trap 0', glued).map((row) => [row.symbol, row.text]),
    [['acmeflt!Send+0x4b', 'sub rbx,18h']],
  );
  assert.equal(readAll('r', '00000032`00360035 ??')[0]?.text, '???');
});

test('reads a row torn into its columns below the registers', () => {
  const torn = `cs=0010 ss=0018 ds=002b es=002b fs=0053 gs=002b
efl=00000246
acmeflt!Table:
fffff803\`2addb290 0100
                                       dword ptr [rax],eax
                                add
ds:002b:fffff803\`2addb290=00000001`;
  assert.deepEqual(
    readAll('.trap 0', torn).map((row) => [row.symbol, row.bytes, row.touches, row.atFault]),
    [['acmeflt!Table', '0100', { address: '0xfffff8032addb290', readable: true }, true]],
  );
  assert.deepEqual(readAll('k', 'acmeflt!Table+0x12\na72ab9d4 88c8b8b6'), []);
});

test('stays silent on module rows, memory dumps, stack rows and prose', () => {
  const others = `804d7000 806eb500   nt         (pdb symbols)
f8b71790 41 b8 46 69 6c 74 03 d1-0f b7 08 8d
a72ab9d4 88c8b8b6 ffff0000 00000312 nt!ProbeForRead+0x2e
817329b0  01900006 81861788 00000070 ffa59220`;
  assert.deepEqual(readAll(null, others), []);
  assert.deepEqual(readAll(null, PROSE), []);
});
