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
