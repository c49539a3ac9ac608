import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OUR_BUDGET, pacer } from '#src/adapters/teams/pacer.ts';

const ANSWER = { kind: 'text', text: 'x' } as const;
const to = (conversation: string, tenant = 't') => ({ tenant, conversation, reference: {} });

function recorded() {
  const times = new Map<string, number[]>();
  const post = async ({ tenant, conversation }: { tenant: string; conversation: string }) => {
    for (const key of [`t ${tenant}`, `c ${conversation}`])
      times.set(key, [...(times.get(key) ?? []), performance.now()]);
    return { kind: 'posted' } as const;
  };
  return { times, post };
}

/** The least time that so many sends, one after another, took. */
function least(times: readonly number[], sends: number): number {
  return Math.min(...times.slice(sends - 1).map((at, index) => at - (times[index] ?? 0)));
}

test('one conversation is sent to no faster than its pace after the burst, its threads counted as one', async () => {
  const { times, post } = recorded();
  const budget = { conversation: { everyMs: 40, burst: 2 }, tenant: { everyMs: 0, burst: 1 } };
  const send = pacer(budget)(post);
  const results = await Promise.all(
    Array.from({ length: 6 }, (_, index) => send(to(`c;messageid=${index % 2}`), ANSWER, null)),
  );
  assert.ok(results.every(({ kind }) => kind === 'posted'));
  const all = [...times].flatMap(([key, list]) => (key.startsWith('c') ? list : [])).sort((a, b) => a - b);
  assert.equal(all.length, 6);
  assert.ok(least(all, 4) >= 35, `four within ${least(all, 4)} ms`);
});

test('two posts made from one pacer share its budget, two tenants do not', async () => {
  const { times, post } = recorded();
  const paced = pacer({ conversation: { everyMs: 0, burst: 1 }, tenant: { everyMs: 30, burst: 1 } });
  const [one, two] = [paced(post), paced(post)];
  await Promise.all([one(to('a'), ANSWER, null), two(to('b'), ANSWER, null), one(to('c'), ANSWER, null)]);
  await one(to('d', 'u'), ANSWER, null);
  const [first = 0, , third = 0] = times.get('t t') ?? [];
  assert.ok(third - first >= 25);
  assert.equal(times.get('t u')?.length, 1);
});

test('our budget lies below what Teams allows', () => {
  const inOneSecond = ({ everyMs, burst }: { everyMs: number; burst: number }) => burst + 1000 / everyMs;
  assert.ok(inOneSecond(OUR_BUDGET.conversation) <= 7);
  assert.ok(inOneSecond(OUR_BUDGET.tenant) <= 50);
});
