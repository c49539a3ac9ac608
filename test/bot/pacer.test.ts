import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Budget, OUR_BUDGET, pacer } from '#src/adapters/teams/pacer.ts';

const ANSWER = { kind: 'text', text: 'x' } as const;
const to = (conversation: string, tenant = 't') => ({ tenant, conversation, reference: {} });

const posted = async () => ({ kind: 'posted' }) as const;

/** A pacer on a clock that stands still, and how long it made each send wait, in milliseconds. */
function onStandingClock(budget: Budget) {
  const waits: number[] = [];
  const paced = pacer(
    budget,
    () => 1_000_000,
    async (ms) => void waits.push(ms),
  );
  return { waits, paced };
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

test('our budget lies below what Teams allows', () => {
  const inOneSecond = ({ everyMs, burst }: { everyMs: number; burst: number }) => burst + 1000 / everyMs;
  assert.ok(inOneSecond(OUR_BUDGET.conversation) <= 7);
  assert.ok(OUR_BUDGET.conversation.burst + 2000 / OUR_BUDGET.conversation.everyMs <= 8);
  assert.ok(OUR_BUDGET.conversation.burst + 30_000 / OUR_BUDGET.conversation.everyMs <= 60);
  assert.ok(inOneSecond(OUR_BUDGET.tenant) <= 50);
});
