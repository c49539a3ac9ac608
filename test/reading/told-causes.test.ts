import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

/** What a person says it was, without a driver file: a lead by its line, unless it is asked, planned, denied or only there. */

const knowledge = loadKnowledge();
const STOP = 'My laptop keeps showing a blue screen 0xD1.';

function causes(text: string): string[] {
  const [crash] = diagnose([{ source: null, text }], knowledge).crashes;
  return (crash?.crash.facts.toldCauses ?? []).map(({ how, lines: [from, to] }) => `${how} ${from}-${to}`);
}

const TOLD: readonly (readonly [how: string, sentence: string])[] = [
  ['blamed', 'It was caused by Quark Tuner 3.'],
  ['blamed', 'Turns out it is the Quark LAN driver 22.4.'],
  ['blamed', 'The Quark fingerprint driver is the culprit.'],
  ['blamed', 'Quark Suite was responsible for all of them.'],
  ['blamed', 'Found it: the problem was Quark Mixer.'],
  ['blamed', 'Their support confirmed it is the Quark filter driver.'],
  ['blamed', 'We traced it to an old Quark Desk install.'],
  ['blamed', 'Quark Motion did this to me on two machines.'],
  ['blamed', 'Quark Motion is what triggers the BSOD.'],
  ['suspected', 'I suspect the Quark audio driver.'],
  ['suspected', 'My money is on Quark Hub.'],
  ['suspected', 'It could be a problem in the Quark filter driver.'],
  ['suspected', 'I am not sure whether it is caused by Quark Hub.'],
  ['suspected', 'It only happens when quarkmaster is running.'],
  ['suspected', '我怀疑是 Quark 网卡驱动。'],
  ['suspected', '感觉是夸克杀毒引起的'],
  ['suspected', '可能跟新装的 Quark Tuner 有关系'],
  ['blamed', '后来查出是夸克加速器导致的蓝屏'],
  ['blamed', '問題出在 Quark 音效卡驅動'],
  ['blamed', '分析下来是 Quark 网卡驱动造成的'],
  ['removed', 'Rolled back the Quark LAN driver and it has been fine for two weeks.'],
  ['removed', 'Uninstalled Quark Tuner, three weeks without a crash.'],
  ['removed', 'It kept stopping until Quark Guard was uninstalled.'],
  ['removed', 'Took out the Quark audio driver, boots fine now.'],
  ['removed', 'Uninstalling Quark Net gets rid of all those BSODs.'],
  ['removed', 'I removed Quark Desk. No bluescreen since.'],
];

for (const [how, sentence] of TOLD) {
  test(`is a lead by its line, ${how}: ${sentence}`, () => {
    assert.deepEqual(causes(`${STOP}\n${sentence}`), [`${how} 2-2`]);
  });
}

const NO_LEADS: readonly string[] = [
  'Is it caused by Quark Tuner?',
  'Could the Quark LAN driver be the culprit?',
  'Shall I remove Quark Tuner so that it is stable?',
  'I will remove Quark Tuner tomorrow and see if it helps.',
  'I uninstalled Quark Tuner, it did not help.',
  'Removed Quark Tuner. It still crashes.',
  'Removed Quark Tuner but nothing helped.',
  'Reinstalled the Quark software twice, still there.',
  "The culprit isn't Quark Tuner.",
  'It is not caused by Quark Tuner.',
  "It wasn't the Quark LAN driver.",
  'Such stops are usually caused by the Quark LAN driver.',
  'It is caused by a driver.',
  'The problem is the crash itself.',
  'The old notebook had its crashes because of Quark Tuner.',
  'Installed: Quark Tuner 3, Quark LAN driver 22.4.',
  'The Quark LAN driver is version 22.4.',
  '是不是 Quark 网卡驱动引起的？',
  '不是 Quark 网卡驱动引起的',
  '可能是某个驱动引起的',
  '感觉是系统问题',
  '通常是由 Quark 网卡驱动引起的',
  '已安装夸克杀毒和 Quark 网卡驱动',
];

for (const sentence of NO_LEADS) {
  test(`is no lead: ${sentence}`, () => {
    assert.deepEqual(causes(`${STOP}\n${sentence}`), []);
  });
}

test('what "it" stands for is quoted with the sentence above', () => {
  const text = `${STOP}\nLast week I had installed Quark Tuner.\nRemoved it: no bsod since sunday.`;
  assert.deepEqual(causes(text), ['removed 2-3']);
});

test('what is known goes before a guess', () => {
  assert.deepEqual(causes(`${STOP}\nI suspect Quark Hub.\nIt turned out to be Quark Tuner.`), ['blamed 3-3']);
});

test('a sentence that names the file tells a driver', () => {
  const [crash] = diagnose(
    [{ source: null, text: `${STOP}\nIt was caused by Quark Tuner (acmetune.sys).` }],
    knowledge,
  ).crashes;
  assert.deepEqual(crash?.crash.facts.toldCauses, []);
  assert.equal(crash?.judgement.verdict.culprit, 'acmetune.sys');
});

test('without a stop code the line is told beside the question for it', () => {
  const text = 'My PC had three bluescreens this week.\nUninstalling Quark Tuner stopped them.';
  const { crashes, warnings } = diagnose([{ source: null, text }], knowledge);
  assert.deepEqual(crashes, []);
  assert.match(warnings[0]?.text.en ?? '', /Line 2 says what somebody takes for the cause/);
});

test('what a viewer prints of the cause is no word of a person', () => {
  const rows = 'Caused By Driver : ndis.sys\nCaused By Address : ndis.sys+11c34\n';
  assert.deepEqual(
    causes(`Bug Check String : DRIVER_IRQL_NOT_LESS_OR_EQUAL\nBug Check Code : 0x000000d1\n${rows}`),
    [],
  );
});
