import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const DIAGNOSIS = fileURLToPath(new URL('../../src/diagnosis/', import.meta.url));
const FOLDERS = '{intake,parsers,reading}/**/*.ts';
const LONGEST = 200;
/** A pattern written between slashes, where no division can stand. */
const LITERAL = /(?<=^[ \t]*|[=(,:[!?&|] ?|return )\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[dgimsuvy]*/gm;
/** A string that has what only patterns have. */
const STRING = /'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g;
const OF_PATTERNS = /\(\?[:=!<]|\\w|\\s|\\d|\{\d+,\d+\}|\w\|\w/;

test(`no pattern is longer than ${LONGEST} characters: longer ones are lists or named parts`, (context) => {
  const files = globSync(FOLDERS, { cwd: DIAGNOSIS });
  const found = files.map((file) => patternsOf(readFileSync(`${DIAGNOSIS}${file}`, 'utf8')));
  const patterns = found.flat();
  context.diagnostic(`${files.length} files, ${patterns.length} patterns`);
  assert.ok(files.length > 100 && patterns.length > 400, `${files.length} files, ${patterns.length} patterns`);
  assert.deepEqual(
    patterns.filter(({ length }) => length > LONGEST),
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
