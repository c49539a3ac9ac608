import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { PARSERS } from '#src/diagnosis/parsers/index.ts';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';
import { stopNames } from '#src/diagnosis/reading/told/stop-names.ts';

/** Headings and items of one form part a text into dumps. All drivers are invented. */

const knowledge = loadKnowledge();
const names = stopNames(knowledge.stopNames);

function crashesOf(text: string): string[] {
  return diagnose([{ source: null, text }], knowledge).crashes.map(({ crash, bugcheck, judgement: { verdict } }) =>
    [crash.bugcheck?.code ?? bugcheck?.code ?? '-', verdict.culprit].join(' '),
  );
}

const namesOf = (text: string) =>
  diagnose([{ source: null, text }], knowledge).crashes.map(({ crash }) => crash.name ?? null);

const stack = (driver: string, offset = '18f0') =>
  `nt!KeBugCheckEx\nnt!KiBugCheckDispatch+0x69\nnt!KiPageFault+0x463\n${driver}+0x${offset}\n${driver}+0x2a10\nnt!IopfCallDriver+0x53\n`;

test('headings of one form own the stacks below them, whatever form it is', () => {
  for (const [first, second] of [
    ['4 March', '6 March'],
    ['### 2024-03-04 09:12', '### 2024-03-06 17:40'],
    ['2024-03-04 09:12', '2024-03-04 17:40'],
    ['**Monday**', '**Thursday**'],
    ['## Dump 1 (Monday)', '## Dump 2 (Tuesday)'],
    ['3月4日', '3月6日'],
    ['第一个dump', '第二个dump'],
  ] as const) {
    const text = `${first}\n\n${stack('acmetape')}\n${second}\n\n${stack('acmetape', '1b40')}`;
    assert.deepEqual(crashesOf(text), ['- acmetape.sys', '- acmetape.sys'], first);
  }
});

test('the code that a heading names is of the dump below it, and one that it denies is not', () => {
  assert.deepEqual(
    crashesOf(`1) 0xD1\n${stack('acmetape')}\n2) 0x3B\n${stack('acmescan')}\n3) 0x50\n${stack('acmenet')}`),
    ['0xd1 acmetape.sys', '0x3b acmescan.sys', '0x50 acmenet.sys'],
  );
  assert.deepEqual(
    crashesOf(`## Bugcheck 0xA\n${stack('acmescan')}\n## Not the 0xA again, this time 0xD1\n${stack('acmetape')}`),
    ['0xa acmescan.sys', '0xd1 acmetape.sys'],
  );
});

test('a heading with a code and no stack is a crash of its own', () => {
  const text = `## Crash A: 0xD1 DRIVER_IRQL_NOT_LESS_OR_EQUAL\n${stack('acmetape')}\n## Crash B: 0x133 DPC_WATCHDOG_VIOLATION\nI have no stack of this one, only the code.\n`;
  assert.deepEqual(crashesOf(text), ['0xd1 acmetape.sys', '0x133 unknown']);
});

test('the header of a stop below a heading stays with it', () => {
  const text = `## Dump 1 (Monday)\nDRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)\n\n${stack('acmetape')}\n## Dump 2 (Tuesday)\nSYSTEM_SERVICE_EXCEPTION (3b)\n\n${stack('acmescan')}`;
  assert.deepEqual(crashesOf(text), ['0xd1 acmetape.sys', '0x3b acmescan.sys']);
  assert.deepEqual(namesOf(text), ['Dump 1 (Monday)', 'Dump 2 (Tuesday)']);
});

const ONE_DUMP: readonly string[] = [
  `## Stop code: 0xD1\nDRIVER_IRQL_NOT_LESS_OR_EQUAL\n\n## Stack\n${stack('acmetape')}\n## System (2026-03-04)\nWindows 10\n`,
  `## 2026-03-04\nThe laptop crashed, stop code 0xD1.\n\n## 2026-03-05\nRan the debugger on it:\n${stack('acmetape')}`,
  `### Bugcheck 0xD1\nDRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)\n\n### Stack of the 0xD1\n${stack('acmetape')}`,
  `DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)\n${stack('acmetape')}\nDriver dates:\n4 March 2026 acmetape.sys\n5 March 2026 acmescan.sys\n`,
];

