import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SOURCES, sourceOf, TESTS } from './source-files.ts';

const MOST_LINES = 250;

test('no file is called by what it is made of', () => {
  assert.deepEqual(
    SOURCES.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|services|models|types)(?:\/|\.ts$)/.test(file)),
    [],
  );
});

test('files are short enough to read', () => {
  assert.deepEqual(
    SOURCES.filter((file) => sourceOf(file).split('\n').length > MOST_LINES),
    [],
  );
});

test('nothing is loosened: no any, no suppressed rule, no default export', () => {
  const loose = /\bas any\b|: any\b|biome-ignore|@ts-(?:ignore|expect-error|nocheck)|export default|\bTODO\b/;
  assert.deepEqual(
    SOURCES.filter((file) => loose.test(sourceOf(file))),
    [],
  );
});

test('a folder may have blanks in its name, and be one of Windows: no path is the raw path of a URL', () => {
  const raw = /import\.meta\.url\)\.pathname/;
  assert.deepEqual(
    [...SOURCES, ...TESTS].filter((file) => raw.test(sourceOf(file))),
    [],
  );
});

test('nothing is kept by object beyond a run: a crash judged with other tables is another crash', () => {
  const kept = /^(?:export )?(?:const|let) .*new Weak(?:Map|Set|Ref)\b/m;
  assert.deepEqual(
    SOURCES.filter((file) => kept.test(sourceOf(file))),
    [],
  );
});
