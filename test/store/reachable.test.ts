import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reachable } from '#src/adapters/store/reachable.ts';
import { openMemoryState } from '../support/memory-state.ts';

test('a database that says nothing is not reachable, and is again when it answers', async () => {
  const { kysely, close } = await openMemoryState();
  const isReachable = reachable(kysely, 50);
  assert.equal(await isReachable(), true);
  const hold = Promise.withResolvers<void>();
  // The embedded database has one connection: whoever holds it makes it silent to the others.
  const holder = kysely.transaction().execute(() => hold.promise);
  assert.deepEqual(await Promise.all([isReachable(), isReachable(), isReachable()]), [false, false, false]);
  hold.resolve();
  await holder;
  assert.equal(await isReachable(), true);
  await close();
  assert.equal(await isReachable(), false);
});
