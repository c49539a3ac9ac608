import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Inbox } from '#src/ports/inbox.ts';
import { refreshingInbox } from '#src/refreshing-inbox.ts';
import { type MemoryState, openMemoryState } from '../support/memory-state.ts';

let state: MemoryState;
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());

const INBOX: Inbox = {
  accept: async () => 'accepted',
  begin: async () => null,
  keep: async () => undefined,
  ignore: async () => undefined,
  resume: async () => undefined,
  suspend: async () => undefined,
  tidy: async () => 0,
  isReachable: async () => true,
};
const SETTING = {
  time: '09:00',
  zone: 'UTC',
  days: [1],
  holidays: null,
  since: '2026-11-22T00:00:00.000Z',
  language: 'en' as const,
};

test('a thread that is gone leaves the digests of its channel alone, a channel that is closed to us does not', async () => {
  const inbox = refreshingInbox(INBOX, state.followUps);
  await state.followUps.save({ tenant: 't', conversation: '19:t', reference: {} }, SETTING);
  const thread = { tenant: 't', conversation: '19:t;messageid=7', reference: {} };
  await inbox.suspend(thread, '404 ConversationNotFound');
  assert.equal(await state.followUps.suspendedCount(), 0);
  await inbox.suspend(thread, '403 BotNotInConversationRoster');
  assert.equal(await state.followUps.suspendedCount(), 1);
});
