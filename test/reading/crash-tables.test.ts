import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

/** Tables in which somebody keeps the crashes of a machine: each row is one. */

const knowledge = loadKnowledge();

function rowsOf(text: string): string[] {
  return diagnose([{ source: null, text }], knowledge).crashes.map(({ crash, bugcheck }) => {
    const args = (crash.bugcheck?.args ?? []).map((one) => one ?? '-').join(' ');
    const leads = crash.facts.toldDrivers.map(({ image }) => image).join(' ');
    return [crash.name ?? '-', crash.bugcheck?.code ?? bugcheck?.code ?? '-', args, leads].filter(Boolean).join(' | ');
  });
}

test('a row with a day and a code is a crash, the same code in another row is another one, and its driver goes with it', () => {
  const text = [
    'Crashes of our file server, four in two weeks:',
    '',
    '| # | When | BugCheck | P1 (address) | P2 (IRQL) | Faulting instruction |',
    '|---|---|---|---|---|---|',
    '| 1 | 2026-09-09 18:21 | 0xD1 | `0x8` | 2 | `acmenet+0xc4f4` |',
    '| 2 | 2026-09-09 21:42 | 0xD1 | `0x8` | 2 | `acmenet+0x5ff10` |',
    '| 3 | 2026-09-11 10:46 | **0x133** | 0 | DISPATCH_LEVEL | acmeflt.sys |',
  ].join('\n');
  assert.deepEqual(rowsOf(text), [
    '2026-09-09 18:21 | 0xd1 | 0x8 0x2 - - | acmenet',
    '2026-09-09 21:42 | 0xd1 | 0x8 0x2 - - | acmenet',
    '2026-09-11 10:46 | 0x133 | 0x0 - - - | acmeflt.sys',
  ]);
});

test('tabs part cells as well, a name stands for its code, and a machine tells rows apart', () => {
  const text =
    'Machine\tStop code\tDriver\nLAB-07\tMEMORY MANAGEMENT\t\nLAB-09\tDRIVER_POWER_STATE_FAILURE\tacmecam.sys';
  assert.deepEqual(rowsOf(text), ['LAB-07 | 0x1a', 'LAB-09 | 0x9f | acmecam.sys']);
});

test('the heads may be in other languages', () => {
  assert.deepEqual(
    rowsOf('| 日期 | 停止代码 | 驱动 |\n|---|---|---|\n| 9月12日 | 0x139 | acmeflt.sys |\n| 9月14日 | 0x3b | |'),
    ['9月12日 | 0x139 | acmeflt.sys', '9月14日 | 0x3b'],
  );
});

test('what a row does not tell apart is no crash: a list of codes, or a row without a code', () => {
  assert.deepEqual(rowsOf('| Stop code | Meaning |\n|---|---|\n| 0x9F | power |\n| 0x133 | watchdog |'), []);
  assert.deepEqual(rowsOf('| Date | Stop code |\n|---|---|\n| 2026-09-09 | none |\n| 2026-09-10 | - |'), []);
});

const TABLE = [
  '| Date | Stop code | Driver |',
  '|---|---|---|',
  '| 2026-05-01 | 0x000000D1 | acmewifi.sys |',
  '| 2026-05-03 | 0x00000050 | acmeflt.sys |',
];
const STACK = [
  '0: kd> k',
  ' # Child-SP          RetAddr               Call Site',
  '00 ffffd000`20b0e5b8 fffff801`5d5d5e69     nt!KeBugCheckEx',
  '01 ffffd000`20b0e700 fffff800`3ec01234     nt!KiPageFault+0x51e',
  '02 ffffd000`20b0e890 fffff801`5d41e1c5     acmeflt+0x1234',
];

test('a stack beside a table is of the row whose driver it shows, and the other rows stay crashes', () => {
  const crashes = ['2026-05-03 | 0x50 | acmeflt.sys', '2026-05-01 | 0xd1 | acmewifi.sys'];
  assert.deepEqual(rowsOf([...TABLE, '', 'Of one of them:', ...STACK].join('\n')).toSorted(), crashes.toSorted());
});

