import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { acknowledgeSlow } from '#src/answering/acknowledge-slow.ts';
import type { Arrival } from '#src/ports/inbox.ts';
import { IDLE_INBOX } from '../support/idle-inbox.ts';

function arrival(conversation: string, kind: 'message' | 'welcome' = 'message'): Arrival {
  const message = { kind, scope: 'personal', text: 'x', locale: null, files: [], unreadable: [] } as const;
  return { target: { tenant: 't', conversation, reference: {} }, key: conversation, replyTo: null, message };
}

/** Conversations that got a sign; `awaited` are those whose answer is not on its way yet. */
function acknowledging(context: TestContext, awaited: readonly string[], isFree = true) {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const signs: string[] = [];
  const { inbox, stop } = acknowledgeSlow({
    inbox: IDLE_INBOX,
    outbox: { isAwaited: async ({ conversation }) => awaited.includes(conversation) },
    post: async ({ conversation }, saying) => {
      signs.push(`${saying.kind} ${conversation}`);
      return { kind: 'posted' };
    },
    isFree: () => isFree,
    turn: async () => undefined,
    afterMs: 800,
  });
  const pass = async (ms: number) => {
    context.mock.timers.tick(ms);
    await setImmediate();
  };
  return { inbox, stop, signs, pass };
}

test('who waits for an answer sees within a second that somebody is at work, once; who has it sees nothing', async (context) => {
  const { inbox, signs, pass } = acknowledging(context, ['slow']);
  await inbox.accept(arrival('slow'));
  await inbox.accept(arrival('slow'));
  await inbox.accept(arrival('quick'));
  await pass(799);
  assert.deepEqual(signs, []);
  await pass(1);
  assert.deepEqual(signs, ['typing slow']);
  await pass(60_000);
  assert.equal(signs.length, 1);
});

test('nobody who said nothing gets a sign, and none is sent where an answer would have to wait for it', async (context) => {
  const greeting = acknowledging(context, ['new']);
  await greeting.inbox.accept(arrival('new', 'welcome'));
  await greeting.pass(1000);
  assert.deepEqual(greeting.signs, []);
  context.mock.timers.reset();
  const busy = acknowledging(context, ['slow'], false);
  await busy.inbox.accept(arrival('slow'));
  await busy.pass(1000);
  assert.deepEqual(busy.signs, []);
});

test('a bot that ends sends no more signs', async (context) => {
  const { inbox, stop, signs, pass } = acknowledging(context, ['slow']);
  await inbox.accept(arrival('slow'));
  stop();
  await pass(1000);
  assert.deepEqual(signs, []);
});
