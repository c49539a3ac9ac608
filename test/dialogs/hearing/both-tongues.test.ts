import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutCourtesy } from '#dialogs/hearing/courtesy.ts';
import { readFollowUpCommand } from '#dialogs/hearing/follow-up-command.ts';
import { readTeamCommand } from '#dialogs/hearing/team-command.ts';
import { NO_NAMES, route } from '#dialogs/questions/route.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

const knowledge = loadKnowledge();

/** What can be said in one language can be said in the other. */
const OFF = ['cancel the reminders', '取消提醒', '停掉提醒', '关闭所有提醒'];
const DAILY = ['remind me every day at 9am', 'every day at 9am', 'at 9am every day', '每天9点提醒我', '每天9点'];
const NO_SETTING = ['crashes every day at 9am', '每天9点都蓝屏', 'every day', '每天'];

test('reminders are cancelled, and set to a time of day, in either language', () => {
  for (const said of OFF) {
    assert.deepEqual(readFollowUpCommand(withoutCourtesy(said)), { kind: 'off' }, said);
  }
  for (const said of DAILY) {
    assert.equal(readFollowUpCommand(withoutCourtesy(said))?.kind, 'set', said);
  }
  for (const said of NO_SETTING) {
    assert.equal(readFollowUpCommand(withoutCourtesy(said)), null, said);
  }
});

test('"why not" asks about a driver that stands in no table, in either language', () => {
  for (const said of ['why not quarkflt?', 'why not quarkflt', '为什么不是 quarkflt']) {
    const asked = route(said, NO_NAMES, knowledge);
    assert.deepEqual(
      [asked?.intent, asked?.subject],
      ['not', { kind: 'driver', said: 'quarkflt', image: 'quarkflt.sys' }],
    );
  }
  for (const said of ['why not tomorrow?', 'why not Thursday?', 'why not another']) {
    assert.notEqual(route(said, NO_NAMES, knowledge)?.subject?.kind, 'driver', said);
  }
});

test('cases of a person or a customer are listed by "for"', () => {
  for (const said of ['list cases for Mona', 'cases for Mona', 'show me the cases for Mona?']) {
    assert.deepEqual(readTeamCommand(withoutCourtesy(said)), { kind: 'list', filter: { term: 'Mona' } }, said);
  }
  assert.equal(readTeamCommand(withoutCourtesy('cases for review')), null);
});

test('a name of ours that was typed is no part of what is said', () => {
  assert.deepEqual(withoutCourtesy('@Stopcode help').plain, 'help');
  assert.deepEqual(withoutCourtesy('@stopcode 帮助').plain, '帮助');
  assert.deepEqual(withoutCourtesy('@Stopcode, severity A').text, 'severity A');
});
