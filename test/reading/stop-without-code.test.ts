import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

/** A blue screen that is told without its code is no crash, but the person gets to know what is missing. */

const knowledge = loadKnowledge();

function insteadOf(text: string): string[] {
  const { crashes, warnings } = diagnose([{ source: null, text }], knowledge);
  assert.deepEqual(crashes, []);
  return warnings.flatMap((warning) => (warning.instead ? [`${warning.line}: ${warning.text.en}`] : []));
}

test('a blue screen without a code is asked for its code, and a driver named with it is a lead', () => {
  const [said = '', ...more] = insteadOf(
    'Hello.\nMy notebook had three blue screens this week, the minidump points to acmewfp64.sys.\nWhat can I do?',
  );
  assert.deepEqual(more, []);
  assert.match(said, /^2: .*not which one.*Named beside it: acmewfp64\.sys\..*accuses nobody/);
});

test('without a driver only the code is asked for', () => {
  const [said = ''] = insteadOf('我的电脑昨天玩游戏的时候又蓝屏了，重启之后正常。');
  assert.match(said, /^1: .*stop code/);
  assert.doesNotMatch(said, /Named beside it/);
});

test('a title that says when a screen comes is of somebody, however long the log below', () => {
  const log = Array.from({ length: 20 }, (_, at) => `The service number ${at} is configured.`).join('\n');
  assert.match(insteadOf(`BSOD on W11 using the ledger mount\n\n${log}`)[0] ?? '', /^1: /);
});

test('a report may begin below its title, with a file as a lead', () => {
  const said = insteadOf(
    'The last update broke the ledger mount\n\nBlue screen with ledgerstor.sys error. Think it was KB50000.',
  );
  assert.match(said[0] ?? '', /^3: .*Named beside it: ledgerstor\.sys/);
});

test('a title may shorten the word before the system', () => {
  assert.equal(insteadOf('BSoD w/Win10, Acme AR1000\n\nThe driver is the newest one.').length, 1);
});

test('numbers that source code adds are no codes', () => {
  assert.match(
    insteadOf('I get a blue screen at this hook:\n\nprintf("%ws", dq(poi(r8 + 10) + 0x8));')[0] ?? '',
    /not which one/,
  );
});

test('a letter may be missing in the word for the screen', () => {
  assert.match(
    insteadOf('we installed the npcap-0.85, both times it ended in a BlueSreen')[0] ?? '',
    /beside it: npcap\./,
  );
});

test('who asks for a repair has a blue screen', () => {
  assert.equal(insteadOf('I keep getting a blue screen, is there a fix for the BSOD?').length, 1);
});

const SAID_OF_NOBODY: readonly string[] = [
  'What is a blue screen, and how do drivers cause one?',
  'Release notes 4.1: fixed a blue screen on shutdown.',
  'Bug check 0x1E is explained on this page. Blue screens happen to everybody.',
  'The game froze and I killed it in the task manager.',
  'Cleanup of the service and one BSOD fix',
  'Replaces the filter by 2.4, which contains a fix for the blue screen',
  'My box stops at boot:\n\nKernel panic - not syncing: Attempted to kill init!\n\nThen I see a black screen.',
];

for (const text of SAID_OF_NOBODY) {
  test(`is not asked of: ${text}`, () => assert.deepEqual(insteadOf(text), []));
}
