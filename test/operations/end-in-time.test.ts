import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endInTime } from '#src/end-in-time.ts';

test('a stop that fails or never ends is not waited for without end', async () => {
  assert.equal(await endInTime(async () => undefined), true);
  assert.equal(await endInTime(() => Promise.reject(new Error('the database is gone'))), false);
  assert.equal(await endInTime(() => Promise.withResolvers<void>().promise, 20), false);
});
