import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Temporal } from 'temporal-polyfill';
import { readFollowUpDay } from '#src/follow-ups/read-day.ts';
import { readSetting } from '#src/follow-ups/read-setting.ts';

const read = (text: string) => readSetting(text.split(' '), 'UTC');
const WEEK = { days: [1, 2, 3, 4, 5], holidays: null };

test('a setting is read in both languages, in any order after the time', () => {
  const shanghai = { kind: 'setting', setting: { time: '09:00', zone: 'Asia/Shanghai', ...WEEK } };
  assert.deepEqual(read('09:00 Asia/Shanghai Mon-Fri'), shanghai);
  assert.deepEqual(read('9:00 mon-fri asia/shanghai'), shanghai);
  assert.deepEqual(read('9：00 北京时间 周一至周五'), shanghai);
  assert.deepEqual(read('18:30'), { kind: 'setting', setting: { time: '18:30', zone: 'UTC', ...WEEK } });
  assert.deepEqual(read('00:00 Mon-Sun holidays DE-BY'), {
    kind: 'setting',
    setting: { time: '00:00', zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7], holidays: 'DE-BY' },
  });
  assert.deepEqual(read('09:00 Sat-Mon,Wed 节假日 中国'), {
    kind: 'setting',
    setting: { time: '09:00', zone: 'UTC', days: [1, 3, 6, 7], holidays: 'CN' },
  });
});

test('what is not understood is named', () => {
  for (const [said, named] of [
    ['25:00', '25:00'],
    ['nine', 'nine'],
    ['09:00 Mars/Olympus', 'Mars/Olympus'],
    ['09:00 +08:00', '+08:00'],
    ['09:00 Asia/Shanghai Mon-Foo', 'Mon-Foo'],
    ['09:00 holidays XX', 'XX'],
    ['09:00 constructor', 'constructor'],
  ] as const) {
    const result = read(said);
    assert.ok(result.kind === 'wrong', said);
    assert.ok(result.text.en.includes(named) && result.text.zh.includes(named), said);
  }
});

const SUNDAY = Temporal.PlainDate.from('2026-11-22');
const day = (text: string) => readFollowUpDay(text, SUNDAY, WEEK)?.toString() ?? null;

test('a day is read in both languages', () => {
  for (const [said, expected] of [
    ['today', '2026-11-22'],
    ['今天', '2026-11-22'],
    ['Tomorrow', '2026-11-23'],
    ['in 3 days', '2026-11-25'],
    ['3 days', '2026-11-25'],
    ['3天后', '2026-11-25'],
    ['in 2 working days', '2026-11-24'],
    ['5个工作日后', '2026-11-27'],
    ['in 1 week', '2026-11-29'],
    ['1 month', '2026-12-22'],
    ['2026-12-01', '2026-12-01'],
    ['2026年12月1日', '2026-12-01'],
    ['1月5日', '2027-01-05'],
    ['Friday', '2026-11-27'],
    ['next monday', '2026-11-23'],
    ['下周一', '2026-11-23'],
    ['周日', '2026-11-29'],
    ['下周', '2026-11-23'],
  ] as const) {
    assert.equal(day(said), expected, said);
  }
});

test('seen from a Wednesday, 下周一 and Monday are five days away, 下周五 nine', () => {
  const wednesday = Temporal.PlainDate.from('2026-11-25');
  const from = (text: string) => readFollowUpDay(text, wednesday, WEEK)?.toString();
  assert.deepEqual(
    [from('下周一'), from('monday'), from('下周五'), from('本周五')],
    [...['2026-11-30', '2026-11-30', '2026-12-04', '2026-11-27']],
  );
});

test('no day, a day that is over and a day that does not exist are refused', () => {
  for (const said of ['', 'soon', '2026-11-21', '2026-02-30', '31 December or so', '昨天']) {
    assert.equal(day(said), null, said);
  }
});
