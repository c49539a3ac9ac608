import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkStatements } from '#src/telling/check.ts';
import { readProse } from './read-prose.ts';
import { tellRecorded, vocabulary } from './told-of.ts';

test('at least 95 in 100 explanations that honest models write are accepted as they are', () => {
  const prose = readProse();
  assert.ok(prose.length >= 40, `${prose.length} explanations`);
  const chinese = prose.filter(({ language }) => language === 'zh').length;
  assert.ok(chinese * 2 >= prose.length, `${chinese} of ${prose.length} are Chinese`);
  const refused = prose.flatMap(({ crash, language, statements }) => {
    const problems = checkStatements(statements, tellRecorded(crash, language), vocabulary);
    return problems.length === 0
      ? []
      : [
          problems.map(
            ({ statement, kind }) => `${crash}: ${kind}: ${statement === null ? '' : statements[statement]?.text}`,
          ),
        ];
  });
  assert.ok(refused.length <= prose.length * 0.05, refused.flat().join('\n'));
});
