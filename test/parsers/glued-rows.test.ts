import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSite } from '#src/diagnosis/parsers/stack/call-stack-symbol.ts';
import { frames, stacks } from './stack-rows.ts';

const ROWS: readonly [name: string, command: string | null, text: string, expected: readonly string[]][] = [
  [
    'the last argument of x64, glued to its call site',
    'kb',
    [
      'ffffb10a`11c25ca8 fffff803`5be78569     : 00000000`0000000a ffffb104`050230e8 00000000`00000002 00000000`00000000 : nt!KeBugCheckEx',
      'ffffb10a`11c25cb0 fffff803`5be75077     : ffffb10a`11c25cf0 00000000`00000000 00000010`00020000 00000000`00000006nt!KiBugCheckDispatch+0x69',
      'ffffb10a11c25df0 fffff8033a217150 ffffd60724d54000 ffffb10a11c25f9c 0003a7d02c610000 f9357a9000000000acmecap+0x7150',
    ].join('\n'),
    ['nt!KeBugCheckEx', 'nt!KiBugCheckDispatch+0x69', 'acmecap+0x7150'],
  ],
  [
    'the last argument of x86, in front of a name that begins like a number',
    'kb',
    'a1c42d84 a8a295a3 000000e2 cccccccc 81b37434nt!KeBugCheckEx+0x1b\na1c42dac 8058be15 81b37338 00000000 00000000b57acme!Dump+0x51',
    ['nt!KeBugCheckEx+0x1b', 'b57acme!Dump+0x51'],
  ],
  [
    'the two first columns, without and with backticks',
    null,
    [
      '00 ffffd10a72d0e6a8fffff80455a0d5a9 nt!KeBugCheckEx',
      '01 ffffd10a72d0e7f0fffff80c4e1a2f10 nt!KiPageFault+0x454',
      '02 ffffd10a`72d0e980fffff804`5588c3d7 acmeflt+0x2f10',
      '03 ffffd10a`72d0e9f000000000`00000000 nt!IofCallDriver+0x55',
    ].join('\n'),
    ['nt!KeBugCheckEx', 'nt!KiPageFault+0x454', 'acmeflt+0x2f10', 'nt!IofCallDriver+0x55'],
  ],
  [
    'the frames that dx lists',
    'dx -r1 @$curstack.Frames',
    '    [0x0]            : nt!KeBugCheckEx [Switch To]\n    [0x1]            : acmeflt!Read + 0x44 [Switch To]\n    [0x2]            : nt!IofCallDriver + 0x55',
    ['nt!KeBugCheckEx', 'acmeflt!Read+0x44', 'nt!IofCallDriver+0x55'],
  ],
  ['frame numbers', 'kc', '00nt!KeBugCheckEx\n01nt!KiPageFault+0x3', ['nt!KeBugCheckEx', 'nt!KiPageFault+0x3']],
  [
    'rows of dps, the value in the name',
    'dps ffffb10a11c25d00',
    'ffffb10a`11c25d08  fffff803`02c7e1e9nt!KiPageFault+0x260\nffffb10a`11c25d10  fffff803`01234567acmeflt+0x4567',
    ['nt!KiPageFault+0x260', 'acmeflt+0x4567'],
  ],
  [
    'whole rows of dds, two in a line',
    'dds esp',
    '8c1c64c4  8b336ca5 ndis!ndisMTop+0x2d8c1c64c8  8b38ba2e acmeflt!Read+0x1048\n8c1c64d0  8b38ba2e acmeflt!Read+0x62',
    ['ndis!ndisMTop+0x2d', 'acmeflt!Read+0x1048', 'acmeflt!Read+0x62'],
  ],
  [
    'the row below, whose line feed was lost',
    'kb',
    'a1c42dac 8058be15 81b37338 00000000 00000000 acme!Dump+0x51\na1c42ddc 8050a4da a8a29552 81b37338 00000000 nt!PspSystemThreadStartup+0x300000000 00000000 00000000 00000000 00000000 nt!KiThreadStartup+0x16',
    ['acme!Dump+0x51', 'nt!PspSystemThreadStartup+0x3', 'nt!KiThreadStartup+0x16'],
  ],
  [
    'registers that the frame has, marked before its call site',
    '!mex.t',
    '00 ffffb10a`11c25df0 fffff803`3a217150 (T) nt!KiPageFault+0x437\n01 ffffb10a`11c25f80 fffff803`3a2166b0 acmecap+0x7150',
    ['nt!KiPageFault+0x437', 'acmecap+0x7150'],
  ],
  [
    'remarks with arrows',
    'kb',
    'a1c42d84 a8a295a3 000000e2 cccccccc 81b37434 nt!IofCallDriver <- 从这里进入\na1c42dac 8058be15 81b37338 00000000 00000000 acme+0x51 ← der Übeltäter',
    ['nt!IofCallDriver', 'acme+0x51'],
  ],
];

for (const [name, command, text, expected] of ROWS) {
  test(`reads ${name}`, () => {
    assert.deepEqual(frames(command, text), expected);
  });
}

test('a frame marked with (T) keeps the mark', () => {
  const [stack] = stacks(
    'k',
    '00 ffffb10a`11c25df0 fffff803`3a217150 (T) nt!KiPageFault+0x437\n01 ffffb10a`11c25f80 fffff803`3a2166b0 acmecap+0x7150',
  );
  assert.deepEqual(
    stack?.frames.map(({ trapFrame }) => trapFrame),
    [true, false],
  );
});

test('the debugger guesses on behind its warning, and a short address is a frame of its own', () => {
  const warning = 'WARNING: Frame IP not in any known module. Following frames may be wrong.';
  const first = 'b0c41a60 00000d3a badb0d00 b0c41a60 ff3a0172 nt!KiServiceExit2+0x8c (FPO: [0,0] TrapFrame @ b0c41a60)';
  const text = `ChildEBP RetAddr  Args to Child\n${first}\n${warning}\n86a4c2d1 00000000 00000000 00000000 00000000 0xd3a`;
  assert.deepEqual(frames('kv', text), ['nt!KiServiceExit2+0x8c', '0xd3a']);
});

const OFFSETS: readonly [site: string, module: string | null, offset: string | null][] = [
  ['f9357a9000000000nt!RtlCopyMemory+0x12', 'nt', '0x12'],
  ['00000000nt!KiPageFault+0x12', 'nt', '0x12'],
  ['acme!Read+0x69fffff880`02f69a10', 'acme', '0x69'],
  ['acme!Read+0x12ffffb10a11c25d10', 'acme', '0x12'],
  ['acme+0x300000000', 'acme', '0x3'],
  ['acme!Read+0x000000000000000d', 'acme', '0xd'],
  ['acme!Read+0xfffff80312345678', 'acme', null],
  ['deadbee1acme!Read+0x1', 'deadbee1acme', '0x1'],
];

for (const [site, module, offset] of OFFSETS) {
  test(`takes no digits of a column into ${site}`, () => {
    const read = readSite(site);
    assert.deepEqual([read?.module, read?.offset], [module, offset]);
  });
}
