import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { NO_DUMP } from '#dialogs/words.ts';
import { aDump } from '../../bot/a-dump.ts';
import { type MemoryState, openMemoryState } from '../../support/memory-state.ts';
import { speakIn } from '../speak.ts';
import { readSayings } from './read-sayings.ts';

/** What is said in good faith while something is at hand is not answered as if it were a bad paste. */

let state: MemoryState;
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());

for (const [name, beginning] of [
  ['a case', ['case new Freeze while copying']],
  ['a verdict', [aDump('quarkflt')]],
] as const) {
  test(`with ${name} at hand nothing that people say ends in "I found no debugger output"`, async () => {
    const wrong: string[] = [];
    let say = speakIn(state, name);
    for (const [at, { said }] of readSayings().entries()) {
      if (at % 10 === 0) {
        say = speakIn(state, `${name} ${at}`);
        for (const each of beginning) {
          await say(each);
        }
      }
      const answer = await say(said);
      if (answer.includes(NO_DUMP.en) || answer.includes(NO_DUMP.zh)) {
        wrong.push(said);
      }
    }
    assert.deepEqual(wrong, []);
  });
}
