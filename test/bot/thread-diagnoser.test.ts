import assert from 'node:assert/strict';
import { test } from 'node:test';
import { threadDiagnoser } from '#src/adapters/diagnosis-thread/thread-diagnoser.ts';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

const FRAGMENT = { source: null, text: 'BugCheck 9F, {3, ffffaa8012345678, fffff8014a8b1850, ffffaa8011112222}' };

test('the thread says what the diagnosis says here, also to several at once', async () => {
  const { diagnose: inThread, stop } = threadDiagnoser(30_000, 512);
  const expected = diagnose([FRAGMENT], loadKnowledge());
  assert.deepEqual(await Promise.all([inThread([FRAGMENT]), inThread([FRAGMENT])]), [expected, expected]);
  await stop();
});

test('work beyond the deadline is ended, and the next one gets its answer', async () => {
  const { diagnose: inThread, stop } = threadDiagnoser(1, 512);
  await assert.rejects(inThread([FRAGMENT]), /longer than 1 ms/);
  await stop();
  const patient = threadDiagnoser(30_000, 512);
  assert.equal((await patient.diagnose([FRAGMENT])).crashes.length, 1);
  await patient.stop();
});

test('a large paste holds up nothing here', async () => {
  const { diagnose: inThread, stop } = threadDiagnoser(60_000, 512);
  await inThread([FRAGMENT]);
  const text = `${FRAGMENT.text}\n`.repeat(4000);
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  await inThread([{ source: null, text }]);
  clearInterval(beat);
  await stop();
  assert.ok(longest < 500, `${Math.round(longest)} ms without a turn`);
});
