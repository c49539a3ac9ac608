import assert from 'node:assert/strict';
import { test } from 'node:test';
import { INTENTS } from '#dialogs/questions/asked.ts';
import { asksSomething } from '#dialogs/questions/can-be-asked.ts';
import { hearQuestion } from '#dialogs/questions/hear.ts';
import { openWordings } from '../../tools/explain/score-questions.ts';
import { askOfSample } from '../dialogs/questions/a-sample.ts';

test('what a model is there to route is heard as a question, and no phrase fits it', () => {
  for (const { label, text } of openWordings()) {
    assert.ok(label === 'none' || INTENTS.some((intent) => intent === label), label);
    assert.equal(askOfSample(text), null, `a phrase fits: ${text}`);
    assert.ok(hearQuestion(text) !== null && asksSomething(text), `no question: ${text}`);
  }
});
