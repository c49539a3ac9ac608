import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

/** Several files in a sentence, several machines in a text: each has what is said of it. */

const knowledge = loadKnowledge();
const STOP = 'My laptop had a blue screen 0xD1 yesterday.';

function judged(text: string) {
  const [crash] = diagnose([{ source: null, text }], knowledge).crashes;
  const { verdict, suspects } = crash?.judgement ?? { verdict: null, suspects: [] };
  return { culprit: verdict?.culprit, leads: suspects.map(({ driver }) => driver) };
}

const CLAUSES: readonly (readonly [sentence: string, leads: readonly string[]])[] = [
  ['Not acmenet.sys, I replaced the card, but acmewifi.sys is what WhoCrashed blames.', ['acmewifi.sys']],
  ['It is not acmenet.sys but acmewifi.sys that the dump blames.', ['acmewifi.sys']],
  ['It is not the memory, WhoCrashed blames acmewifi.sys.', ['acmewifi.sys']],
  ['The latency tool blames acmewifi.sys, and the dump says acmestor.sys.', ['acmewifi.sys', 'acmestor.sys']],
  ['The dump blames acmewifi.sys, acmestor.sys is not in it.', ['acmewifi.sys']],
];

for (const [sentence, leads] of CLAUSES) {
  test(`what is said of one file is not said of the other: ${sentence}`, () => {
    assert.deepEqual(judged(`${STOP}\n${sentence}`).leads, leads);
  });
}

test('machines with a number each have their stop and their driver', () => {
  const text = 'Machine 1: 0x116, analysis blames acmegfx.sys\nMachine 2: 0x7E, analysis blames acmenet.sys';
  const { crashes } = diagnose([{ source: null, text }], knowledge);
  assert.deepEqual(
    crashes.map(({ crash, judgement }) => `${crash.bugcheck?.code} ${judgement.suspects.map(({ driver }) => driver)}`),
    ['0x116 acmegfx.sys', '0x7e acmenet.sys'],
  );
});

test('the file that the screen names behind the stop in one line is a lead', () => {
  const stop = 'STOP 0x000000D1 (0x28,0x2,0x0,0xFFFFF80C3F2A51B4)';
  const { leads } = judged(`${stop} acmelan.sys - Address FFFFF80C3F2A51B4 base at FFFFF80C3F290000\nanyone?`);
  assert.ok(leads.includes('acmelan.sys'));
});

test('a driver of Windows that the screen or a viewer names is a lead below any accusation', () => {
  const { culprit, leads } = judged(
    'New laptop, second bluescreen: SYSTEM_SERVICE_EXCEPTION, What failed: bthport.sys.',
  );
  assert.deepEqual([culprit, leads], ['unknown', ['bthport.sys']]);
});
