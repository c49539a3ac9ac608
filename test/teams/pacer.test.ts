import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { type Budget, budgetOf, pacer } from '#src/adapters/teams/pacer.ts';

const ANSWER = { kind: 'text', text: 'x' } as const;
const to = (conversation: string, tenant = 't') => ({ tenant, conversation, reference: {} });

const posted = async () => ({ kind: 'posted' }) as const;

/** A pacer on a clock that stands still, and how long it made each send wait, in milliseconds. */
function onStandingClock(budget: Budget) {
  const waits: number[] = [];
  const { paced, isFree } = pacer(
    () => budget,
    () => 1_000_000,
    async (ms) => void waits.push(ms),
  );
  return { waits, paced, isFree };
}

test('one conversation is sent to no faster than its pace after the burst, its threads counted as one', async () => {
  const { waits, paced } = onStandingClock({
    conversation: { everyMs: 40, burst: 2 },
    tenant: { everyMs: 0, burst: 1 },
  });
  const send = paced(posted);
  for (let index = 0; index < 6; index++) {
    assert.deepEqual(await send(to(`c;messageid=${index % 2}`), ANSWER, null), { kind: 'posted' });
  }
  assert.deepEqual(waits, [40, 80, 120, 160]);
});

test('two posts made from one pacer share its budget, two tenants do not', async () => {
  const { waits, paced } = onStandingClock({
    conversation: { everyMs: 0, burst: 1 },
    tenant: { everyMs: 30, burst: 1 },
  });
  const [one, two] = [paced(posted), paced(posted)];
  await one(to('a'), ANSWER, null);
  await two(to('b'), ANSWER, null);
  await one(to('c'), ANSWER, null);
  assert.deepEqual(waits, [30, 60]);
  await one(to('d', 'u'), ANSWER, null);
  assert.deepEqual(waits, [30, 60]);
});

test('whether there is room is told without taking it', async () => {
  const { waits, paced, isFree } = onStandingClock({
    conversation: { everyMs: 50, burst: 1 },
    tenant: { everyMs: 0, burst: 1 },
  });
  assert.deepEqual([isFree(to('a')), isFree(to('a'))], [true, true]);
  await paced(posted)(to('a'), ANSWER, null);
  assert.deepEqual([isFree(to('a')), isFree(to('b'))], [false, true]);
  assert.deepEqual(waits, []);
});

const inOneSecond = ({ everyMs, burst }: { everyMs: number; burst: number }) => burst + 1000 / everyMs;

test('our budget lies below what Teams allows, however many instances share it', () => {
  for (let instances = 1; instances <= 10; instances++) {
    const { conversation, tenant } = budgetOf(instances);
    assert.ok(inOneSecond(conversation) <= 7);
    assert.ok(conversation.burst + 2000 / conversation.everyMs <= 8);
    assert.ok(conversation.burst + 30_000 / conversation.everyMs <= 60);
    assert.ok(instances * inOneSecond(tenant) <= 50, `${instances} instances`);
  }
});

/** Sends to so many conversations of one tenant at once on a clock that moves only by waiting; when each was sent. */
async function burst(conversations: number, stepTo: (now: number) => number = (now) => now): Promise<number[]> {
  let now = 5000;
  const due: { readonly at: number; readonly go: () => void }[] = [];
  const sleep = (ms: number) => new Promise<void>((go) => void due.push({ at: now + ms, go }));
  const sentAt: number[] = [];
  const { paced } = pacer(
    () => budgetOf(1),
    () => now,
    sleep,
  );
  const send = paced(async () => {
    sentAt.push(now - 5000);
    return { kind: 'posted' } as const;
  });
  const all = Array.from({ length: conversations }, (_, index) => send(to(`c${index}`), ANSWER, null));
  await setImmediate();
  for (const { at, go } of due.toSorted((a, b) => a.at - b.at)) {
    now = stepTo(at);
    go();
    await setImmediate();
  }
  await Promise.all(all);
  return sentAt.toSorted((a, b) => a - b);
}

test('of three hundred conversations that ask at once half are answered within four seconds, all within eight', async () => {
  const sentAt = await burst(300);
  assert.equal(sentAt.length, 300);
  assert.ok((sentAt[150] ?? Number.POSITIVE_INFINITY) < 4000, `the median is ${sentAt[150]} ms`);
  assert.ok((sentAt.at(-1) ?? Number.POSITIVE_INFINITY) < 8000);
  for (const from of sentAt) {
    assert.ok(sentAt.filter((at) => at >= from && at < from + 1000).length <= 50);
  }
});

test('a wall clock that is set back or forward changes nothing: it is not looked at', async (context) => {
  let waited: number[] = [];
  const { paced, isFree } = pacer(
    () => budgetOf(1),
    undefined,
    async (ms) => void waited.push(ms),
  );
  const send = paced(posted);
  context.mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-11-30T12:00:00Z') });
  for (let count = 0; count < 6; count++) {
    await send(to('a'), ANSWER, null);
  }
  assert.equal(waited.length, 2);
  waited = [];
  for (const time of ['2026-11-30T11:58:00Z', '2026-11-30T13:00:00Z']) {
    context.mock.timers.setTime(Date.parse(time));
    assert.equal(isFree(to('b', `another tenant at ${time}`)), true);
    assert.equal(isFree(to('a')), false, 'the pace of the conversation is kept');
    await send(to('a'), ANSWER, null);
  }
  assert.ok(
    waited.every((ms) => ms > 0 && ms < 3000),
    `${waited}`,
  );
});
