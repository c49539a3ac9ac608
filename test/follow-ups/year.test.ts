import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dueCases, slotAt } from '#src/follow-ups/due.ts';
import type { FollowUpSetting } from '#src/follow-ups/setting.ts';
import { aCase } from './a-case.ts';

/**
 * A year, minute by minute where it matters: the bot looks every ten minutes, except while it is down. What should
 * come out is computed here from a list of days off written by hand, not from the library that the code uses.
 */

const MINUTE = 60_000;
const STEP = 10 * MINUTE;
const START = Date.parse('2025-12-31T00:00:00Z');
const END = Date.parse('2027-01-02T00:00:00Z');

interface World {
  readonly zone: string;
  readonly time: string;
  readonly days: number[];
  readonly holidays: string | null;
  readonly off: readonly string[];
  readonly working?: readonly string[];
}

const CHINA_OFF = [
  ...['2026-01-01', '2026-01-02', '2026-01-03'],
  ...['2026-02-15', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19'],
  ...['2026-02-20', '2026-02-21', '2026-02-22', '2026-02-23'],
  ...['2026-04-04', '2026-04-05', '2026-04-06'],
  ...['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05'],
  ...['2026-06-19', '2026-06-20', '2026-06-21', '2026-09-25', '2026-09-26', '2026-09-27'],
  ...['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'],
  '2027-01-01',
];
const CHINA_WORKING = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];
const BERLIN_OFF = [
  ...['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25'],
  ...['2026-10-03', '2026-12-25', '2026-12-26', '2027-01-01'],
];

const MON_FRI = [1, 2, 3, 4, 5];
const WORLDS: readonly World[] = [
  { zone: 'Asia/Shanghai', time: '09:00', days: MON_FRI, holidays: 'CN', off: CHINA_OFF, working: CHINA_WORKING },
  { zone: 'Europe/Berlin', time: '02:30', days: [1, 2, 3, 4, 5, 6, 7], holidays: 'DE', off: BERLIN_OFF },
  { zone: 'America/New_York', time: '00:00', days: MON_FRI, holidays: null, off: [] },
  { zone: 'Asia/Kathmandu', time: '23:50', days: [7, 1, 2, 3, 4, 5].sort(), holidays: null, off: [] },
  { zone: 'Australia/Lord_Howe', time: '01:50', days: [7], holidays: null, off: [] },
];

/** Down over a morning, over a midnight and for three days. */
const OUTAGES = [
  ['2026-03-10T00:00:00Z', '2026-03-10T08:07:00Z'],
  ['2026-06-01T15:40:00Z', '2026-06-02T01:13:00Z'],
  ['2026-08-11T00:00:00Z', '2026-08-14T03:00:00Z'],
].map(([from, to]) => [Date.parse(from ?? ''), Date.parse(to ?? '')] as const);

for (const world of WORLDS) {
  test(`a year in ${world.zone} at ${world.time}: exactly the expected digests`, () => {
    assert.deepEqual(simulate(world), expected(world));
  });
}

test('the year holds what it is meant to hold', () => {
  assert.equal(expected(WORLDS[0] as World).length > 240, true);
  assert.ok(expected(WORLDS[1] as World).includes('2026-03-29'), 'the night in which 02:30 does not exist');
  assert.ok(expected(WORLDS[1] as World).includes('2026-10-25'), 'the night in which it comes twice');
  assert.ok(expected(WORLDS[4] as World).includes('2026-10-04'), 'the night of half an hour');
});

function simulate({ zone, time, days, holidays }: World): string[] {
  const since = new Date(START).toISOString();
  const setting: FollowUpSetting = { zone, time, days, holidays, since, language: 'en' };
  const open = aCase(1, 'A', new Date(START - 10 * 86_400_000).toISOString());
  const posted: string[] = [];
  let last: string | null = null;
  for (let ms = START; ms < END; ms += STEP) {
    if (OUTAGES.some(([from, to]) => ms >= from && ms < to)) {
      continue;
    }
    const now = new Date(ms).toISOString();
    const slot = slotAt(setting, now, last);
    if (!slot || dueCases([{ case: open, remindedAt: last }], setting, slot.day).length === 0) {
      continue;
    }
    posted.push(slot.day);
    last = now;
  }
  return posted;
}

/** Every working day whose hour, or a later minute of the same day, falls into a time that the bot was up. */
function expected(world: World): string[] {
  const found: string[] = [];
  const clock = localClock(world.zone);
  // The setting is made at the start, and counts from then on.
  const begin = clock(START);
  const done = new Set(begin.minute > world.time ? [begin.day] : []);
  for (let ms = START; ms < END; ms += STEP) {
    if (OUTAGES.some(([from, to]) => ms >= from && ms < to)) {
      continue;
    }
    const { day, minute } = clock(ms);
    if (done.has(day) || minute < world.time || !isWorking(day, world)) {
      continue;
    }
    done.add(day);
    found.push(day);
  }
  return found;
}

function isWorking(day: string, { days, off, working = [] }: World): boolean {
  if (working.includes(day)) {
    return true;
  }
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return days.includes(weekday) && !off.includes(day);
}

function localClock(timeZone: string): (ms: number) => { day: string; minute: string } {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return (ms) => {
    const [day = '', minute = ''] = format.format(ms).split(' ');
    return { day, minute };
  };
}
