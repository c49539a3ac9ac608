import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { BugcheckRow } from '#src/diagnosis/knowledge/bugcheck-row.ts';
import { readTable } from '#src/diagnosis/knowledge/read-table.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const KNOWLEDGE = 'src/diagnosis/knowledge/';

const rows = readTable<BugcheckRow>('bugchecks').map(({ code }) => code);
const known: ReadonlySet<string> = new Set(rows);
/** The codes of the screens: a longer one also looks like an address, and a pattern for addresses finds it by chance. */
const short = rows.filter((code) => BigInt(code) < 0x1000n);
/** A pattern that finds half of all codes says how a code is spelled, not which ones are meant. */
const MOST_MEANT = short.length / 2;
/** A pattern that finds one of these is about words: `/(?:ed|e)$/` finds codes by chance. */
const WORDS = ['release', 'noted', 'driver'];

const sources = globSync('{src,dialogs,prompts}/**/*.ts', { cwd: ROOT });

test('no file outside the knowledge has two stop codes: what is known of a code stands in its row', (t) => {
  const read = sources.filter((file) => !file.startsWith(KNOWLEDGE));
  t.diagnostic(`${read.length} files read, ${sources.length - read.length} of the knowledge left out`);
  assert.ok(read.length > 400, `only ${read.length} files were found: the test looks in the wrong place`);
  assert.ok(short.length > 350, `only ${short.length} stop codes are known`);
  const found = read.map((file) => ({ file, has: complaint(readFileSync(join(ROOT, file), 'utf8')) }));
  assert.deepEqual(
    found.filter(({ has }) => has !== null),
    [],
  );
});

test('a planted set is caught, however it is written', () => {
  const planted = [
    "const A = ['0x9f', '0x133'];",
    "const B = new Set(['0x9f',\n  '0x133',\n]);",
    "const C = '0x9f 0x133 0x101'.split(' ');",
    "const D = { '0x9f': 1, '0x133': 2 };",
    "if (code === '0x9f' || code === '0x133') {",
    "switch (code) {\n  case '0x9f':\n    return 1;\n  case '0x133':\n    return 2;\n}",
    "if (code === '0x9f') {\n  return 1;\n}\nreturn code === '0x133' ? 2 : 3;",
    'const E = /^0x(?:9f|133)$/;',
    'if (/0x9f|0x133/i.test(code)) {',
    'const F = /^0x(?:c[0-9a-f]|d[0-9a-f])$/;',
  ];
  for (const sample of planted) {
    assert.match(complaint(sample) ?? 'not caught', /0x9f|0x133|0xc/, sample);
  }
});

test('one code, a status, a size and the look of a code are no set', () => {
  const harmless = [
    "if (code === '0x9f') {",
    "// '0x9f' and '0x133'\nconst A = '0x0';",
    "/** Of `'0x9f'`\n * and '0x133'. */",
    "const B = ['0xc0000005', '0xc000009a'];",
    'const C = /^0x[0-9a-f]{1,16}$/;',
    'const D = /^0x(?:[1-9a-f][0-9a-f]{0,2}|1000[0-9a-f]{4})$/;',
    'const E = /(?:ing|ed|es|s|e)$/;',
    'const F = /[a-z][\\w-]{3}/;',
  ];
  for (const sample of harmless) {
    assert.equal(complaint(sample), null, sample);
  }
});

/** What is wrong with a source; null where it names one stop code at most. */
function complaint(source: string): string | null {
  const code = withoutComments(source);
  const meant = new Set([...quotedCodes(code), ...patterns(code).flatMap(codesMeant)]);
  return meant.size > 1 ? [...meant].join(', ') : null;
}

function withoutComments(source: string): string {
  return source
    .split('\n')
    .filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line))
    .join('\n');
}

/** Text that holds nothing but codes, one or several. */
const QUOTED = /['"`](?<text>0x[0-9a-f]{1,8}(?:[\s,|]{1,3}0x[0-9a-f]{1,8}){0,99})['"`]/gi;

function quotedCodes(code: string): string[] {
  const words = [...code.matchAll(QUOTED)].flatMap(({ groups }) => groups?.text?.toLowerCase().split(/[\s,|]+/) ?? []);
  return words.filter((word) => known.has(word));
}

/** A regular expression stands where a value does. */
const PATTERN =
  /(?<=^|[(=,:[!&|?{};\s])\/(?![*/])(?<body>(?:\\.|\[(?:\\.|[^\]\n\\])*\]|[^/\n\\[])+)\/(?<flags>[a-z]*)/gm;

function patterns(code: string): RegExp[] {
  return [...code.matchAll(PATTERN)].flatMap(({ groups }) => compiled(groups?.body ?? '', groups?.flags ?? '') ?? []);
}

/** Division looks like a pattern; what does not compile is none. */
function compiled(body: string, flags: string): RegExp | null {
  try {
    return new RegExp(body, flags.replace(/[gy]/g, ''));
  } catch {
    return null;
  }
}

function codesMeant(pattern: RegExp): string[] {
  const found = short.filter((code) => pattern.test(code));
  return found.length < MOST_MEANT && !WORDS.some((word) => pattern.test(word)) ? found : [];
}
