import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Temporal } from 'temporal-polyfill';
import { readFollowUpDay } from '#src/follow-ups/read-day.ts';
import { readSetting } from '#src/follow-ups/read-setting.ts';

const WEEK = { days: [1, 2, 3, 4, 5], holidays: null };
const read = (text: string) => readSetting(text, { time: null, zone: 'UTC', ...WEEK });

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

test('a time of day is read as people write it', () => {
  for (const [said, time] of [
    ['9', '09:00'],
    ['at 9', '09:00'],
    ['0930', '09:30'],
    ['9am', '09:00'],
    ['9 am', '09:00'],
    ['12am', '00:00'],
    ['12:15 pm', '12:15'],
    ['5:30pm', '17:30'],
    ['9.30', '09:30'],
    ['9点', '09:00'],
    ['9点半', '09:30'],
    ['上午9点', '09:00'],
    ['下午5点半', '17:30'],
    ['下午 5:30', '17:30'],
    ['晚上8点15分', '20:15'],
    ['中午12点', '12:00'],
    ['早上 ９：００', '09:00'],
  ] as const) {
    const result = read(said);
    assert.equal(result.kind === 'setting' && result.setting.time, time, said);
  }
  for (const said of ['13pm', '0am', '9:60', '24:00', '25点', 'noonish']) {
    assert.equal(read(said).kind, 'wrong', said);
  }
});

test('days, zones and countries are read as people write them, in any order', () => {
  const all = [1, 2, 3, 4, 5, 6, 7];
  for (const [said, wanted] of [
    ['every day at 09:00', { days: all }],
    ['每天9点', { days: all }],
    ['每个工作日 9:00', { days: [1, 2, 3, 4, 5] }],
    ['09:00 Mon Wed Fri', { days: [1, 3, 5] }],
    ['09:00 周一、周三', { days: [1, 3] }],
    ['09:00 Monday to Thursday', { days: [1, 2, 3, 4] }],
    ['09:00 Mon - Fri, Sun', { days: [1, 2, 3, 4, 5, 7] }],
    ['09:00, weekends', { days: [6, 7] }],
    ['9点 周一到周六', { days: [1, 2, 3, 4, 5, 6] }],
    ['09:00 Berlin', { zone: 'Europe/Berlin' }],
    ['09:00 kathmandu', { zone: 'Asia/Kathmandu' }],
    ['09:00 Kolkata', { zone: 'Asia/Kolkata' }],
    ['09:00 new york time', { zone: 'America/New_York' }],
    ['Lord Howe 09:00', { zone: 'Australia/Lord_Howe' }],
    ['09:00 Asia/Kathmandu', { zone: 'Asia/Kathmandu' }],
    ['09:00 except public holidays Germany', { holidays: 'DE' }],
    ['09:00 holidays United Kingdom', { holidays: 'GB' }],
    ['09:00 中国法定节假日除外', { holidays: 'CN' }],
    ['09:00 节假日CN', { holidays: 'CN' }],
    ['09:00 holidays off', { holidays: null }],
  ] as const) {
    const result = read(said);
    assert.deepEqual(result, { kind: 'setting', setting: { time: '09:00', zone: 'UTC', ...WEEK, ...wanted } }, said);
  }
});

test('what is not said stays as it was', () => {
  const before = { time: '09:00', zone: 'Asia/Shanghai', days: [1, 2, 3, 4, 5, 6], holidays: 'CN' };
  const now = (said: string) => readSetting(said, before);
  assert.deepEqual(now('10:00'), { kind: 'setting', setting: { ...before, time: '10:00' } });
  assert.deepEqual(now('Mon-Sun'), { kind: 'setting', setting: { ...before, days: [1, 2, 3, 4, 5, 6, 7] } });
  assert.deepEqual(now('holidays none'), { kind: 'setting', setting: { ...before, holidays: null } });
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
    ['in a week', '2026-11-29'],
    ['in two days', '2026-11-24'],
    ['三天后', '2026-11-25'],
    ['两周后', '2026-12-06'],
    ['十二天后', '2026-12-04'],
    ['二十天后', '2026-12-12'],
    ['三个工作日后', '2026-11-25'],
    ['the day after tomorrow', '2026-11-24'],
    ['Dec 1', '2026-12-01'],
    ['1st of December', '2026-12-01'],
    ['5 January', '2027-01-05'],
    ['March 3, 2028', '2028-03-03'],
    ['30号', '2026-11-30'],
    ['3号', '2026-12-03'],
    ['下个月1号', '2026-12-01'],
    ['月底', '2026-11-30'],
    ['下下周一', '2026-11-30'],
    ['tomorrow EOD', '2026-11-23'],
    ['COB Friday', '2026-11-27'],
    ['by Friday 3pm', '2026-11-27'],
    ['eod', '2026-11-22'],
    ['a couple of days', '2026-11-24'],
    ['2 wks', '2026-12-06'],
    ['end of this week', '2026-11-27'],
    ['end of next week', '2026-11-27'],
    ['end of next month', '2026-12-31'],
    ['next month', '2026-12-01'],
    ['Friday next week', '2026-11-27'],
    ['30/11', '2026-11-30'],
    ['周五下班前', '2026-11-27'],
    ['明天下午3点', '2026-11-23'],
    ['下周一上午10点', '2026-11-23'],
    ['半个月后', '2026-12-07'],
    ['过几天', '2026-11-25'],
    ['下月初', '2026-12-01'],
    ['年底', '2026-12-31'],
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
  for (const said of [
    '',
    'soon',
    '2026-11-21',
    '2026-02-30',
    '31 December or so',
    '昨天',
    '12/01/2026',
    'Feb 30',
    '32号',
  ]) {
    assert.equal(day(said), null, said);
  }
});
