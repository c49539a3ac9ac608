import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { OWN_INSTRUCTION } from '#src/diagnosis/rules/observations.ts';
import type { Evidence, Family, Weight } from '#src/diagnosis/rules/rule.ts';
import { confidenceOf, probability, score, weigh } from '#src/diagnosis/verdict/weigh.ts';

function evidence(weight: Weight, family: Family = 'code', over: Partial<Evidence> = {}): Evidence {
  return {
    suspect: 'acmeflt.sys',
    for: true,
    lines: [],
    text: { en: '', zh: '' },
    rule: 'r',
    leaves: OWN_INSTRUCTION,
    why: { en: '', zh: '' },
    unless: { en: '', zh: '' },
    weight,
    family,
    ...over,
  };
}

test('findings of one family do not add up', () => {
  assert.equal(score([evidence('strong'), evidence('strong'), evidence('moderate')]), score([evidence('strong')]));
});

test('findings of two families do', () => {
  assert.ok(score([evidence('moderate'), evidence('moderate', 'ownership')]) > score([evidence('moderate')]));
});

test('evidence against lowers the score, whatever speaks for', () => {
  const against = evidence('strong', 'ownership', { for: false });
  assert.ok(score([evidence('strong'), against]) < 0.5);
  assert.equal(score([against]), 0);
});

test('only decisive evidence reaches high confidence alone', () => {
  const words = (['decisive', 'strong', 'moderate', 'weak'] as const).map((weight) =>
    confidenceOf(score([evidence(weight)])),
  );
  assert.deepEqual(words, ['high', 'medium', 'low', 'low']);
});

test('two equal suspects share the probability', () => {
  const suspects = weigh([evidence('decisive'), evidence('decisive', 'code', { suspect: 'other.sys' })]);
  assert.ok(probability(suspects) < 0.5);
});

test('scores and probabilities stay between 0 and 1 for any evidence', () => {
  const any = fc.record({
    suspect: fc.constantFrom('a.sys', 'b.sys', 'hardware', 'os'),
    for: fc.boolean(),
    weight: fc.constantFrom<Weight[]>('decisive', 'strong', 'moderate', 'weak'),
    family: fc.constantFrom<Family[]>('code', 'ownership', 'presence', 'values', 'machine', 'system', 'module'),
  });
  fc.assert(
    fc.property(fc.array(any), (list) => {
      const suspects = weigh(list.map((one) => evidence(one.weight, one.family, one)));
      for (const suspect of suspects) {
        assert.ok(suspect.score >= 0 && suspect.score <= 1);
      }
      const chance = probability(suspects);
      assert.ok(chance >= 0 && chance < 1);
      assert.deepEqual(
        suspects,
        suspects.toSorted((a, b) => b.score - a.score),
      );
    }),
  );
});
