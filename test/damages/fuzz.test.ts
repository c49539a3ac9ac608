import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { examine } from '../../tools/fuzz/examine.ts';
import { mutate } from '../../tools/fuzz/mutate.ts';
import { seededRandom } from '../../tools/fuzz/random.ts';
import { crashFolders } from '../support/crash-folders.ts';

const texts = crashFolders().map(({ paste }) => paste);
const knowledge = loadKnowledge();

test('the same seed makes the same texts, another seed others', () => {
  const series = (seed: number) => {
    const random = seededRandom(seed);
    return texts.map((text) => mutate(text, texts, random));
  };
  assert.deepEqual(series(5), series(5));
  assert.notDeepEqual(series(5), series(6));
});

test('a few hundred mutants of our own pastes break nothing', () => {
  const random = seededRandom(20_261_122);
  for (let round = 0; round < 20; round++) {
    for (const text of texts) {
      const mutant = mutate(text, texts, random);
      assert.deepEqual(examine(mutant, knowledge, null, Date.now), [], JSON.stringify(mutant.slice(0, 2000)));
    }
  }
});

test('a text that takes far longer than its length explains is a finding', () => {
  let time = 0;
  const slowClock = () => {
    time += 1000;
    return time;
  };
  assert.deepEqual(
    examine('Arg1: 00000001', knowledge, 0.001, slowClock).map(({ what }) => what),
    ['slow'],
  );
});
