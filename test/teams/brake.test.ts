import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brake } from '#src/adapters/teams/brake.ts';
import type { PostResult } from '#src/ports/post.ts';

const HELLO = { kind: 'text', text: 'x' } as const;
const to = (conversation: string) => ({ tenant: 't', conversation, reference: {} });

test('a conversation is left alone for as long as Teams asked, its threads with it, and others are not', async () => {
  let now = 0;
  const results: PostResult[] = [{ kind: 'later', reason: '429', afterMs: 60_000 }];
  const asked: string[] = [];
  const post = brake(() => now)(async ({ conversation }) => {
    asked.push(conversation);
    return results.shift() ?? { kind: 'posted' };
  });
  assert.equal((await post(to('c;messageid=1'), HELLO, null)).kind, 'later');
  now = 59_000;
  assert.deepEqual(await post(to('c;messageid=2'), HELLO, null), {
    kind: 'later',
    reason: '429 asked to wait',
    afterMs: 1000,
  });
  assert.equal((await post(to('d'), HELLO, null)).kind, 'posted');
  now = 60_000;
  assert.equal((await post(to('c'), HELLO, null)).kind, 'posted');
  assert.deepEqual(asked, ['c;messageid=1', 'd', 'c']);
});
