import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { BugcheckRow } from '#src/diagnosis/knowledge/bugcheck-row.ts';
import { readTable } from '#src/diagnosis/knowledge/read-table.ts';
import { similarNames } from '#src/diagnosis/knowledge/similar-names.ts';

const names = readTable<BugcheckRow>('bugchecks').map(({ name }) => name);

test('a name with one letter wrong, missing or too many is found', () => {
  const typo = fc.record({ name: fc.constantFrom(...names.filter((name) => name.length >= 8)), at: fc.nat(7) });
  const without = (name: string, at: number) => name.slice(0, at) + name.slice(at + 1);
  fc.assert(
    fc.property(typo, ({ name, at }) => {
      // Of SESSION1_… to SESSION5_… all are as near to a name with another number, and not all are shown.
      fc.pre(names.filter((each) => without(each, at) === without(name, at)).length === 1);
      for (const letter of ['', '7', `${name[at]}7`]) {
        const wrong = name.slice(0, at) + letter + name.slice(at + 1);
        const holds = names.some((each) =>
          wrong.split('_').every((word) => word === '' || each.split('_').includes(word)),
        );
        if (!holds) {
          assert.ok(similarNames(wrong, names).includes(name), wrong);
        }
      }
    }),
  );
});

test('part of a name brings the shortest names that hold all its words', () => {
  assert.equal(similarNames('VIDEO_TDR', names)[0], 'VIDEO_TDR_FAILURE');
  assert.deepEqual(similarNames('NO_SUCH_STOP', names), []);
});

test('what is no name costs no time', () => {
  assert.deepEqual(similarNames('A'.repeat(100_000), names), []);
  assert.deepEqual(similarNames('', names), []);
});
