import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import { toReport } from '#src/report/to-report.ts';
import { assertGrowth } from './support/growth.ts';

const knowledge = loadKnowledge();

const STOP = `0: kd> !analyze -v
DRIVER_POWER_STATE_FAILURE (9f)
Arguments:
Arg1: 0000000000000003, A device object has been blocking an Irp for too long a time
Arg2: ffffd48a11112222, Physical Device Object of the stack
Arg3: fffff80511112222, nt!TRIAGE_9F_POWER
Arg4: ffffd48a00000010, The blocked IRP
`;
const LM = '0: kd> lm\nstart             end                 module name\n';
const K = '0: kd> k\nChild-SP          RetAddr           Call Site\n';

/** Lists as long as a session or a person that means harm can make them; each row names something of its own. */
const LISTS: readonly [name: string, head: string, row: (at: number, digits: string) => string][] = [
  ['modules', LM, (at, digits) => `fffff80a\`${digits} fffff80b\`${digits}   m${at}   (deferred)\n`],
  [
    'modules of an application',
    LM,
    (at, digits) => `00007ff8\`${digits} 00007ff8\`${digits.slice(0, -4)}ffff   m${at}   (deferred)\n`,
  ],
  [
    'requests',
    '0: kd> !irpfind\n',
    (at, digits) =>
      `Irp is active with 1 stacks 1 is current (= 0xffffd48a\`${digits})\n>[IRP_MJ_POWER(16), IRP_MN_SET_POWER(2)]\n` +
      `    0 e1 ffffd48a\`${digits} 00000000 fffff805\`11112222-00000000 Success Error Cancel pending\n\t\\Driver\\maker${at}\n`,
  ],
  ['devices', '', (at, digits) => `  ffffd48a\`${digits}  \\Driver\\maker${at}   ffffd48a\`${digits}\n`],
  ['frames', K, (at, digits) => `ffffae01\`${digits} fffff805\`${digits} maker${at}!Step+0x1\n`],
  [
    'frames without names',
    LM + lm(2000) + K,
    (_, digits) => `ffffae01\`${digits} fffff80a\`${digits} fffff80a\`${digits}\n`,
  ],
  ['names between prose', K, (at) => `0${at % 9} maker!Step${at}\nand then it came to\n`],
  ['stacks', '', (at, digits) => `${K}ffffae01\`${digits} fffff805\`${digits} maker${at}!Step+0x1\n`],
  [
    'pool blocks with owners',
    '',
    (at, digits) =>
      `0: kd> !pool ffffd48a${digits} 2\n*ffffd48a${digits} size: 600 previous size: 0 (Allocated) *T${(at % 4096).toString(16)}\n` +
      `\t\tPooltag T${(at % 4096).toString(16)} : x, Binary : maker${at}.sys\n`,
  ],
  ['named drivers', '', (at) => `Probably caused by : maker${at}.sys ( maker${at}+1 )\n`],
  ['stops', '', (_, digits) => `*** STOP: 0x0000001E (0x${digits},0x00000001,0x00000002,0x00000003)\n`],
  ['headed stacks', '', (at) => `${2000 + at}-03-04\nnt!KeBugCheckEx\nnt!KiPageFault+0x463\nmaker${at}+0x18f0\n\n`],
  ['headings with codes', '', (at) => `## 0x${((at % 250) + 1).toString(16)} of ${2000 + at}-03-04\n`],
  ['rows of crashes', '| Date | Stop code |\n', (at) => `| 2026-03-04 ${at} | 0xD1 |\n`],
  ['heads of tables', '', () => '| Date | Stop code |\n\n'],
  ['items of crashes', '', (at) => `- 2026-03-04 ${at}: 0xD1 in maker${at}.sys\n`],
  ['labels above files', '', (at) => `What failed:\n\nmaker${at}.sys\n\n`],
  [
    'sessions',
    '',
    (at) => `Microsoft (R) Windows Debugger Version 10\n${STOP.replace('ffffd48a1111', `ffffd48a${at + 1000}`)}`,
  ],
];

/** Crashes that somebody tells, without any output. */
const TOLD: typeof LISTS = [
  [
    'rows of a table',
    '| Date | Stop code | Driver |\n|---|---|---|\n',
    (at) => `| 2026-05-0${1 + (at % 9)} | 0xD1 | m${at}.sys |\n`,
  ],
  ['tables of one row', '', (at) => `| Machine | Stop code |\n| LAB-${at} | 0x${(0x10 + (at % 99)).toString(16)} |\n`],
  ['rows without bars', 'Machine Stop code Driver\n', (at) => `LAB-${at} 0x0000000a m${at}.sys\n`],
  ['heads without bars', '', () => 'Machine 7 Stop code\n'],
  [
    'headings with a stop',
    '',
    (at) => `## Crash ${at % 99}:\n\nMy PC bluescreened with 0x${(0x10 + (at % 99)).toString(16)}.\n`,
  ],
  ['sentences', '', (at) => `My PC bluescreened with stop code 0x50 and m${at}.sys was named.\n`],
  ['screens', '', (at) => `Stop code: PAGE_FAULT_IN_NONPAGED_AREA\nWhat failed: m${at}.sys\n\n`],
];

function lm(count: number): string {
  const digits = (at: number) => (at * 0x8000).toString(16).padStart(8, '0');
  return Array.from(
    { length: count },
    (_, at) => `fffff80a\`${digits(at)} fffff80a\`${digits(at + 1)}   n${at}   (deferred)\n`,
  ).join('');
}

const SMALL = 60_000;
const FACTOR = 8;

for (const [name, head, row] of LISTS) {
  test(`diagnosing, telling and reporting takes linear time on a list of ${name}`, () => {
    const list = (size: number) => STOP + head + rowsOf(row, size);
    const [small, large] = [list(SMALL), list(SMALL * FACTOR)];
    assertGrowth(name, { small: () => tell(small), large: () => tell(large), most: 3 * FACTOR, grain: 10 });
  });
}

for (const [name, head, row] of TOLD) {
  test(`and on crashes that are told as ${name}, no more of which are compared than of dumps`, () => {
    const list = (size: number) => head + rowsOf(row, size);
    const [small, large] = [list(SMALL), list(SMALL * FACTOR)];
    assert.ok(diagnose([{ source: null, text: small }], knowledge).crashes.length <= 120);
    assertGrowth(name, { small: () => tell(small), large: () => tell(large), most: 3 * FACTOR, grain: 10 });
  });
}

function rowsOf(row: (at: number, digits: string) => string, size: number): string {
  const rows: string[] = [];
  for (let at = 0, length = 0; length < size; at += 1) {
    const text = row(at, (at * 16).toString(16).padStart(8, '0'));
    rows.push(text);
    length += text.length;
  }
  return rows.join('');
}

function tell(text: string): unknown {
  const pastes = [{ source: null, text }];
  const diagnosis = diagnose(pastes, knowledge);
  return [toReport(diagnosis, 'en'), buildReply(diagnosis, pastes, 'zh')];
}
