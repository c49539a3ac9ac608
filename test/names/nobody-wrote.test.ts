import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import { mutate } from '#tools/fuzz/mutate.ts';
import { seededRandom } from '#tools/fuzz/random.ts';
import { crashFolders } from '../support/crash-folders.ts';
import { SHARED, withShared } from '../support/shared-folder.ts';
import { namedByNobody, namedIn } from './who-is-named.ts';

const knowledge = loadKnowledge();
const folders = crashFolders();

function invented(text: string): string[] {
  const pastes = [{ source: null, text }];
  const diagnosis = diagnose(pastes, knowledge);
  if (diagnosis.crashes.length === 0) {
    return [];
  }
  return namedByNobody(text, diagnosis, buildReply(diagnosis, pastes, 'en'), knowledge);
}

for (const { name, paste } of folders) {
  test(`${name}: whoever is named stands in the paste or in a table`, () => {
    assert.deepEqual(invented(paste), []);
  });
}

test('in no text that was gathered is anybody named whom it does not show', withShared, () => {
  const files = globSync('{corpus,posts,case}/**/*.txt', { cwd: SHARED });
  assert.ok(files.length > 100, `only ${files.length} texts were found`);
  for (const file of files) {
    assert.deepEqual(invented(readFileSync(join(SHARED, file), 'utf8')), [], file);
  }
});

test('all pastes of the same case together invent nobody either', () => {
  const pastes = folders.map(({ name, paste }) => ({ source: name, text: paste }));
  const diagnosis = diagnose(pastes, knowledge);
  const reply = buildReply(diagnosis, pastes, 'zh');
  assert.ok(namedIn(diagnosis, reply).size > 10, 'the answer names hardly anybody: the test looks in the wrong place');
  const whole = folders.map(({ paste }) => paste).join('\n');
  assert.deepEqual(namedByNobody(whole, diagnosis, reply, knowledge), []);
});

/** Small enough that twenty thousand cost less than half a minute. */
const LONGEST = 800;
const TEXTS = 20_000;

test('twenty thousand damaged pieces of our own pastes invent nobody', () => {
  const random = seededRandom(20_261_130);
  const sources = folders.map(({ paste }) => paste.split('\n'));
  for (let count = 0; count < TEXTS; count++) {
    const lines = sources[Math.floor(random() * sources.length)] ?? [];
    const from = Math.floor(random() * lines.length);
    const piece = lines.slice(from, from + 2 + Math.floor(random() * 7)).join('\n');
    const text = mutate(piece, [], random).slice(0, LONGEST);
    const names = invented(text);
    if (names.length > 0) {
      assert.fail(`${names.join(', ')} in ${JSON.stringify(text)}`);
    }
  }
});
