import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FAILURE_OF_TRAIT, FAILURES } from '#src/diagnosis/knowledge/failures.ts';
import { RULES } from '#src/diagnosis/rules/index.ts';

test('every kind of failure is shown by a rule or by a trait of a stop code', () => {
  const shown = new Set([...RULES.map(({ shows }) => shows), ...FAILURE_OF_TRAIT.map(([, failure]) => failure)]);
  for (const failure of Object.keys(FAILURES)) {
    assert.ok([...shown].includes(failure as keyof typeof FAILURES), failure);
  }
});
