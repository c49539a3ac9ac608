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

test("behind a paste of no case, undo takes the person's last change of a case back", async () => {
  const place = { tenant: 't', conversation: 'changed, then pasted' };
  const say = speakIn(state, place.conversation);
  await say('case new Freeze while copying');
  await say('severity A');
  await say(aDump('quarkflt'));
  assert.match(await say('undo'), /Case 1 +Taken back: severity is now A/);
  const [now] = await state.cases.list(place);
  assert.equal(now?.case.severity, 'B');
});

test('where no change came before the paste, undo says that there is nothing to undo', async () => {
  const say = speakIn(state, 'only pasted');
  await say(aDump('quarkflt'));
  assert.match(await say('undo'), /There is nothing to undo/);
  assert.match(await say('撤销'), /没有可撤销的操作/);
});

test("a title is what stands beside the customer's number, without what only asks for a case", async () => {
  const place = { tenant: 't', conversation: 'a hurried title' };
  const say = speakIn(state, place.conversation);
  await say('open a case for this pls, customer Contoso 2406-11873, they are angry');
  const [opened] = await state.cases.list(place);
  assert.equal(opened?.case.title, 'customer Contoso, they are angry');
  assert.equal(opened?.case.customerNumber, '2406-11873');
  await say('case new Another');
  assert.match(await say('is 2406-11873 still open?'), /^Case 1 · 2406-11873/);
});
