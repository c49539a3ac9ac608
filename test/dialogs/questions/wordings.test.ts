import assert from 'node:assert/strict';
import { test } from 'node:test';
import { INTENTS } from '#dialogs/questions/asked.ts';
import { duplicates } from '../../support/duplicates.ts';
import { askOfSample } from './a-sample.ts';
import { labelOf } from './label-of.ts';
import { readWordings, type Wording } from './read-wordings.ts';

const FILES = [
  'wordings.txt',
  'wordings-second.txt',
  'wordings-third.txt',
  'wordings-fourth.txt',
  'wordings-fifth.txt',
  'wordings-sixth.txt',
  'wordings-seventh.txt',
  'wordings-eighth.txt',
  'wordings-ninth.txt',
  'wordings-tenth.txt',
];
const all = FILES.flatMap(readWordings);

interface Scored extends Wording {
  readonly got: string;
}

const scored: readonly Scored[] = all.map((wording) => {
  const asked = askOfSample(wording.text);
  return { ...wording, got: asked === null ? 'none' : labelOf(asked, wording.label) };
});
const none = scored.filter(({ label }) => label === 'none');
const asking = scored.filter(({ label }) => label !== 'none');

test('there are enough wordings, each once, of every kind and in both languages', () => {
  assert.ok(asking.length >= 200 && none.length >= 60, `${asking.length} questions, ${none.length} others`);
  assert.deepEqual(duplicates(all.map(({ text }) => text)), []);
  const chinese = all.filter(({ text }) => /\p{Script=Han}/u.test(text));
  assert.ok(chinese.length > all.length * 0.4, `${chinese.length} of ${all.length} are Chinese`);
  for (const intent of INTENTS) {
    const own = all.filter(({ label }) => label.split(':')[0] === intent);
    assert.ok(own.filter(({ text }) => /\p{Script=Han}/u.test(text)).length >= 4, `${intent} in Chinese`);
    assert.ok(own.filter(({ text }) => !/\p{Script=Han}/u.test(text)).length >= 3, `${intent} in English`);
  }
});

test('at least 95 of 100 questions are understood, and at most one of a hundred messages wrongly', (context) => {
  const right = asking.filter(({ label, got }) => label === got);
  const wrong = scored.filter(({ label, got }) => got !== 'none' && got !== label);
  const told = `${right.length} of ${asking.length} understood, ${wrong.length} of ${scored.length} wrongly`;
  context.diagnostic(told);
  for (const { label, got, text } of scored.filter((each) => each.label !== each.got)) {
    context.diagnostic(`${label} taken for ${got}: ${text}`);
  }
  assert.ok(right.length >= asking.length * 0.95, told);
  assert.ok(wrong.length <= scored.length * 0.01, told);
});

test('no command, no paste and no talk is taken for a question', () => {
  assert.deepEqual(
    none.filter(({ got }) => got !== 'none').map(({ text }) => text),
    [],
  );
});
