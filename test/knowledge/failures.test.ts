import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FAILURE_OF_TRAIT, FAILURES } from '#src/diagnosis/knowledge/failures.ts';
import { RULES } from '#src/diagnosis/rules/index.ts';

/** Seen where there is no stop, so that neither a rule nor a trait can tell of it. */
const WITHOUT_A_STOP = 'waiting-thread';

test('every kind of failure is shown by a rule or by a trait of a stop code', () => {
  const shown = new Set([
    WITHOUT_A_STOP,
    ...RULES.map(({ shows }) => shows),
    ...FAILURE_OF_TRAIT.map(([, failure]) => failure),
  ]);
  for (const failure of Object.keys(FAILURES)) {
    assert.ok([...shown].includes(failure as keyof typeof FAILURES), failure);
  }
});
