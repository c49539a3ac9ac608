import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { spokenNames } from '#src/diagnosis/reading/told/spoken-names.ts';

test('every stop that people call by words of their own is one of the public table', () => {
  const { byName } = loadKnowledge().stopNames();
  assert.ok(spokenNames().length > 10);
  assert.deepEqual(
    spokenNames().filter((name) => !byName.has(name)),
    [],
  );
});
