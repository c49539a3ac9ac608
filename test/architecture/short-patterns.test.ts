import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SOURCES, sourceOf } from './source-files.ts';

const LONGEST = 200;
/** A pattern written between slashes, where no division can stand. */
const LITERAL = /(?<=^[ \t]*|[=(,:[!?&|] ?|return )\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[dgimsuvy]*/gm;
/** A string of one line that has what only patterns have. */
const STRING = /'(?:[^'\\\n]|\\.)*'|`(?:[^`\\\n]|\\.)*`/g;
const OF_PATTERNS = /\(\?[:=!<]|\\w|\\s|\\d|\{\d+,\d+\}|\w\|\w/;

test(`no pattern is longer than ${LONGEST} characters: longer ones are lists or named parts`, (context) => {
  const patterns = SOURCES.flatMap((file) => patternsOf(sourceOf(file)).map((pattern) => ({ file, pattern })));
  const read = `${SOURCES.length} files, ${patterns.length} patterns`;
  context.diagnostic(read);
  assert.ok(SOURCES.length > 500 && patterns.length > 700, read);
  assert.deepEqual(
    patterns.filter(({ pattern }) => pattern.length > LONGEST),
    [],
  );
});

test('a long pattern is found between slashes and in strings', () => {
  const long = `${'a'.repeat(LONGEST)}\\s`;
  for (const source of [`const A = /${long}/;`, `  /${long}/i;`, `f('${long}')`, `const B = \`${long}\`;`]) {
    assert.ok(
      patternsOf(source).some(({ length }) => length > LONGEST),
      source,
    );
  }
});

/** Comments have slashes and backticks of their own. */
function patternsOf(source: string): string[] {
  const code = source.replace(/^\s*(?:\/\*\*?|\*|\/\/).*$/gm, '');
  const literals = code.match(LITERAL) ?? [];
  const strings = (code.replace(LITERAL, '//').match(STRING) ?? []).filter((text) => OF_PATTERNS.test(text));
  return [...literals, ...strings];
}
