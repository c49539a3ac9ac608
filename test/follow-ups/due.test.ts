import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dueCases, slotAt } from '#src/follow-ups/due.ts';
import { nextFollowUp } from '#src/follow-ups/next-follow-up.ts';
import type { FollowUpSetting } from '#src/follow-ups/setting.ts';
import { aCase, after } from './a-case.ts';

const SHANGHAI: FollowUpSetting = {
  time: '09:00',
  zone: 'Asia/Shanghai',
  days: [1, 2, 3, 4, 5],
  holidays: null,
  since: '2026-01-01T00:00:00.000Z',
  language: 'en',
};

const NINE = '2026-11-23T01:00:00.000Z';

test('the digest is there from its minute to the end of the local day, and only there', () => {
  assert.equal(slotAt(SHANGHAI, '2026-11-23T00:59:59.000Z', null), null);
  assert.deepEqual(slotAt(SHANGHAI, NINE, null), {
    day: '2026-11-23',
    key: '2026-11-23 Asia/Shanghai',
    at: NINE,
  });
  assert.equal(slotAt(SHANGHAI, '2026-11-23T15:59:00.000Z', null)?.day, '2026-11-23');
  assert.equal(slotAt(SHANGHAI, '2026-11-23T16:00:00.000Z', null), null, 'after midnight nothing is caught up');
});

test('a weekend has none, whatever happened to Friday', () => {
  assert.equal(slotAt(SHANGHAI, '2026-11-21T04:00:00.000Z', null), null);
});

test('one a day: not after the digest, not after a change of the hour', () => {
  assert.equal(slotAt(SHANGHAI, '2026-11-23T05:00:00.000Z', NINE), null);
  const later = { ...SHANGHAI, time: '15:00', since: '2026-11-23T02:00:00.000Z' };
  assert.equal(slotAt(later, '2026-11-23T07:00:00.000Z', NINE), null);
});

test('a change counts from now on: an hour that is over waits for the next day', () => {
  const changed = { ...SHANGHAI, since: '2026-11-23T03:00:00.000Z' };
  assert.equal(slotAt(changed, '2026-11-23T03:01:00.000Z', null), null);
  assert.equal(slotAt(changed, '2026-11-24T01:00:00.000Z', null)?.day, '2026-11-24');
});

test('moving to another zone neither repeats a day nor loses one', () => {
  const newYork = { ...SHANGHAI, zone: 'America/New_York', since: '2026-11-23T02:00:00.000Z' };
  assert.equal(slotAt(newYork, '2026-11-23T14:00:00.000Z', NINE)?.day, '2026-11-23', 'the evening before, there');
  const back = { ...SHANGHAI, since: '2026-11-23T15:00:00.000Z' };
  assert.equal(slotAt(back, '2026-11-23T15:30:00.000Z', '2026-11-23T14:00:00.000Z'), null);
  assert.equal(slotAt(back, '2026-11-24T01:00:00.000Z', '2026-11-23T14:00:00.000Z')?.day, '2026-11-24');
});

test('a leap day is a day', () => {
  assert.equal(slotAt(SHANGHAI, '2028-02-29T01:00:00.000Z', null)?.day, '2028-02-29');
});

test('A is due the next working day, B the second, C after a week; a weekend does not count', () => {
  const friday = '2026-11-20T03:00:00.000Z';
  const days = (['A', 'B', 'C'] as const).map((severity) =>
    nextFollowUp({ case: aCase(1, severity, friday), remindedAt: null }, SHANGHAI)?.toString(),
  );
  assert.deepEqual(days, ['2026-11-23', '2026-11-24', '2026-11-27']);
});

test('any activity and any reminder count anew', () => {
  const quiet = aCase(1, 'B', '2026-11-16T03:00:00.000Z');
  const noted = after(quiet, { kind: 'noted', text: 'called' }, '2026-11-20T03:00:00.000Z');
  const next = (remindedAt: string | null, it = quiet) => nextFollowUp({ case: it, remindedAt }, SHANGHAI)?.toString();
  assert.equal(next(null), '2026-11-18');
  assert.equal(next(null, noted), '2026-11-24');
  assert.equal(next('2026-11-18T01:00:00.000Z'), '2026-11-20');
});

test('a chosen day comes first until it was reminded of, also where it was chosen after the digest', () => {
  const chosen = after(aCase(1, 'A', NINE), { kind: 'follow-up-set', day: '2026-11-30' }, '2026-11-23T03:00:00.000Z');
  const next = (remindedAt: string | null) => nextFollowUp({ case: chosen, remindedAt }, SHANGHAI)?.toString();
  assert.equal(next(null), '2026-11-30');
  assert.equal(next(NINE), '2026-11-30');
  assert.equal(next('2026-11-30T01:00:00.000Z'), '2026-12-01');
  const today = after(chosen, { kind: 'follow-up-set', day: '2026-11-23' }, '2026-11-23T04:00:00.000Z');
  assert.equal(nextFollowUp({ case: today, remindedAt: NINE }, SHANGHAI)?.toString(), '2026-11-23');
});

test('a chosen day that is over does not count against whoever has worked on the case since', () => {
  const chosen = after(aCase(1, 'B', NINE), { kind: 'follow-up-set', day: '2026-11-24' }, '2026-11-23T03:00:00.000Z');
  const next = (at: string) => {
    const worked = after(chosen, { kind: 'noted', text: 'called' }, at);
    return nextFollowUp({ case: worked, remindedAt: null }, SHANGHAI)?.toString();
  };
  assert.equal(next('2026-11-24T03:00:00.000Z'), '2026-11-24', 'on the day itself the choice holds');
  assert.equal(next('2026-11-26T03:00:00.000Z'), '2026-11-30');
});

test('archived and closed cases are silent, reopened ones speak again', () => {
  const open = aCase(1, 'A', '2026-11-10T03:00:00.000Z');
  const archived = after(open, { kind: 'archived' }, '2026-11-11T03:00:00.000Z');
  const closed = after(open, { kind: 'closed', outcome: 'driver removed' }, '2026-11-11T03:00:00.000Z');
  const reopened = after(archived, { kind: 'reopened' }, '2026-11-12T03:00:00.000Z');
  const due = [archived, closed, reopened].map(
    (it) => dueCases([{ case: it, remindedAt: null }], SHANGHAI, '2026-11-23').length,
  );
  assert.deepEqual(due, [0, 0, 1]);
});

test('severity first, then age', () => {
  const cases = [
    aCase(1, 'C', '2026-10-01T03:00:00.000Z'),
    aCase(2, 'A', '2026-11-10T03:00:00.000Z'),
    aCase(3, 'A', '2026-11-02T03:00:00.000Z'),
  ];
  const due = dueCases(
    cases.map((it) => ({ case: it, remindedAt: null })),
    SHANGHAI,
    '2026-11-23',
  );
  assert.deepEqual(
    due.map((reminded) => reminded.case.number),
    [3, 2, 1],
  );
});
