import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import type { FollowUpSetting } from '#src/follow-ups/setting.ts';
import type { DigestOutcome } from '#src/ports/follow-up-store.ts';
import type { PostResult, Saying } from '#src/ports/post.ts';
import { claimDue } from '#src/reminding/claim-due.ts';
import { postDigest } from '#src/reminding/post-digest.ts';
import { type MemoryState, openMemoryState } from '../support/memory-state.ts';

const LOG = { info: () => undefined, warn: () => undefined, error: assert.fail };
const SETTING: FollowUpSetting = {
  time: '09:00',
  zone: 'Asia/Shanghai',
  days: [1, 2, 3, 4, 5],
  holidays: 'CN',
  since: '2026-01-01T00:00:00.000Z',
  language: 'en',
};
/** A Tuesday, nine in the morning in Shanghai. */
const NINE = '2026-11-24T01:00:00.000Z';

let state: MemoryState;
let place: { tenant: string; conversation: string };
let tests = 0;
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());
beforeEach(() => {
  place = { tenant: 't', conversation: `c${++tests}` };
  state.jobs.length = 0;
});

afterEach(() => wish(null));

const by = { id: 'w', name: 'Wei' };
const claim = (now: string) => claimDue(now, { ...state, log: LOG });

async function open(severity: 'A' | 'B', at: string): Promise<void> {
  const what = { kind: 'created', title: 'Freeze', severity, owner: null, customerNumber: null } as const;
  await state.cases.create(place, what, { by, at, cause: 'm1' }, null);
}

const wish = (setting: FollowUpSetting | null = SETTING) => state.followUps.save({ ...place, reference: {} }, setting);

/** Posts every job that waits, with this result, at this time; `sign` becomes of what leaves nothing behind. */
async function work(result: PostResult, now: string, sign: PostResult = { kind: 'posted' }) {
  const posted: Saying[] = [];
  const outcomes: DigestOutcome[] = [];
  const post = async (_target: unknown, saying: Saying) => {
    if (saying.kind === 'typing') {
      return sign;
    }
    posted.push(saying);
    return result;
  };
  const tools = {
    ...state,
    post,
    log: LOG,
    now: () => now,
    ended: (outcome: DigestOutcome) => void outcomes.push(outcome),
  };
  const failed: unknown[] = [];
  for (const id of state.jobs) {
    await postDigest(id, tools).catch((error) => failed.push(error));
  }
  return { posted, outcomes, failed };
}

test('silent: nothing set, too early, a holiday, a weekend, nothing due, an archived case', async () => {
  await open('A', '2026-09-01T01:00:00.000Z');
  assert.equal(await claim(NINE), 0, 'nothing is set');
  await wish();
  assert.equal(await claim('2026-11-24T00:59:00.000Z'), 0, 'too early');
  assert.equal(await claim('2026-10-05T02:00:00.000Z'), 0, 'National Day');
  assert.equal(await claim('2026-11-22T02:00:00.000Z'), 0, 'Sunday');
  await state.cases.append(place, 1, 1, { kind: 'archived' }, { by, at: '2026-11-23T05:00:00.000Z', cause: 'm2' });
  assert.equal(await claim(NINE), 0, 'archived');
  await state.cases.append(place, 1, 2, { kind: 'reopened' }, { by, at: '2026-11-24T00:30:00.000Z', cause: 'm3' });
  assert.equal(await claim(NINE), 0, 'reopened today: due tomorrow');
  assert.equal(state.jobs.length, 0);
});

test('it fires once: at nine, not again the same day, again the next', async () => {
  await open('A', '2026-11-20T01:00:00.000Z');
  await wish();
  assert.equal(await claim(NINE), 1);
  assert.deepEqual((await work({ kind: 'posted' }, NINE)).outcomes, ['posted']);
  assert.equal(await claim('2026-11-24T09:00:00.000Z'), 0);
  assert.equal(await claim('2026-11-25T01:00:00.000Z'), 1);
});

test('a Saturday on which China works has its digest', async () => {
  await open('A', '2026-10-09T01:00:00.000Z');
  await wish();
  assert.equal(await claim('2026-10-10T01:00:00.000Z'), 1);
});

test('found quiet at nine, asked for at ten: it comes the same day', async () => {
  await open('A', '2026-11-24T00:00:00.000Z');
  await wish();
  assert.equal(await claim(NINE), 0);
  const wanted = { kind: 'follow-up-set', day: '2026-11-24' } as const;
  await state.cases.append(place, 1, 1, wanted, { by, at: '2026-11-24T02:00:00.000Z', cause: 'm2' });
  assert.equal(await claim('2026-11-24T02:01:00.000Z'), 1);
});

