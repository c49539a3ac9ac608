import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, CRASH_TOP, stackText, THREAD_END } from './debugger-text.ts';
import { judged } from './verdict-of.ts';

const UNLOADED = `Unloaded modules:
fffff80a\`3d1d6000 fffff80a\`3d1f0000   acmetap.sys
    Timestamp: unavailable (00000000)
    Checksum:  00000000
`;
const LIST = stackText(...CRASH_TOP, 'nt!ExpWalkList+0x92', 'nt!ExpTimerDpcRoutine+0x40', ...THREAD_END);

function seen(text: string) {
  const { judgement } = judged(text);
  const { verdict, failure, recommendations } = judgement;
  return { ...verdict, shows: failure.kind, steps: recommendations.map(({ id }) => id) };
}

test('who reads what an unloaded driver left behind runs no code of it', () => {
  const stop = analyze('50', ['fffff80a3d1e8a10', '0', 'fffff8032fdc41b2', '2']) + LIST;
  for (const text of [stop + UNLOADED, `${stop}READ_ADDRESS:  fffff80a3d1e8a10 Unloaded_acmetap.sys+0x12a10\n`]) {
    const { culprit, confidence, shows, steps } = seen(text);
    assert.deepEqual([culprit, confidence, shows], ['acmetap.sys', 'medium', 'unloaded-data']);
    // The code that special pool should watch is gone.
    assert.ok(!steps.includes('special-pool') && !steps.includes('verify-driver'), steps.join(' '));
  }
});

test('who is sent there does', () => {
  const stop = analyze('50', ['fffff80a3d1e8a10', '10', 'fffff80a3d1e8a10', '2']) + LIST + UNLOADED;
  const { culprit, confidence, shows } = seen(stop);
  assert.deepEqual([culprit, confidence, shows], ['acmetap.sys', 'high', 'unloaded-code']);
});
