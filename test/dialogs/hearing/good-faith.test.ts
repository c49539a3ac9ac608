import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { NO_DUMP } from '#dialogs/words.ts';
import { type MemoryState, openMemoryState } from '../../support/memory-state.ts';
import { speakIn } from '../speak.ts';
import { readSayings } from './read-sayings.ts';

/** What is said in good faith while something is at hand is not answered as if it were a bad paste. */

const DUMP = `0: kd> !analyze -v
DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)
Arguments:
Arg1: 0000000000000018, memory referenced
Arg2: 0000000000000002, IRQL
Arg3: 0000000000000000, value 0 = read operation, 1 = write operation
Arg4: fffff8045e2a1c3d, address which referenced memory
IMAGE_NAME:  quarkflt.sys`;

let state: MemoryState;
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());

for (const [name, beginning] of [
  ['a case', ['case new Freeze while copying']],
  ['a verdict', [DUMP]],
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
