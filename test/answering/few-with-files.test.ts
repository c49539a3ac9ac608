import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { fewWithFiles } from '#src/answering/few-with-files.ts';

const PLAIN = { files: [] };
const WITH_FILE = { files: [{ name: 'lm.txt', url: 'https://contoso.sharepoint.com/lm.txt' }] };

test('of many messages with files a few are in hand, in the order of their coming; those without never wait', async () => {
  const run = fewWithFiles(2);
  const begun: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<string>>();
  const begin = (name: string, message: Parameters<typeof run>[0]) =>
    run(message, () => {
      begun.push(name);
      const end = Promise.withResolvers<string>();
      ends.set(name, end);
      return end.promise;
    });
  const all = ['a', 'b', 'c', 'd'].map((name) => begin(name, WITH_FILE));
  const plain = begin('plain', PLAIN);
  assert.deepEqual(begun, ['a', 'b', 'plain']);
  ends.get('plain')?.resolve('said');
  assert.equal(await plain, 'said');
  assert.deepEqual(begun, ['a', 'b', 'plain'], 'it gave nobody a place');

  ends.get('b')?.reject(new Error('unreadable'));
  await assert.rejects(all[1] ?? assert.fail(), /unreadable/);
  assert.deepEqual(begun.slice(3), ['c'], 'also a failure gives its place on');
  for (const name of ['a', 'c', 'd']) {
    ends.get(name)?.resolve(name);
    await setImmediate();
  }
  assert.deepEqual(await Promise.all([all[0], all[2], all[3]]), ['a', 'c', 'd']);
  const later = begin('later', WITH_FILE);
  assert.equal(begun.at(-1), 'later', 'all places are free again');
  ends.get('later')?.resolve('later');
  await later;
});
