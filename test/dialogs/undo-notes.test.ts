import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aDump } from '../bot/a-dump.ts';
import { type MemoryState, openMemoryState } from '../support/memory-state.ts';
import { speakIn } from './speak.ts';

let state: MemoryState;
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());

async function only(conversation: string) {
  const [now] = await state.cases.list({ tenant: 't', conversation });
  assert.ok(now);
  return now.case;
}

test('undo takes a note back that came last, and then the change before it', async () => {
  const say = speakIn(state, 'a note too many');
  await say('case new Stops at resume');
  await say('owner Mona Hart');
  await say('note technician rings on Friday');
  assert.match(await say('undo'), /Taken back: the note "technician rings on Friday"/);
  assert.equal((await only('a note too many')).owner, 'Mona Hart');
  const shown = await say('case 1');
  assert.doesNotMatch(shown, /technician rings/);
  assert.match(shown, /note, taken back since/);
  assert.match(await say('undo'), /Taken back: owner is now Mona Hart/);
  assert.equal((await only('a note too many')).owner, 'Wei');
});

test('a note is taken back in Chinese, and its words stand nowhere in the record', async () => {
  const say = speakIn(state, '多写的备注');
  await say('新建案例 唤醒后死机');
  await say('级别 A');
  await say('备注 周五技术员来电');
  assert.match(await say('撤销'), /已撤销备注：“周五技术员来电”/);
  assert.equal((await only('多写的备注')).severity, 'A');
  assert.doesNotMatch(await say('导出 案例 1'), /技术员来电/);
  assert.match(await say('撤销'), /已撤销：级别改为 A/);
});

test('undo right after a paste into the case undoes nothing, and says how a dump is taken out', async () => {
  const place = 'a paste too many';
  const say = speakIn(state, place);
  await say('case new Stops at resume');
  await say('severity A');
  await say(`case 1\n${aDump('quarkflt')}`);
  const said = await say('undo');
  assert.match(said, /Nothing was undone.*case 1 remove c1/s);
  assert.match(said, /severity is now A/);
  assert.equal((await only(place)).severity, 'A');
  assert.match(await say('撤销'), /没有撤销任何内容.*案例 1 移除 c1/s);
});

test('a note that went with its message is no longer there to be taken back', async () => {
  const place = 'a note deleted';
  const say = speakIn(state, place);
  await say('case new Stops at resume');
  await say('severity A');
  await say('note wrong customer', { of: 'note' });
  await say('', { of: 'note', kind: 'delete' });
  assert.match(await say('undo'), /Taken back: severity is now A/);
});

test('whether a driver can be rolled back is a question, and takes no change back', async () => {
  const say = speakIn(state, 'rolling back');
  await say('case new Blue screens at the till');
  await say('owner Lin');
  for (const question of ['can I roll it back?', 'roll back?', 'should we roll that back?']) {
    await say(question);
    assert.equal((await only('rolling back')).owner, 'Lin', question);
  }
  await say('roll it back');
  assert.equal((await only('rolling back')).owner, 'Wei');
});
