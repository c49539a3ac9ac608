import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { withoutCourtesy } from '#dialogs/hearing/courtesy.ts';
import { readFollowUpCommand } from '#dialogs/hearing/follow-up-command.ts';

const read = (message: string) => readFollowUpCommand(withoutCourtesy(message));
const set = (said: string) => ({ kind: 'set', said });

const UNDERSTOOD: readonly (readonly [said: string, command: object])[] = [
  ['follow-ups', { kind: 'show' }],
  ['跟进提醒设置', { kind: 'show' }],
  ['follow-ups off', { kind: 'off' }],
  ['please turn off the follow-ups', { kind: 'off' }],
  ['关闭跟进提醒', { kind: 'off' }],
  ['跟进提醒关闭', { kind: 'off' }],
  ['停止每日跟进', { kind: 'off' }],
  ['follow-ups on', set('')],
  ['开启跟进提醒', set('')],
  ['follow-ups at 09:00 Asia/Shanghai', set('at 09:00 Asia/Shanghai')],
  ['Follow ups at 9am', set('at 9am')],
  ['follow-up at 09:00', set('at 09:00')],
  ['daily follow-up at 9', set('at 9')],
  ['set follow-ups every day at 9am', set('every day at 9am')],
  ['跟进提醒 09:00 周一至周五', set('09:00 周一至周五')],
  ['跟进提醒09:00', set('09:00')],
  ['每天9点跟进', set('每天9点')],
  ['每个工作日上午 9:00 提醒我跟进', set('每个工作日上午 9:00')],
  ['follow-ups nonsense', set('nonsense')],
];

for (const [said, command] of UNDERSTOOD) {
  test(`understands: ${said}`, () => {
    assert.deepEqual(read(said), command);
  });
}

test('other messages do not touch the setting', () => {
  for (const said of [
    ...['follow up with the customer', 'follow-up 3', '案例 3 明天9点跟进', '明天9点跟进', '跟进客户', '跟进案例 3'],
    ...['客户9点提醒', 'digestion', '', 'follow-ups\n09:00'],
  ]) {
    assert.equal(read(said), null, said);
  }
});

test('any text is read without an error', () => {
  fc.assert(
    fc.property(fc.constantFrom('follow-ups ', '跟进提醒', ''), fc.string({ unit: 'binary' }), (head, tail) => {
      read(head + tail);
      read(`${tail}跟进`);
    }),
  );
});
