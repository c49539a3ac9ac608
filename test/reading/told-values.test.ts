import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

/** The values of a stop, and two stops, within a sentence. */

const knowledge = loadKnowledge();

const VALUES: readonly (readonly [text: string, stops: readonly string[]])[] = [
  ['My PC crashed with BugcheckCode 209.', ['0xd1 ']],
  [
    'My server went down, BSOD 0xD1, P1 0x40 P2 0x2 P3 0x0 P4 0xfffff8012a4b7c10, no idea why',
    ['0xd1 0x40,0x2,0x0,0xfffff8012a4b7c10'],
  ],
  [
    'I got a blue screen, the debugger stopped at KeBugCheckEx(0xd1, 0x40, 2, 0, 0xfffff8012a4b7c10)',
    ['0xd1 0x40,0x2,0x0,0xfffff8012a4b7c10'],
  ],
  ['BSOD PAGE_FAULT_IN_NONPAGED_AREA and SYSTEM_SERVICE_EXCEPTION on new build', ['0x50 ', '0x3b ']],
  [
    'CLOCK_WATCHDOG_TIMEOUT while playing, then after restart it said "inaccessible boot device". Is my disk dead?',
    ['0x101 ', '0x7b '],
  ],
  ['if (code == 0xE2) KeBugCheckEx(0xE2, 0, 0, 0, 0);', []],
];

for (const [text, stops] of VALUES) {
  test(`tells ${stops.length} stops with their values: ${text}`, () => {
    const { crashes } = diagnose([{ source: null, text }], knowledge);
    assert.deepEqual(
      crashes.map(({ crash: { bugcheck } }) => `${bugcheck?.code ?? bugcheck?.means?.code} ${bugcheck?.args}`),
      stops,
    );
  });
}
