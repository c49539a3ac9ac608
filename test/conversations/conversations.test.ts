import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { converse } from '#dialogs/index.ts';
import { turnLanguage } from '#src/answering/turn-language.ts';
import { type MemoryState, openMemoryState, testClock } from '../support/memory-state.ts';
import { answerText } from './answer-text.ts';
import { inlineTools } from './inline-tools.ts';
import { readStory } from './read-story.ts';

const folder = new URL('./', import.meta.url);
const stories = readdirSync(folder).filter((name) => name.endsWith('.txt'));

let state: MemoryState;
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());

test('there are stories', () => {
  assert.ok(stories.length >= 6);
});

for (const name of stories) {
  test(`conversation: ${name.replace('.txt', '')}`, async () => {
    const exchanges = readStory(readFileSync(new URL(name, folder), 'utf8'));
    assert.ok(exchanges.length > 0);
    const clock = testClock('2026-11-23T02:00:00.000Z');
    for (const [index, { message, thread, later, says, saysNot }] of exchanges.entries()) {
      clock.pass(later);
      const conversation = thread ? `${name};messageid=${thread}` : name;
      const target = { tenant: name, conversation, reference: {} };
      const turn = { id: `${name} ${index}`, target, message, language: turnLanguage(message) };
      const answer = await converse(turn, inlineTools(state, clock.now));
      const text = answerText(answer);
      assert.ok(says.length > 0, `nothing is expected after ${message.text}`);
      for (const part of says) {
        assert.ok(text.includes(part), `"${part}" is missing in:\n${text}`);
      }
      for (const part of saysNot) {
        assert.ok(!text.includes(part), `"${part}" stands in:\n${text}`);
      }
    }
  });
}
