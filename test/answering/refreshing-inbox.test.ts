import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { refreshingInbox } from '#src/answering/refreshing-inbox.ts';
import { IDLE_INBOX } from '../support/idle-inbox.ts';
import { type MemoryState, openMemoryState } from '../support/memory-state.ts';

let state: MemoryState;
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());

const SETTING = {
  time: '09:00',
  zone: 'UTC',
  days: [1],
  holidays: null,
  since: '2026-11-22T00:00:00.000Z',
  language: 'en' as const,
};

test('a thread that is gone leaves the digests of its channel alone, a channel that is closed to us does not', async () => {
  const inbox = refreshingInbox(IDLE_INBOX, state.followUps);
  await state.followUps.save({ tenant: 't', conversation: '19:t', reference: {} }, SETTING);
  const thread = { tenant: 't', conversation: '19:t;messageid=7', reference: {} };
  await inbox.suspend(thread, '404 ConversationNotFound');
  assert.equal(await state.followUps.suspendedCount(), 0);
  await inbox.suspend(thread, '403 BotNotInConversationRoster');
  assert.equal(await state.followUps.suspendedCount(), 1);
});
