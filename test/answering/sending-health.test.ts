import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sendingHealth } from '#src/answering/sending-health.ts';
import type { PostResult } from '#src/ports/post.ts';

const TARGET = { tenant: 't', conversation: 'c', reference: {} };

test('three failures in a row and no success tell of an outage since the first, in one word; a success ends it', async () => {
  let minute = 0;
  const health = sendingHealth(() => new Date(Date.UTC(2026, 10, 30, 10, minute++)));
  const meet = (result: PostResult) => health.watched(async () => result)(TARGET, { kind: 'text', text: 'x' }, null);
  const down: PostResult = { kind: 'later', reason: 'token invalid_client' };
  await meet(down);
  await meet({ kind: 'posted' });
  await meet(down);
  await meet({ kind: 'unclear', reason: '502 secret.example' });
  assert.deepEqual(health.state(), { sending: 'ok' });
  await meet(down);
  assert.deepEqual(health.state(), { sending: 'failing', since: '2026-11-30T10:01:00.000Z', reason: 'token' });
  await meet({ kind: 'gone', reason: '403' });
  assert.deepEqual(health.state(), { sending: 'ok' }, 'the channel answered: it is that conversation alone');
});
