import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { converse } from '#dialogs/index.ts';
import { turnLanguage } from '#src/answering/turn-language.ts';
import { answerText } from './answer-text.ts';
import { inlineTools } from './inline-tools.ts';
import { readStory } from './read-story.ts';

const TARGET = { tenant: 't', conversation: 'a:personal', reference: {} };
const folder = new URL('./', import.meta.url);
const stories = readdirSync(folder).filter((name) => name.endsWith('.txt'));

test('there are stories', () => {
  assert.ok(stories.length >= 6);
});

for (const name of stories) {
  test(`conversation: ${name.replace('.txt', '')}`, async () => {
    const exchanges = readStory(readFileSync(new URL(name, folder), 'utf8'));
    assert.ok(exchanges.length > 0);
    for (const { message, says, saysNot } of exchanges) {
      const answer = await converse(
        { id: name, target: TARGET, message, language: turnLanguage(message) },
        inlineTools(),
      );
      const text = answerText(answer);
      assert.ok(says.length > 0, `nothing is expected after ${message.text}`);
      for (const part of says) assert.ok(text.includes(part), `"${part}" is missing in:\n${text}`);
      for (const part of saysNot) assert.ok(!text.includes(part), `"${part}" stands in:\n${text}`);
    }
  });
}
