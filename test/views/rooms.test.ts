import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const DIAGNOSIS = fileURLToPath(new URL('../../src/diagnosis/', import.meta.url));
/** Of the room of rules, what others may see: all at once, the shape of one, what runs them, and the proportions and caveats they share. */
const OPEN = ['caveats.ts', 'fault-caveats.ts', 'index.ts', 'observations.ts', 'rule.ts', 'run-rules.ts'];
const FROM_RULES = /from '\.\.\/rules\/(?<file>[\w-]{1,60}\.ts)'/g;
const FROM_HERE = /from '\.\/(?<file>[\w-]{1,60}\.ts)'/g;

interface Source {
  readonly file: string;
  readonly text: string;
}

function sources(room: string): Source[] {
  const files = globSync(`${room}/*.ts`, { cwd: DIAGNOSIS });
  return files.map((file) => ({ file, text: readFileSync(`${DIAGNOSIS}${file}`, 'utf8') }));
}

function imported({ text }: Source, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(({ groups }) => groups?.file ?? '');
}

test('views, verdict and correlation know no single rule, and rules know no other rule', (t) => {
  const others = [...sources('views'), ...sources('verdict'), ...sources('correlation')];
  const rules = sources('rules').filter(({ file }) => !OPEN.some((open) => file.endsWith(`/${open}`)));
  t.diagnostic(`${others.length + rules.length} files were read`);
  assert.ok(others.length > 50 && rules.length > 50, `${others.length} and ${rules.length} files: the wrong place`);
  assert.ok(imported({ file: '', text: "import { x } from '../rules/lock-owner.ts';" }, FROM_RULES).length === 1);
  const broken = [
    ...others.flatMap((source) => imported(source, FROM_RULES).map((file) => ({ file, by: source.file }))),
    ...rules.flatMap((source) => imported(source, FROM_HERE).map((file) => ({ file, by: source.file }))),
  ].filter(({ file }) => !OPEN.includes(file));
  assert.deepEqual(broken, []);
});

test('what is derived of a crash lives in its look: no module keeps it', (t) => {
  const all = ['rules', 'views', 'verdict', 'correlation'].flatMap(sources);
  t.diagnostic(`${all.length} files were read`);
  assert.ok(all.length > 100, `${all.length} files: the wrong place`);
  const kept = /\bWeak(?:Map|Set|Ref)\b|^(?:export )?(?:let\b|const \w+ = new (?:Map|Set)(?:<[^\n]*>)?\(\);?$)/m;
  assert.match('const known = new Map<Crash, Walk>();', kept);
  assert.doesNotMatch("const CODES = new Set(['0x1']);", kept);
  assert.deepEqual(
    all.filter(({ text }) => kept.test(text)).map(({ file }) => file),
    [],
  );
});
