import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localTime } from '#src/follow-ups/local-time.ts';
import { nextDigestDay, reminderDay } from '#src/follow-ups/reminder-day.ts';
import { aCase } from './a-case.ts';

const WEEK = { zone: 'Asia/Shanghai', days: [1, 2, 3, 4, 5], holidays: null };
const digests = (lastAt: string | null, since = '2026-11-01T00:00:00.000Z') => ({ time: '09:00', since, lastAt });
/** Due since Wednesday, the 18th. */
const due = { case: aCase(1, 'A', '2026-11-17T02:00:00.000Z'), remindedAt: null };
const day = (now: string, calendar = { ...WEEK, digests: digests(null) }) =>
  reminderDay(due, calendar, now)?.toString();

test('a case that is due is reminded of today until the digest of today is out', () => {
  assert.equal(day('2026-11-18T00:30:00.000Z'), '2026-11-18', 'before nine');
  assert.equal(day('2026-11-18T03:00:00.000Z'), '2026-11-18', 'the catch-up');
  const out = { ...WEEK, digests: digests('2026-11-18T01:00:00.000Z') };
  assert.equal(day('2026-11-18T03:00:00.000Z', out), '2026-11-19');
  assert.equal(day('2026-11-20T17:00:00.000Z', out), '2026-11-23', 'Saturday in Shanghai');
});

test('a setting that is younger than its hour begins the next day', () => {
  const young = { ...WEEK, digests: digests(null, '2026-11-18T02:00:00.000Z') };
  assert.equal(day('2026-11-18T02:00:00.000Z', young), '2026-11-19');
});

test('without digests the day is the one on which the case is due', () => {
  assert.equal(reminderDay(due, { ...WEEK, digests: null }, '2026-11-20T03:00:00.000Z')?.toString(), '2026-11-18');
});

test('the next digest is that of today before its hour, and of the next working day after it', () => {
  const next = (now: string) => nextDigestDay({ ...WEEK, digests: digests(null) }, now).toString();
  assert.equal(next('2026-11-20T00:59:00.000Z'), '2026-11-20');
  assert.equal(next('2026-11-20T01:01:00.000Z'), '2026-11-23');
});

test('a time is told in the zone of the place, with its offset', () => {
  const at = '2026-11-22T18:20:59.000Z';
  assert.equal(localTime(at, 'Asia/Shanghai'), '2026-11-23 02:20 UTC+8');
  assert.equal(localTime(at, 'Asia/Kathmandu'), '2026-11-23 00:05 UTC+5:45');
  assert.equal(localTime(at, 'America/New_York'), '2026-11-22 13:20 UTC-5');
  assert.equal(localTime(at, 'UTC'), '2026-11-22 18:20 UTC');
});
