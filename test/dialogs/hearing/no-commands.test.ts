import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { type MemoryState, openMemoryState } from '../../support/memory-state.ts';
import { speakIn } from '../speak.ts';

const SAID = readFileSync(new URL('./no-commands.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

let state: MemoryState;
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());

test("a customer's sentence, a quoted mail, a plan and talk change nothing", async () => {
  const place = { tenant: 't', conversation: 'no commands' };
  const say = speakIn(state, place.conversation);
  await say('case new Freeze while copying');
  const [opened] = await state.cases.list(place);
  const wrong: string[] = [];
  for (const said of SAID) {
    const answer = await say(said);
    const [now] = await state.cases.list(place);
    const isSame = JSON.stringify(now) === JSON.stringify(opened) && (await state.followUps.find(place)) === null;
    if (!isSame || answer === '') {
      wrong.push(`${said} → ${answer.slice(0, 80)}`);
      await say('undo');
    }
  }
  assert.ok(opened && SAID.length >= 50);
  assert.deepEqual(wrong, []);
});
