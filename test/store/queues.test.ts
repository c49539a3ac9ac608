import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import type { PgBoss } from 'pg-boss';
import { createAnswerQueue } from '#src/adapters/queue/answer-queue.ts';
import { createDeliveryQueue } from '#src/adapters/queue/delivery-queue.ts';
import { createDigestQueue } from '#src/adapters/queue/digest-queue.ts';
import { startBoss, stopBoss } from '#src/adapters/queue/start-boss.ts';

const database = new PGlite();
let boss: PgBoss;
before(async () => {
  boss = await startBoss(database, assert.ifError);
});
after(async () => {
  await stopBoss(boss, 1);
  await database.close();
});

test('a queue that an older Stopcode made lives by the rules of today, with the jobs that wait in it', async () => {
  await boss.createQueue('answer', { notify: true, retryLimit: 1 });
  await boss.createQueue('digest', { retryLimit: 500, retryDelay: 3, retryBackoff: true, retryDelayMax: 180 });
  await boss.createQueue('deliver', { policy: 'short', retryLimit: 1 });
  const id = await boss.send('answer', { id: 'from before' });
  await createAnswerQueue(boss, false, assert.ifError);
  await createDigestQueue(boss, false);
  await createDeliveryQueue(boss, false, assert.ifError);
  const [answer, digest, deliver] = [
    await boss.getQueue('answer'),
    await boss.getQueue('digest'),
    await boss.getQueue('deliver'),
  ];
  assert.equal(answer?.notify, false);
  assert.equal(answer?.retryLimit, 20);
  assert.equal(digest?.retryLimit, 3000, 'a digest is tried until its day ends');
  assert.equal(digest?.retryDelayMax, 60);
  assert.equal(deliver?.policy, 'short');
  assert.equal(deliver?.retryLimit, 1000);
  assert.deepEqual(
    (await boss.fetch('answer'))?.map((job) => job.id),
    [id],
  );
});