test('a stack that shows the driver of no row is a crash of its own, without the code of a row', () => {
  const other = STACK.map((line) => line.replace('acmeflt', 'acmenet'));
  assert.deepEqual(rowsOf([...TABLE, '', ...other].join('\n')).toSorted(), [
    '- | -',
    '2026-05-01 | 0xd1 | acmewifi.sys',
    '2026-05-03 | 0x50 | acmeflt.sys',
  ]);
});

test('the output of an analysis beside a table is the crash of the row with its stop', () => {
  const output = [
    'DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)',
    'Arguments:',
    'Arg1: 0000000000000008, memory referenced',
    'Arg2: 0000000000000002, IRQL',
    'Arg3: 0000000000000000, read operation',
    'Arg4: fffff80112345678, address which referenced memory',
  ];
  assert.deepEqual(rowsOf([...TABLE, '', ...output].join('\n')), [
    '2026-05-01 | 0xd1 | 0x8 0x2 0x0 0xfffff80112345678 | acmewifi.sys',
    '2026-05-03 | 0x50 | acmeflt.sys',
  ]);
});

test('two tables, one right below the other, have heads of their own', () => {
  const text = [
    '| Date | Stop code | Driver |',
    '| 2026-05-01 | 0xD1 | acmewifi.sys |',
    '| Driver | Machine | Stop code |',
    '| acmeflt.sys | LAB-07 | 0x50 |',
  ].join('\n');
  assert.deepEqual(rowsOf(text), ['2026-05-01 | 0xd1 | acmewifi.sys', 'LAB-07 | 0x50 | acmeflt.sys']);
});

test('of a table without end so many rows are crashes as dumps may be, and the reader says so', () => {
  const rows = Array.from({ length: 400 }, (_, at) => `| LAB-${at} | 0xD1 | acme${at}.sys |`);
  const text = ['| Machine | Stop code | Driver |', ...rows].join('\n');
  const { crashes, warnings } = diagnose([{ source: null, text }], knowledge);
  assert.equal(crashes.length, 120);
  assert.ok(warnings.some(({ text: { en } }) => en.includes('only the first 120')));
});

test('times in the first column are no prefix of the lines, however many rows there are', () => {
  const rows = Array.from({ length: 6 }, (_, at) => `2026-05-0${1 + at} 09:11:02 AM\t0x000000D${at}\tacme${at}.sys`);
  const heads = ['Crash Time\tBug Check Code\tCaused By Driver', 'Time | Code | Driver', '时间\t停止代码\t驱动'];
  for (const head of heads) {
    const found = rowsOf([head, ...rows].join('\n').replaceAll('\t', head.includes('|') ? ' | ' : '\t'));
    assert.equal(found.length, 6, head);
    assert.equal(found[2]?.split(' | ').at(-1), 'acme2.sys');
  }
});

test('rows of one width are no line that a mail cut', () => {
  const widths: readonly [string, (at: number) => string][] = [
    [
      'Date | Stop code | Driver',
      (at) => `2026-05-1${at} | ${at % 2 === 0 ? '0x000000D1' : '0x00000050'} | acmenetworkadapter${at}.sys`,
    ],
    ['| Machine | Stop code | Driver |', (at) => `| LAB-1${at} | DRIVER_IRQL_NOT_LESS_OR_EQUAL | acmeflt${at}.sys  |`],
    ['Dump File\tBug Check Code\tDriver', (at) => `05252${at}-9843-01.dmp\t0x000000D1\tacmenetworkadapter${at}.sys`],
  ];
  for (const [head, row] of widths) {
    const found = rowsOf([head, ...Array.from({ length: 9 }, (_, at) => row(at))].join('\n'));
    assert.deepEqual(
      found.map((one) => one.slice(-5, -4)),
      [...'012345678'],
      head,
    );
  }
});
