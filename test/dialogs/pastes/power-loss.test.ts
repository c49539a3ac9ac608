import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { triageMessage } from '#dialogs/pastes/triage-message.ts';
import { inlineTools } from '../../conversations/inline-tools.ts';
import { type MemoryState, openMemoryState, testClock } from '../../support/memory-state.ts';
import { speakIn } from '../speak.ts';

let state: MemoryState;
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());

const EVENT = '<Data Name="BugcheckCode">0</Data>\n<Data Name="BugcheckParameter1">0x0</Data>';

test('an event without a stop code is answered as a loss of power, not as nothing', async () => {
  const said = await speakIn(state, 'power')(EVENT);
  assert.match(said, /recorded no stop here/);
  assert.doesNotMatch(said, /no debugger output/);
});

test('below a verdict a loss of power that is asked about is no question about the verdict', async () => {
  const speak = speakIn(state, 'power-below');
  await speak('Blue screen 0x9f on our till when it sleeps');
  assert.match(await speak('event 41 kernel-power, BugcheckCode 0, what now?'), /recorded no stop here/);
  assert.match(await speak('事件 41 Kernel-Power，BugcheckCode 0，怎么办？'), /recorded no stop here|没有记录到/);
  assert.doesNotMatch(await speak('what now?'), /recorded no stop here/);
});

test('the message action says the same', async () => {
  const tools = inlineTools(state, testClock('2026-11-23T02:00:00.000Z').now, {});
  const { card } = await triageMessage({ text: EVENT, files: [], unreadable: [] }, 'zh', tools);
  assert.match(JSON.stringify(card), /recorded no stop here|没有记录到蓝屏停止/);
});
