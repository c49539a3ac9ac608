import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliverAnswers } from '#src/answering/deliver-answers.ts';
import { pauseAfter } from '#src/answering/pause.ts';
import type { Unsaid } from '#src/ports/outbox.ts';
import type { PostResult, Saying } from '#src/ports/post.ts';

const PLACE = { tenant: 't', conversation: 'c' };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const UNCLEAR: PostResult = { kind: 'unclear', reason: '502' };
const LATER: PostResult = { kind: 'later', reason: 'token invalid_client' };
const TAKEN: PostResult = { kind: 'posted' };

type Channel = (saying: Saying, now: number) => PostResult;

/** A conversation whose answers are kept as the database keeps them, on a clock that moves by the pauses alone. */
function conversation(texts: readonly string[], channel: Channel) {
  let now = 0;
  const waiting = texts.map((text, index) => ({ id: `w${index}`, text, sends: 0, undelivered: 0 }));
  const said: { readonly text: string; readonly at: number; readonly key: string | undefined }[] = [];
  const ends: string[] = [];
  const signs: number[] = [];
  const warnings: string[] = [];
  const entryOf = (id: string) => waiting.find((it) => it.id === id) ?? assert.fail(id);
  const next = async (): Promise<Unsaid | null> => {
    const [first] = waiting;
    if (!first) {
      return null;
    }
    const answer = { kind: 'text', text: first.text } as const;
    const unclear = first.sends - first.undelivered;
    const target = { ...PLACE, reference: {} };
    return { id: first.id, target, answer, language: 'en', replyTo: 'm', unclear, waitedMs: now };
  };
  const tools: Parameters<typeof deliverAnswers>[2] = {
    outbox: {
      next,
      begin: async (id) => ++entryOf(id).sends > 0,
      undelivered: async (id) => void entryOf(id).undelivered++,
      finish: async (id, outcome) => {
        ends.push(`${id} ${outcome}`);
        waiting.splice(waiting.indexOf(entryOf(id)), 1);
      },
    },
    post: async (_target, saying, _replyTo, key) => {
      if (saying.kind === 'typing') {
        signs.push(now);
      }
      if (saying.kind === 'text') {
        said.push({ text: saying.text, at: now, key });
      }
      return channel(saying, now);
    },
    markRead: async () => undefined,
    turn: async () => undefined,
    suspend: async (_target, reason) => void ends.push(`suspended ${reason}`),
    log: {
      info: () => undefined,
      warn: (event, fields) => void warnings.push(`${event} ${JSON.stringify(fields)}`),
      error: assert.fail,
    },
    ended: () => undefined,
    random: () => 0.5,
  };
  /** Comes back whenever it is told to; returns the longest pause. */
  const run = async () => {
    let longest = 0;
    let rest = await go(0);
    for (; rest; rest = await go(rest.failures)) {
      longest = Math.max(longest, rest.ms);
      now += rest.ms;
    }
    return longest;
  };
  /** The clock is put forward. */
  const step = (ms: number) => {
    now += ms;
  };
  const goes: number[] = [];
  const go = async (failures: number) => {
    const before = said.length;
    const rest = await deliverAnswers(PLACE, failures, tools);
    goes.push(said.length - before);
    return rest;
  };
  return { run, step, goes, said, ends, signs, warnings, now: () => now };
}

const downUntil =
  (end: number, result: PostResult): Channel =>
  (_saying, now) =>
    now < end ? result : TAKEN;

test('answers are said in their order, each with its own key', async () => {
  const { run, said, ends, signs } = conversation(['one', 'two', 'three'], () => TAKEN);
  await run();
  assert.deepEqual(said, [
    { text: 'one', at: 0, key: 'w0' },
    { text: 'two', at: 0, key: 'w1' },
    { text: 'three', at: 0, key: 'w2' },
  ]);
  assert.deepEqual(ends, ['w0 posted', 'w1 posted', 'w2 posted']);
  assert.equal(signs.length, 0);
});

for (const reason of ['502', '503', 'ECONNRESET', 'no answer in time']) {
  test(`an outage of forty seconds (${reason}) loses nothing, and makes one copy that says what it is`, async () => {
    const { run, said, ends, now } = conversation(['one', 'two'], downUntil(40_000, { kind: 'unclear', reason }));
    await run();
    assert.deepEqual(ends, ['w0 posted', 'w1 posted']);
    assert.deepEqual(
      said.map(({ key }) => key),
      ['w0', 'w0', 'w1'],
    );
    assert.equal(said[0]?.text, 'one');
    assert.match(said[1]?.text ?? '', /^one\n\nSent again: /);
    assert.equal(said[2]?.text, 'two', 'never sent before, so no copy');
    assert.ok(now() < 60_000, `sent after ${now()} ms`);
  });
}

