import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkStatements } from '#src/telling/check.ts';
import { readProse } from './read-prose.ts';
import { tellRecorded, vocabulary } from './told-of.ts';

const UNGROUNDED = readFileSync(new URL('./ungrounded.txt', import.meta.url), 'utf8');

for (const { crash, language, statements } of readProse(UNGROUNDED)) {
  const told = tellRecorded(crash, language);
  for (const statement of statements) {
    test(`refused of ${crash}: ${statement.text}`, () => {
      const own = checkStatements([statement], told, vocabulary).filter((problem) => problem.statement === 0);
      assert.notDeepEqual(own, []);
    });
  }
}

test('what leaves the strongest evidence out, says nothing or says too much is refused as a whole', () => {
  const told = tellRecorded('netfilter-overwrote-completion-entry', 'en');
  const kinds = (statements: Parameters<typeof checkStatements>[0]) =>
    checkStatements(statements, told, vocabulary).map(({ kind }) => kind);
  assert.deepEqual(kinds([]), ['empty', 'strongest']);
  assert.deepEqual(kinds([{ text: 'The call path fits with this.', cites: ['E2'] }]), ['strongest']);
  const long = Array.from({ length: 10 }, () => ({
    text: 'The memory that went wrong belongs to {D1}, as the tag on the block tells everybody who looks at it.',
    cites: ['E1'],
  }));
  assert.deepEqual(kinds(long), ['too-long']);
});

test('where nobody is accused, nobody may be', () => {
  const told = { ...tellRecorded('netfilter-overwrote-completion-entry', 'en') };
  const open = {
    ...told,
    verdicts: told.verdicts.map((verdict) => ({
      ...verdict,
      culprit: 'nobody',
      strongest: [],
      confidence: 'low' as const,
    })),
    items: told.items.map((item) => (item.role === 'for' ? { ...item, role: 'lead' as const } : item)),
  };
  const kinds = (text: string, cites: readonly string[]) =>
    checkStatements([{ text, cites }], open, vocabulary).map(({ kind }) => kind);
  assert.deepEqual(kinds('The tag {T1} is the best lead so far.', ['E1']), []);
  assert.deepEqual(kinds('{D1} is to blame.', ['E1']), ['blame', 'unrelated']);
  assert.deepEqual(kinds('{D2} met the damage.', ['E4']), ['not-citable']);
});
