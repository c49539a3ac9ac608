import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLines } from '#src/diagnosis/intake/read-lines.ts';

const KB = [
  '# RetAddr           : Args to Child                                                           : Call Site',
  '00 fffff803`5bbd7a21 : 00000000`0000011c fffff803`5bc72d40 00000000`00000065 fffff803`5bb23e14 : nt!DbgBreakPointWithStatus',
  '01 fffff803`5bbd880e : 00000000`00000003 00000000`00000000 00000000`0000005c fffff803`5bb24670 : nt!KiBugCheckDebugBreak+0x12',
  '02 fffff803`5bae72c4 : 00000000`00000001 fffff803`5ba3c473 00000000`00001a90 00000000`00000000 : nt!KeBugCheck2+0x71e',
  '03 fffff803`5ba3c574 : 00000000`0000005c 00000000`0000011c 00000000`00000002 00000000`00000000 : nt!KeBugCheckExecute+0x104',
  '04 fffff803`5bd28b66 : 00000000`00000230 fffff803`03a42588 fffff803`013eab30 00000001`00000000 : acme!InitializeTheTimer+0x33',
  '05 00000000`00000000 : 00000000`00000000 00000000`00000000 00000000`00000000 00000000`00000000 : nt!KiSystemStartup+0x196',
];
const KN = [
  '00 a1c42d84 a8a295a3 000000e2 cccccccc 81b37434 nt!KeBugCheckWithTf+0x1b',
  '01 a1c42dac 8058be15 81b37338 00000000 00000000 acmecap!DumpThread+0x51c',
  '02 a1c42dbc 8058be15 81b37338 00000000 00000000 acmecap!DumpThread+0x51d',
  '03 a1c42ddc 8050a4da a8a29552 81b37338 00000000 nt!PspThreadStart+0x3e',
];
const KF = [
  '00        40 ffffb10a`9ee66850 fffff803`2b7f8801     acmedisp!MarkDeviceAsBroken+0x4d',
  '01       198 ffffb10a`9ee66890 fffff803`2b7f8802     acmedisp!MarkDeviceAsBroken+0x5d',
  '02        20 ffffb10a`9ee66a28 fffff803`2b7f8803     nt!PspSystemThreadStartup+0x34',
  '03         0 ffffb10a`9ee66b00 00000000`00000000     nt!KiStartSystemThread+0x28',
];

/** Rows that are as wide as the widest one look as if a mail had cut them there. */
const LISTINGS: readonly [name: string, rows: readonly string[]][] = [
  ['kb of x64', KB],
  ['kn of x86', KN],
  ['kf', KF],
];

for (const [name, rows] of LISTINGS) {
  test(`the number of a row of ${name} is not the end of the offset above it`, () => {
    assert.deepEqual(texts(rows.join('\n')), rows);
  });

  test(`${name}, quoted and indented`, () => {
    assert.deepEqual(texts(rows.map((row) => `>       ${row}`).join('\n')), rows);
  });
}

function texts(paste: string): string[] {
  return readLines(paste).lines.map(({ text }) => text.trim());
}