for (const text of ONE_DUMP) {
  test(`is a report on one dump: ${JSON.stringify(text.slice(0, 30))}`, () => {
    assert.deepEqual(crashesOf(text), ['0xd1 acmetape.sys']);
  });
}

test('a stop that stands right above the second stack is its own', () => {
  const text = `${stack('acmetape')}\nThe other day it was this:\nKMODE_EXCEPTION_NOT_HANDLED (1e)\n\n${stack('acmescan')}`;
  assert.deepEqual(crashesOf(text), ['- acmetape.sys', '0x1e acmescan.sys']);
});

test('items of a list that each have a day and a stop are as many crashes', () => {
  const items = [
    '2026-03-02: 0xD1 in acmetape.sys',
    '2026-03-03: 0xD1 in acmetape.sys',
    '2026-03-09: 0x3B in acmetape.sys',
  ];
  const list = (mark: (at: number) => string) => items.map((item, at) => `${mark(at)} ${item}`).join('\n');
  for (const text of [list(() => '-'), list((at) => `${at + 1}.`)]) {
    assert.deepEqual(crashesOf(`All of this machine:\n\n${text}`), [
      '0xd1 acmetape.sys',
      '0xd1 acmetape.sys',
      '0x3b acmetape.sys',
    ]);
  }
  const chinese = '最近的转储都指向同一个驱动：\n\n1. 3月2日 0xD1 acmetape.sys\n2. 3月4日 0x3B acmetape.sys';
  assert.deepEqual(namesOf(chinese), ['3月2日', '3月4日']);
});

test('a list of what was repaired, or one item alone, is no list of crashes', () => {
  assert.deepEqual(crashesOf('- 2026-03-02: fixed 0xD1 in acmetape.sys\n- 2026-03-03: fixed 0x3B in acmetape.sys'), []);
  assert.deepEqual(crashesOf('- 2026-03-02: see 0xD1'), []);
});

test('words that say "again" or count a machine announce another dump', () => {
  for (const words of [
    'Same crash again this morning, log below:',
    'and this one is from the second laptop',
    'another dump, of 17 August, other machine:',
    '今天早上又蓝屏了，日志如下：',
    '下面这个是第二台笔记本的',
  ]) {
    const text = `DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)\n${stack('acmetape')}\n${words}\n\n${stack('acmetape', '1b40')}`;
    assert.equal(crashesOf(text).length, 2, words);
    assert.notEqual(namesOf(text)[1], null, words);
  }
});

test('a dump that is shown again, with more of it, is the same one', () => {
  const text = `DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)\n${stack('acmetape')}\nHere is the dump again, with the whole stack:\n\n${stack('acmetape')}nt!IofCallDriver+0x59\n`;
  assert.equal(crashesOf(text).length, 1);
});

test('of hundreds of headings, rows or items as many are crashes as a case may hold', () => {
  const rows = Array.from({ length: 400 }, (_, at) => `| 2026-03-0${(at % 9) + 1} ${at} | 0xD1 | acmetape.sys |`);
  const items = Array.from({ length: 400 }, (_, at) => `- 2026-03-0${(at % 9) + 1} ${at}: 0xD1 in acmetape.sys`);
  const headings = Array.from({ length: 400 }, (_, at) => `${2000 + at}-03-04\n${stack('acmetape')}`);
  for (const text of [['| Date | Stop code | Driver |', ...rows].join('\n'), items.join('\n'), headings.join('\n')]) {
    assert.equal(readCrashes([{ source: null, text }], PARSERS, names).crashes.length, 120);
  }
});
