import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

/** What people say it was, in other languages than English: frames as data, and what asks, plans, denies or is no program. */

const knowledge = loadKnowledge();
const STOP = 'My laptop keeps showing a blue screen 0xD1.';
const rows = readFileSync(new URL('causes-elsewhere.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((row) => row !== '' && !row.startsWith('#'));

for (const row of rows) {
  const [how = '', sentence = ''] = row.split(/ (?<sentence>.*)/s);
  test(`${how === '-' ? 'is no lead' : `is a lead, ${how}`}: ${sentence}`, () => {
    const [crash] = diagnose([{ source: null, text: `${STOP}\n${sentence}` }], knowledge).crashes;
    const found = crash?.crash.facts.toldCauses.map((cause) => `${cause.how} ${cause.lines[0]}`);
    assert.deepEqual(found, how === '-' ? [] : [`${how} 2`]);
  });
}
