import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { lockFolder } from '#src/adapters/store/folder-lock.ts';

let base: string;
before(async () => {
  base = await mkdtemp(join(tmpdir(), 'stopcode-'));
});
after(() => rm(base, { recursive: true, force: true }));

test('a folder is locked until it is released, and made where it is missing', async () => {
  const folder = join(base, 'a', 'b');
  const unlock = await lockFolder(folder);
  await assert.rejects(lockFolder(folder), new RegExp(`Process ${process.pid} is using .*STOPCODE_DATA`));
  await unlock();
  await (await lockFolder(folder))();
});

test('another folder is not concerned', async () => {
  const unlock = [await lockFolder(join(base, 'one')), await lockFolder(join(base, 'two'))];
  for (const release of unlock) await release();
});

test('a folder with a path too long for a socket is locked all the same', async () => {
  const folder = join(base, 'long'.repeat(40));
  const unlock = await lockFolder(folder);
  await assert.rejects(lockFolder(folder), /is using/);
  await unlock();
});
