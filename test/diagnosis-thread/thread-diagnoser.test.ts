import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { threadDiagnoser, threadPlaces } from '#src/adapters/diagnosis-thread/thread-diagnoser.ts';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

const FRAGMENT = { source: null, text: 'BugCheck 9F, {3, ffffaa8012345678, fffff8014a8b1850, ffffaa8011112222}' };
/** Seconds of work, whatever the machine: many stops, each of them a dump of its own. */
const LARGE = { source: null, text: `${FRAGMENT.text}\n`.repeat(100_000) };
const LIMITS = { deadlineMs: 60_000, largeDeadlineMs: 300_000, megabytes: 512 };
const TWO = { all: 2, large: 1 };

function threads(t: TestContext, limits = LIMITS, places = TWO) {
  const { diagnoseFor, stop } = threadDiagnoser(limits, places);
  t.after(stop);
  return (conversation: string, paste = FRAGMENT, signal?: AbortSignal) =>
    diagnoseFor(signal ? { conversation, signal } : { conversation })([paste]);
}

test('a thread says what the diagnosis says here, also to several at once', async (t) => {
  const inThread = threads(t);
  const expected = diagnose([FRAGMENT], loadKnowledge());
  const asked = ['one', 'two', 'three', 'two'].map((conversation) => inThread(conversation));
  assert.deepEqual(await Promise.all(asked), [expected, expected, expected, expected]);
});

test('work beyond the deadline is ended, and the next one gets its answer', async (t) => {
  const inThread = threads(t, { ...LIMITS, largeDeadlineMs: 1 });
  await assert.rejects(inThread('one', LARGE), /longer than 1 ms/);
  assert.equal((await inThread('one')).crashes.length, 1);
});

test('large pastes of one conversation leave a place for the small ones of others', async (t) => {
  const inThread = threads(t);
  const waiting = new AbortController();
  const large = [1, 2, 3].map(() => inThread('busy', LARGE, waiting.signal));
  const ends = large.map((asked) =>
    asked.then(
      () => 'read',
      () => 'given up',
    ),
  );
  for (const other of ['b', 'c', 'd']) {
    assert.equal((await inThread(other)).crashes.length, 1);
  }
  assert.equal(await Promise.race([...ends, Promise.resolve('still reading')]), 'still reading');
  waiting.abort();
  assert.deepEqual(await Promise.all(ends), ['given up', 'given up', 'given up']);
});

test('what nobody waits for any more is stopped, running or not, and its thread replaced', async (t) => {
  const inThread = threads(t);
  const leave = new AbortController();
  const running = inThread('one', LARGE, leave.signal);
  const waiting = inThread('two', LARGE, leave.signal);
  const reason = new Error('nobody waits');
  leave.abort(reason);
  await assert.rejects(running, reason);
  await assert.rejects(waiting, reason);
  await assert.rejects(inThread('three', FRAGMENT, leave.signal), reason);
  // The only place for large ones is free again.
  const again = new AbortController();
  const next = inThread('four', { source: null, text: `${FRAGMENT.text}${' '.repeat(300_000)}` }, again.signal);
  assert.equal((await next).crashes.length, 1);
});

test('a thread that runs out of memory takes only its own work with it', async (t) => {
  // A thread at rest takes some 20 MB with all that is known; this paste takes over 80.
  const inThread = threads(t, { ...LIMITS, megabytes: 48 });
  const distinct = Array.from({ length: 150_000 }, (_, at) => `acme${at}!Send+0x${at.toString(16)}`).join('\n');
  await assert.rejects(inThread('one', { source: null, text: distinct }));
  await assert.doesNotReject(inThread('two', { source: null, text: 'nothing of a debugger' }));
});

test('there are two threads at least, and one of them is never for large pastes', () => {
  assert.deepEqual(threadPlaces(1), { all: 2, large: 1 });
  assert.deepEqual(threadPlaces(2), { all: 2, large: 1 });
  for (const processors of [4, 16, 128]) {
    const { all, large } = threadPlaces(processors);
    assert.ok(all <= 8 && large === 2, `${all} threads, ${large} for large pastes`);
  }
});

test('a large paste holds up nothing here', async (t) => {
  const inThread = threads(t);
  await inThread('one');
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  await inThread('one', { source: null, text: `${FRAGMENT.text}\n`.repeat(4000) });
  clearInterval(beat);
  assert.ok(longest < 500, `${Math.round(longest)} ms without a turn`);
});
