import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { LINK_RULES, SUPPORTING_RULES } from '#src/diagnosis/correlation/index.ts';

const FOLDER = new URL('../../src/diagnosis/correlation/', import.meta.url);
/** What is no link rule: the list of them, the shape of one, the grouping, and what several of them ask. */
const OTHERS = [
  ...['index', 'link', 'correlate', 'by-key', 'together', 'fault-frame', 'is-driver', 'shared-object'],
  ...['independence', 'repetition', 'machines', 'module-list', 'clear-absent', 'components'],
  ...['shared-verdict', 'stop-lines', 'dumps-among'],
];

test('every link rule bears the name of its file, and no file is left over', () => {
  const files = readdirSync(FOLDER).map((file) => file.replace(/\.ts$/, ''));
  const names = [...LINK_RULES, ...SUPPORTING_RULES].map(({ name }) => name);
  assert.ok(names.length > 10);
  assert.deepEqual(files.toSorted(), [...names, ...OTHERS].toSorted());
});

test('every link rule is exported under its name', async () => {
  for (const rule of [...LINK_RULES, ...SUPPORTING_RULES]) {
    const exported: Record<string, unknown> = await import(new URL(`${rule.name}.ts`, FOLDER).href);
    const spelled = rule.name.replace(/-(?<letter>\w)/g, (_, letter: string) => letter.toUpperCase());
    assert.equal(exported[spelled], rule, spelled);
  }
});