test('what was certainly not delivered is sent as if for the first time, hours later and without a sign before it', async () => {
  const { run, said, ends, signs } = conversation(['one'], downUntil(3.5 * HOUR, LATER));
  const longest = await run();
  assert.deepEqual(ends, ['w0 posted']);
  assert.ok(said.every(({ text }) => text === 'one'));
  assert.equal(signs.length, 0);
  assert.ok(longest <= MINUTE);
  const early = said.filter(({ at }) => at < 2 * MINUTE);
  const gaps = early.map(({ at }, index) => at - (early[index - 1]?.at ?? 0));
  assert.ok(early.length > 5 && Math.max(...gaps) <= 15_000, 'soon after a short outage');
});

test('after four hours it is given up, and the operator is told so without a word of the answer', async () => {
  const { run, ends, warnings, now } = conversation(['SECRETDRIVER'], () => LATER);
  await run();
  assert.deepEqual(ends, ['w0 unsent']);
  assert.ok(now() >= 4 * HOUR && now() < 4 * HOUR + 2 * MINUTE);
  assert.match(warnings[0] ?? '', /answer\.not-delivered .*"result":"later","reason":"token invalid_client"/);
  assert.match(warnings.at(-1) ?? '', /answer\.given-up .*"result":"unsent"/);
  assert.ok(warnings.every((line) => !line.includes('SECRETDRIVER')));
});

test('a clock put forward by a day in the middle of an outage ends no answer that was hardly tried', async () => {
  const DAY = 24 * HOUR;
  for (const result of [LATER, UNCLEAR]) {
    const channel = downUntil(DAY + MINUTE, result);
    const { run, step, ends } = conversation(['one', 'two'], (saying, now) => {
      if (now > 10_000 && now < DAY) {
        step(DAY);
      }
      return channel(saying, now);
    });
    await run();
    assert.deepEqual(ends, ['w0 posted', 'w1 posted']);
  }
});

test('in an outage that goes on, what has waited for four hours is given up with the first try of it', async () => {
  const { run, ends, now } = conversation(['one', 'two', 'three'], () => LATER);
  await run();
  assert.deepEqual(ends, ['w0 unsent', 'w1 unsent', 'w2 unsent']);
  assert.ok(now() < 4 * HOUR + 2 * MINUTE);
});

test('an answer that breaks a channel which is well is tried eight times over minutes, then those behind it go', async () => {
  const { run, said, ends } = conversation(['bad', 'good'], (saying) =>
    saying.kind === 'text' && saying.text.startsWith('bad') ? UNCLEAR : TAKEN,
  );
  await run();
  assert.deepEqual(ends, ['w0 unsent', 'w1 posted']);
  assert.equal(said.filter(({ key }) => key === 'w0').length, 8);
  assert.ok((said.at(-1)?.at ?? 0) > MINUTE / 2);
});

test('where Teams says how long to wait, that long is waited, by the job alone', async () => {
  const asked: PostResult = { kind: 'later', reason: '429 Throttled', afterMs: 50_000 };
  const { run, said } = conversation(['one'], downUntil(49_000, asked));
  await run();
  assert.equal(said.length, 2);
  assert.ok((said[1]?.at ?? 0) >= 50_000 && (said[1]?.at ?? 0) <= 52_000);
});

test('a conversation that is closed to us is suspended, a refused answer ends, and neither is tried again', async () => {
  const gone = conversation(['one'], () => ({ kind: 'gone', reason: '403' }));
  await gone.run();
  assert.deepEqual(gone.ends, ['suspended 403', 'w0 gone']);
  const refused = conversation(['one', 'two'], (saying) =>
    saying.kind === 'text' && saying.text === 'one' ? { kind: 'refused', reason: '400' } : TAKEN,
  );
  await refused.run();
  assert.deepEqual(refused.ends, ['w0 refused', 'w1 posted']);
});

test('conversations that failed together do not come back together', () => {
  for (const failures of [3, 8, 100]) {
    const [least, most] = [pauseAfter(failures, undefined, () => 0), pauseAfter(failures, undefined, () => 1)];
    assert.ok(most >= 2 * least && most <= MINUTE, `${least} to ${most} ms`);
  }
});

test('of very many answers a few are said in one go, so that no job is in hand for longer than its queue allows', async () => {
  const texts = Array.from({ length: 25 }, (_, index) => `answer ${index}`);
  const { run, goes, said, now } = conversation(texts, () => TAKEN);
  await run();
  assert.deepEqual(
    said.map(({ text }) => text),
    texts,
  );
  assert.ok(Math.max(...goes) <= 10, `${goes} in one go`);
  assert.equal(now(), 0, 'and nobody waits in between');
});