test('a digest that could not be posted before midnight is never posted', async () => {
  await open('A', '2026-11-20T01:00:00.000Z');
  await wish();
  await claim(NINE);
  const later = await work({ kind: 'later', reason: '429' }, NINE);
  assert.equal(later.failed.length, 1, 'to be tried again');
  const { posted, outcomes } = await work({ kind: 'posted' }, '2026-11-24T16:00:01.000Z');
  assert.deepEqual([posted.length, outcomes], [0, ['late']]);
});

test('what was dealt with before it could be posted is not asked about', async () => {
  await open('A', '2026-11-20T01:00:00.000Z');
  await wish();
  await claim(NINE);
  await state.cases.append(place, 1, 1, { kind: 'archived' }, { by, at: NINE, cause: 'm2' });
  const { posted, outcomes } = await work({ kind: 'posted' }, NINE);
  assert.deepEqual([posted.length, outcomes], [0, ['nothing']]);
});

test('switched off after it was claimed: not posted', async () => {
  await open('A', '2026-11-20T01:00:00.000Z');
  await wish();
  await claim(NINE);
  await wish(null);
  assert.equal((await work({ kind: 'posted' }, NINE)).posted.length, 0);
});

test('perhaps delivered: tried again while the channel is well, then given up, and its cases do not count as reminded', async () => {
  await open('B', '2026-11-19T01:00:00.000Z');
  await wish();
  await claim(NINE);
  const unclear = { kind: 'unclear', reason: '502' } as const;
  for (let count = 1; count < 8; count++) {
    assert.equal((await work(unclear, NINE)).failed.length, 1, `${count}`);
  }
  assert.deepEqual((await work(unclear, NINE)).outcomes, ['unsent']);
  assert.equal((await state.cases.find(place, 1))?.remindedAt, null);
  assert.equal(await claim('2026-11-25T01:00:00.000Z'), 1, 'asked about the next day, though it is a B');
});

test('an outage of the whole channel makes no second copy: only what leaves nothing behind is sent until it is over', async () => {
  await open('A', '2026-11-20T01:00:00.000Z');
  await wish();
  await claim(NINE);
  const down = { kind: 'unclear', reason: '503' } as const;
  assert.equal((await work(down, NINE)).posted.length, 1);
  for (let minute = 0; minute < 60; minute++) {
    const { posted, failed } = await work(down, NINE, down);
    assert.deepEqual([posted.length, failed.length], [0, 1]);
  }
  const { posted, outcomes } = await work({ kind: 'posted' }, NINE);
  assert.deepEqual([posted.length, outcomes], [1, ['posted']]);
  assert.equal((await state.cases.find(place, 1))?.remindedAt, NINE);
});

test('attempts that were certainly not delivered do not use up those that may have been', async () => {
  await open('A', '2026-11-20T01:00:00.000Z');
  await wish();
  await claim(NINE);
  for (let times = 0; times < 5; times++) {
    assert.equal((await work({ kind: 'later', reason: '429' }, NINE)).failed.length, 1);
  }
  assert.equal((await work({ kind: 'unclear', reason: '502' }, NINE)).failed.length, 1, 'tried again');
  assert.deepEqual((await work({ kind: 'posted' }, NINE)).outcomes, ['posted']);
});

test('gone: no more digests, and the case counts as not reminded of', async () => {
  await open('A', '2026-11-20T01:00:00.000Z');
  await wish();
  await claim(NINE);
  assert.deepEqual((await work({ kind: 'gone', reason: '403' }, NINE)).outcomes, ['gone']);
  assert.equal(await claim('2026-11-25T01:00:00.000Z'), 0);
  assert.equal((await state.cases.find(place, 1))?.remindedAt, null);
});

test('of more cases than a card holds, those that did not fit are asked about the next day', async () => {
  for (let count = 0; count < 12; count++) {
    await open('B', '2026-11-19T01:00:00.000Z');
  }
  await wish();
  await claim(NINE);
  await work({ kind: 'posted' }, NINE);
  const all = await state.cases.list(place);
  const reminded = all.filter(({ remindedAt }) => remindedAt === NINE).map(({ case: it }) => it.number);
  assert.ok(reminded.length >= 5 && reminded.length < 12, `${reminded.length} fit`);
  assert.deepEqual(
    reminded,
    reminded.map((_, index) => index + 1),
    'the oldest first',
  );
  state.jobs.length = 0;
  const tomorrow = '2026-11-25T01:00:00.000Z';
  assert.equal(await claim(tomorrow), 1);
  const { posted } = await work({ kind: 'posted' }, tomorrow);
  assert.match(JSON.stringify(posted), new RegExp(`Follow-up for 2026-11-25 .${12 - reminded.length}.`));
});
